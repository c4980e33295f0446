"""Publications of Brazil."""
