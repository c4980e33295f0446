"""Publications of Canada."""
