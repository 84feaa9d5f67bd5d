"""The real app against a real centre: what a clerk does."""
