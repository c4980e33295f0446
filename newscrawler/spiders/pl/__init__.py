"""Publications of Poland."""
