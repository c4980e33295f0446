"""Publications of Türkiye."""
