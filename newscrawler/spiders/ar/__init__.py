"""Publications of Argentina."""
