"""Publications of Namibia."""
