"""Publications of Hungary."""
