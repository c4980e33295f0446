"""One try to read a page in the browser: what is asked, and what has come of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
