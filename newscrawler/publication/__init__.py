"""What a site declares, checked."""
