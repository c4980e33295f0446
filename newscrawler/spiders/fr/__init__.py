"""Publications of France."""
