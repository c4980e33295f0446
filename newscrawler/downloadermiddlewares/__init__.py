"""Middlewares: what happens to every request and answer, whatever the site."""
