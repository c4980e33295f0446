"""Keep the garbage collector from looking through what a crawl has loaded, again and again."""

from __future__ import annotations

import gc
from functools import cache
from typing import TYPE_CHECKING

from scrapy import signals

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

YOUNG = 20_000
"""New objects before Python looks for cycles among them; with its own 700 that is a tenth of a crawl's time.

A page has some thousand objects, and nearly all of them are freed without it.
"""


@cache
def put_aside() -> None:
    """Let the collector pass over all that there is now, once in a process.

    What is put aside is never freed: a process of many crawls calls this before the first of them.
    """
    gc.collect()
    gc.freeze()


class CollectSeldom:
    """Set the garbage collector for a process that does nothing but crawl."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the extension."""
        extension = cls()
        crawler.signals.connect(extension.engine_started, signals.engine_started)
        return extension

    def engine_started(self) -> None:
        """Put modules, classes and settings aside; afterwards look less often."""
        put_aside()
        gc.set_threshold(YOUNG, 5, 10)
