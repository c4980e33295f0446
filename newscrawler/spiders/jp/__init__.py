"""Publications of Japan."""
