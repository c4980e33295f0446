"""XML of feeds and sitemaps, read entry by entry, whatever its bytes and mistakes."""
