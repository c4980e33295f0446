"""Publications of Sweden."""
