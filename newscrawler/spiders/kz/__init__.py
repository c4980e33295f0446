"""Publications of Kazakhstan."""
