"""Work off the UI thread, the one signal of changes, and when to sync."""
