"""Publications of Tanzania."""
