"""Files that the clerk takes out: spreadsheets, letters, certificates."""
