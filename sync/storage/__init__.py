"""The tables, derived from the declarations, and what runs on them."""
