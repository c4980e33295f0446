"""Publications of New Zealand."""
