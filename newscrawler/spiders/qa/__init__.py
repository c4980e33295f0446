"""Publications of Qatar."""
