"""Editors and forms made from field declarations."""
