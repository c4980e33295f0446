"""Publications of Norway."""
