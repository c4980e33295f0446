"""Publications of Ukraine."""
