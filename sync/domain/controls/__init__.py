"""Checks across the records of a whole province: what a clerk should look at although every row alone is right."""
