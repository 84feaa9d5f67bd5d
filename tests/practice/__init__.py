"""Synthetic provinces: the same for the same seed, and believable."""
