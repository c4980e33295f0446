"""Publications of China."""
