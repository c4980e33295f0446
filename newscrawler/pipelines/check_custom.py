"""Keep ``custom``, a user's own fields of a line, only where it is JSON that every reader takes."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING, Any, Self

from newscrawler.bounds import Bounds
from newscrawler.items import Article
from newscrawler.output.line import json_line

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)

_DEPTH = 50
_LARGEST = 2**63


class CheckCustom:
    """Empty a ``custom`` that cannot stand in a line; the article stays. It comes after the user's pipelines.

    What was left out is counted (``newscrawler/custom/<reason>``), and the run ends unhealthy.
    """

    def __init__(self, stats: StatsCollector, most: int) -> None:
        self._stats = stats
        self._most = most

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the crawler's stats and the bound on strings."""
        return cls(crawler.stats, Bounds.of(crawler.settings).string_length)

    def process_item(self, item: Any) -> Any:
        """Return the article, its custom fields sound."""
        if isinstance(item, Article) and item.custom != {} and (reason := self._fault(item.custom)):
            logger.error("custom is left out of the line of %s: %s", item.url, reason)
            self._stats.inc_value(f"newscrawler/custom/{reason}")
            item.custom = {}
        return item

    def _fault(self, custom: Any) -> str:
        if not isinstance(custom, dict) or not is_json(custom):
            return "not_json"
        return "too_large" if 0 < self._most < len(json_line(custom)) else ""


def is_json(value: Any, depth: int = _DEPTH) -> bool:
    """Tell whether a value comes back from JSON as it was: no tuple, date or set, no key that is no text.

    >>> is_json({"score": 0.5, "tags": ["a", None]}), is_json({1: "a"}), is_json({"a": float("nan")})
    (True, False, False)
    """
    if isinstance(value, dict):
        return depth > 0 and all(
            isinstance(key, str) and is_json(part, depth - 1) for key, part in value.items()
        )
    if isinstance(value, list):
        return depth > 0 and all(is_json(part, depth - 1) for part in value)
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return True
    return isinstance(value, int) and -_LARGEST <= value < _LARGEST
