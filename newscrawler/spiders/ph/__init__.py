"""Publications of the Philippines."""
