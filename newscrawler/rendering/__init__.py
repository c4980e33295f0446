"""Pages that exist only after their scripts have run, read by a real browser without a network of its own."""

from newscrawler.rendering.rendering import GAVE_UP, RENDERED_AS, Exchange, Rendering

__all__ = ["GAVE_UP", "RENDERED_AS", "Exchange", "Rendering"]
