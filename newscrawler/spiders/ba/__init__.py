"""Publications of Bosnia and Herzegovina."""
