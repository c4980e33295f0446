"""Metadata: what a page says of its article to machines: JSON-LD, microdata, OpenGraph."""
