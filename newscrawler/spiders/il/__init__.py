"""Publications of Israel."""
