"""Waiting requests: those for articles wait as a few bytes each, until it is their turn."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

from scrapy import Request

from newscrawler.run.errand import ArticleErrand, article_errand

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.discovery.frontier import Frontier

_META = frozenset({"errand", "depth"})
"""Keys of ``meta`` that a packed request keeps."""


class WaitingRequests:
    """Packs the requests for articles of one crawl.

    A request takes some four kilobytes with what listings said of its article, and a sitemap lists thousands
    at once. Packed, it takes two or three hundred bytes. Only what comes back exactly as it was is packed: a
    request with anything of its own (headers of a spider, a page to render, an earlier try) waits as it is.
    """

    def __init__(self, frontier: Frontier, callback: Callable[..., Any], errback: Callable[..., Any]) -> None:
        self.frontier = frontier
        self.callback, self.errback = callback, errback

    def pack(self, request: Request) -> bytes | None:
        """Return a request as bytes; None for one that has to wait as it is."""
        errand = article_errand(request)
        if errand is None or not self._is_plain(request, errand):
            return None
        return marshal.dumps((request.meta.get("depth"), request.priority, self.frontier.pack(errand.listed)))

    def unpack(self, packed: bytes) -> Request:
        """Return the request that was packed."""
        depth, priority, article = marshal.loads(packed)  # noqa: S302 # ours
        errand = ArticleErrand(listed=self.frontier.unpack(article))
        request = self._request(errand, priority)
        if depth is not None:
            request.meta["depth"] = depth
        return request

    def _request(self, errand: ArticleErrand, priority: int) -> Request:
        return Request(
            errand.listed.url, self.callback, errback=self.errback, meta=errand.meta(), priority=priority,
            dont_filter=True,
        )  # fmt: skip

    def _is_plain(self, request: Request, errand: ArticleErrand) -> bool:
        """Tell whether a request is one that ``unpack`` would make."""
        return (
            type(request) is Request
            and request.url == errand.listed.url
            and request.meta.keys() <= _META
            and errand == ArticleErrand(listed=errand.listed)
            and (request.callback, request.errback) == (self.callback, self.errback)
            and (request.method, request.encoding, request.dont_filter) == ("GET", "utf-8", True)
            and not (request.body or request.headers or request.cookies or request.cb_kwargs or request.flags)
        )
