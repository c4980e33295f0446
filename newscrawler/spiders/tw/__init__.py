"""Publications of Taiwan."""
