"""Publications of Denmark."""
