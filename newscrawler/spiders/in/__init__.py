"""Publications of India."""
