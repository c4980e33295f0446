"""Publications of Greenland."""
