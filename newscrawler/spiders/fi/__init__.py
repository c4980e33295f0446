"""Publications of Finland."""
