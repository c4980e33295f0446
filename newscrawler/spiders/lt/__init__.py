"""Publications of Lithuania."""
