"""Publications of Russia."""
