"""Publications of Lesotho."""
