"""Databases and outboxes as released versions wrote them, each opened, read and exchanged by today's code."""
