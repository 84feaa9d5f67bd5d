"""The administrative acts, one typed class each."""
