"""Labelled articles for near-duplicate detection."""
