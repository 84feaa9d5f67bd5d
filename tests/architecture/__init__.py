"""The rules of the house, measured on every run."""
