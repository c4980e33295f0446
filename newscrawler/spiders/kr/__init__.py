"""Publications of South Korea."""
