"""Processes that are killed: what was acknowledged is still there, and nothing is there twice."""
