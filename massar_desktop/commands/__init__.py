"""The commands of the terminal: demo, import, practice, rescue."""
