"""Publications of the United States."""
