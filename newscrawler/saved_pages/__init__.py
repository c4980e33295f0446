"""A page kept for its markup, for tests: trimmed, and its words replaced by invented ones."""
