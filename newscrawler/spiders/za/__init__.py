"""Publications of South Africa."""
