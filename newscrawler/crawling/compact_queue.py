"""Compact queue: Scrapy's scheduler keeps in it the requests that wait; those for articles are small."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from newscrawler.run.spider import HasWaiting

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

    from newscrawler.run.spider import PacksRequests


class CompactQueue:
    """Gives requests back in the order in which they came: listings show the newest articles first.

    Scrapy has one for each host and priority. The spider says how its requests become small
    (``spider.waiting``); those of a spider that says nothing wait as they are.
    """

    def __init__(self, packer: PacksRequests | None) -> None:
        self._packer = packer
        self._waiting: deque[Request | bytes] = deque()

    @classmethod
    def from_crawler(cls, crawler: Crawler, key: str) -> Self:
        """Make a queue for the crawler's spider.

        :param key: where a queue on the disk would lie; there is none.
        """
        spider: object = crawler.spider
        return cls(spider.waiting if isinstance(spider, HasWaiting) else None)

    def push(self, request: Request) -> None:
        """Take a request."""
        packed = self._packer.pack(request) if self._packer else None
        self._waiting.append(request if packed is None else packed)

    def pop(self) -> Request | None:
        """Give the oldest request back; None where none waits."""
        return self._whole(self._waiting.popleft()) if self._waiting else None

    def close(self) -> None:
        """Let all go."""
        self._waiting.clear()

    def __len__(self) -> int:
        return len(self._waiting)

    def _whole(self, waiting: Request | bytes) -> Request:
        if not isinstance(waiting, bytes):
            return waiting
        assert self._packer is not None
        return self._packer.unpack(waiting)
