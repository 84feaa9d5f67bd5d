"""Practice provinces and practice lists."""
