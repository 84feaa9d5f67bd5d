"""Whole screens: each composes widgets and speaks to the application through signals."""
