"""One record for one article: the same story under a second address of this run is a duplicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.exceptions import NotWritten

if TYPE_CHECKING:
    from newscrawler.items import Article


class Identify:
    """The first address of an article makes its record. Remembers a hash of each id, 60 bytes an article."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def process_item(self, item: Article) -> Article:
        """Return the article; raises ``NotWritten("duplicate")`` for one that this run has had."""
        identity = hash(item.id)
        if item.withdrawn and not item.id:
            return item
        if identity in self._seen:
            raise NotWritten("duplicate", item.id)
        self._seen.add(identity)
        return item
