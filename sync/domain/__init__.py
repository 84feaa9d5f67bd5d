"""Records, acts and rules: pure code, standard library only."""
