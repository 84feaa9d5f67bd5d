"""Figures in one format: `make bench`."""
