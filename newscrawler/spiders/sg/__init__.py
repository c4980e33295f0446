"""Publications of Singapore."""
