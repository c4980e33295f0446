"""The one parse of a page."""

from newscrawler.document.document import Document, parse_document
from newscrawler.document.node import Element

__all__ = ["Document", "Element", "parse_document"]
