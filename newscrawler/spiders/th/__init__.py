"""Publications of Thailand."""
