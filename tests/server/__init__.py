"""The centre: the same answers from SQLite and PostgreSQL, and from HTTP."""
