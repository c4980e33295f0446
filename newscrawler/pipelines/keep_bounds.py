"""Reject an article whose line would be larger than every reader can take."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from newscrawler.bounds import Bounds, setting
from newscrawler.items import Article, Rejection
from newscrawler.output.line import to_line
from newscrawler.text.item_fields import field_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.crawler import Crawler


class KeepBounds:
    """Look at articles: whole text, every list, every other string, and the line itself."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the bounds of the settings."""
        return cls(Bounds.of(crawler.settings))

    def process_item(self, item: Any) -> Any:
        """Return the article, or a ``Rejection`` with reason ``too_large`` that names field and bound."""
        if not isinstance(item, Article) or not (detail := self._beyond(item)):
            return item
        return Rejection(
            requested_url=item.requested_url, url=item.url, reason="too_large", detail=detail,
            fetched_at=item.fetched_at, id=item.id,
        )  # fmt: skip

    def _beyond(self, article: Article) -> str:
        """Say which bound the article goes beyond, "" if none."""
        # a user's own fields are looked at later, by CheckCustom: they may be no JSON yet
        line = to_line(article if article.custom == {} else replace(article, custom={}))
        if self._holds_no_more(line):
            return ""
        for name, value in _parts_of(article, ""):
            bound = _bound_of(name, value)
            if 0 < getattr(self._bounds, bound) < len(value):
                return f"{name} goes beyond {setting(bound)}"
        if 0 < self._bounds.line_bytes < len(line):
            return f"the line goes beyond {setting('line_bytes')}"
        return ""

    def _holds_no_more(self, line: bytes) -> bool:
        """Tell by the line alone that nothing goes beyond: a string is shorter, a list has fewer commas.

        It holds for nearly every article, and spares the walk through all its parts.
        """
        bounds = self._bounds
        lengths = [most for most in (bounds.text_length, bounds.string_length, bounds.line_bytes) if most > 0]
        if lengths and len(line) > min(lengths):
            return False
        return bounds.list_items <= 0 or line.count(b",") < bounds.list_items


def _bound_of(name: str, value: str | list[Any]) -> str:
    if isinstance(value, list):
        return "list_items"
    return "text_length" if name == "body" else "string_length"


def _parts_of(value: Any, name: str) -> Iterator[tuple[str, str | list[Any]]]:
    """Yield every string and list within an item, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, list):
        yield name, value
        for part in value:
            yield from _parts_of(part, name)
    elif is_dataclass(value):
        for field in field_names(value):
            yield from _parts_of(getattr(value, field), f"{name}.{field}" if name else field)
