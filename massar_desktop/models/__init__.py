"""Qt models over frozen query rows."""
