"""Publications of Germany."""
