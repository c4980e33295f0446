"""Publications of Australia."""
