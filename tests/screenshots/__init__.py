"""`make screenshots`: every screen in both languages as a picture, and what a reader could not read on it."""
