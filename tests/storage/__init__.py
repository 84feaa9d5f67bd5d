"""The tables and what runs on them."""
