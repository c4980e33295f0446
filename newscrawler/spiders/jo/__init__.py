"""Publications of Jordan."""
