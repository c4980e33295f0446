"""One try to read a page in the browser: what is asked, and what has come of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy import Request
    from scrapy.http import Response

    from newscrawler.rendering.rendering import Exchange, Rendering
    from newscrawler.rendering.rows import Rows


@dataclass(slots=True)
class Visit:
    """What the middleware and the handler say to one another."""

    request: Request
    document: Response
    """The answer to the request."""
    how: Rendering
    """With what was found on the page, when it has been read."""
    stopping: Callable[[], bool]
    """Tells whether the crawl ends."""
    exchanges: list[Exchange] | None = None
    """Collects what the page asks for; None: nobody wants to know."""
    opened: bool = False
    """The browser has given a page: it was a try."""
    rows: Rows | None = None
    """How far a listing has been loaded; None: the page is no listing."""
    pressed: int = 0
    """How often the button for more rows was pressed."""

    @property
    def url(self) -> str:
        """Where the page begins: by the fragment of the request its scripts may choose what they show."""
        fragment = urlsplit(self.request.url).fragment
        is_plain = fragment and "#" not in self.document.url
        return f"{self.document.url}#{fragment}" if is_plain else self.document.url
