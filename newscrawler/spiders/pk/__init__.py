"""Publications of Pakistan."""
