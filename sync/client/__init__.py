"""The office's end: its replica, its outbox and its exchange with the centre."""
