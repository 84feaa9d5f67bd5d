"""The office's end: what it keeps, sends, takes in and imports."""
