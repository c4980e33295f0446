"""Feeds and sitemaps that are gzip files, whatever their name and header say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import ResponseDataLossError

from newscrawler.download.inflate import inflate
from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from newscrawler.bounds import Bounds

_GZIP = b"\x1f\x8b"


def gunzipped(body: bytes, bounds: Bounds) -> bytes:
    """Return what a gzip file holds, up to ``bounds.sitemap_size``; other bytes as they are.

    :raises Failed: it is larger, or damaged.
    """
    if not body.startswith(_GZIP):
        return body
    try:
        return inflate(body, "gzip", bounds.sitemap_size)
    except ResponseDataLossError as error:
        raise Failed("truncated", str(error)) from error
