"""Publications of Indonesia."""
