"""Publications of Togo."""
