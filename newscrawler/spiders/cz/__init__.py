"""Publications of Czechia."""
