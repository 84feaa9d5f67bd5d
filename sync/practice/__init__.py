"""Synthetic provinces for practice, demonstration and load; every person in them is invented."""
