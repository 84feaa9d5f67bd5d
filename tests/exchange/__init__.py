"""Stories of several offices and a centre."""
