"""Publications of the United Kingdom."""
