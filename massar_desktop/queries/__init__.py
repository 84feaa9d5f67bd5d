"""The read side: frozen values out of the office's file, one file per family of screens."""
