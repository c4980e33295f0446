"""Publications of Chile."""
