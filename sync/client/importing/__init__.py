"""Staff lists of any office: read, understood, shown row by row, then recorded in the bulk lane."""
