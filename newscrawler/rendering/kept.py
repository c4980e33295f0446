"""Scripts and style sheets that a run has had already: the pages of a site share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Response

KEPT_BYTES = 32 * 1024 * 1024


class Kept:
    """Scripts and style sheets of the run's site."""

    def __init__(self) -> None:
        self._kept: dict[str, Response] = {}
        self._bytes = 0

    def get(self, url: str) -> Response | None:
        """Return the answer that the same URL gave before."""
        return self._kept.get(url)

    def keep(self, url: str, response: Response) -> None:
        """Keep a good answer while there is room."""
        size = len(response.body)
        if response.status == 200 and self._bytes + size <= KEPT_BYTES and url not in self._kept:
            self._kept[url] = response
            self._bytes += size
