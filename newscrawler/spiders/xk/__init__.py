"""Publications of Kosovo."""
