"""Pages that exist only after their scripts have run, read by a real browser without a network of its own."""

from newscrawler.rendering.rendering import Exchange, Rendered, Rendering

__all__ = ["Exchange", "Rendered", "Rendering"]
