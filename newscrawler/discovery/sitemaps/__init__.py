"""Sitemaps: indexes, plain and news sitemaps, and which of many is asked for first."""
