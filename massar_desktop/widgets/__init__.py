"""Reusable parts of the screens: they know colours, type and keys, and no record of the office."""
