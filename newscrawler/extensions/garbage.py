"""Garbage: what a crawl has loaded before its first request stays, and is not looked through again and again."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from scrapy import signals

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

YOUNG = 20_000
"""New objects before Python looks for cycles among them; its own 700 makes that a tenth of a crawl's time. A page has
some thousand, nearly all of which are freed without it."""


class CollectSeldom:
    """Sets the garbage collector for a process that does nothing but crawl."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the extension."""
        extension = cls()
        crawler.signals.connect(extension.engine_started, signals.engine_started)
        return extension

    def engine_started(self) -> None:
        """Put modules, classes and settings aside; afterwards look less often."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(YOUNG, 5, 10)
