"""Tests of the read side: what screens show, without Qt."""
