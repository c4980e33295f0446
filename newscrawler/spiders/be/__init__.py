"""Publications of Belgium."""
