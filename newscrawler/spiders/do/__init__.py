"""Publications of the Dominican Republic."""
