"""Fixtures that every test may ask for."""

from tests.newsroom.fixtures import newsroom

__all__ = ["newsroom"]
