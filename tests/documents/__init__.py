"""Papers: every template with every value it asks for, in both languages; what is printed."""
