"""What the clerk sees: the desktop application."""
