"""Publications of Austria."""
