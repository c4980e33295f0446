"""Make one record of one article: the same story under a second URL of this run is a duplicate."""

from __future__ import annotations

from typing import Any

from newscrawler.items import Article, Gone, NoLine


class Identify:
    """Let the first URL of an article make its record. Remembers a hash of each id, 60 bytes an article."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def process_item(self, item: Any) -> Any:
        """Return the article, or a ``NoLine`` for one that this run has had."""
        if not isinstance(item, Article | Gone) or not item.id:
            return item
        identity = hash(item.id)
        if identity in self._seen:
            return NoLine(item, "duplicate", known_as=item.id)
        self._seen.add(identity)
        return item
