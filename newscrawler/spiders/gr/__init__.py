"""Publications of Greece."""
