"""Publications of Switzerland."""
