"""What the clerk sees, read and typed in as a clerk does, offscreen."""
