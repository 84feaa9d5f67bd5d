"""The centre's end: receives operations, decides them, numbers the changes."""
