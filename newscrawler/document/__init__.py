"""The one parse of a page."""

from newscrawler.document.document import Document, elements_at, parse_document

__all__ = ["Document", "elements_at", "parse_document"]
