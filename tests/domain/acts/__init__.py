"""The rules and the life of the administrative acts."""
