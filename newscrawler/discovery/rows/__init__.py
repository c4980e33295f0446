"""Rows: the articles that one answer lists, in HTML, JSON or scripts."""
