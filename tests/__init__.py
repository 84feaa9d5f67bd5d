"""Tests, one folder per part of the source, and whole stories beside them."""
