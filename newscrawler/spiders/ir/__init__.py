"""Publications of Iran."""
