"""Publications of Spain."""
