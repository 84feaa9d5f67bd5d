"""Records, acts and rules: pure functions and tables of cases."""
