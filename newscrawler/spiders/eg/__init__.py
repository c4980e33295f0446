"""Publications of Egypt."""
