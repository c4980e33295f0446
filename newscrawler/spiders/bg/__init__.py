"""Publications of Bulgaria."""
