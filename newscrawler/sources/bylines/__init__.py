"""Bylines: who wrote the article, and whose name beside it is not its author's."""
