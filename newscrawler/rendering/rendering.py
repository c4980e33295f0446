"""Rendering: what the browser is to do with a page, and what it has done.

A request whose errand has a ``Rendering`` is downloaded as any other. Then the middleware gives the answer to
a browser page, and gives that page whatever it asks for through the crawl's own downloader: address guard,
robots.txt, delay and budget hold for it, and the browser itself can connect to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Rendering:
    """What is to happen on a page before it is read."""

    rows: str | None = None
    """CSS of a listing's rows; None: the page is no listing, and is read when it has come to rest."""
    load_more: str | None = None
    """CSS of the button that loads further rows."""
    scroll: bool = False
    """Further rows come when the last one is scrolled to."""
    end_marker: str | None = None
    """CSS of what the page shows below its last row; where it is declared there is no other end."""
    ready: str | None = None
    """CSS of what a page must have before it is read: an article's text."""
    pages: int = 0
    """Most batches of rows, the first one included; 0: all."""
    find: bool = False
    """Find rows and button by their looks: for ``scrapy endpoints`` on a site without a declaration."""
    domains: tuple[str, ...] = ()
    """Hosts beside the site's own from which the page may get something; from others it gets nothing."""
    wants_more: Callable[[Sequence[str]], bool] | None = None
    """Tells by the HTML of the latest batch of rows whether rows after them are wanted; None: they are."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was made of a page."""

    how: Rendering
    """With what was found on the page."""
    found_what_was_asked: bool = False
    """The page has the rows, or what must be there before it is read."""
    gave_up_at: int | None = None
    """Rows of a listing that could not be loaded to its end."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that a page asked by script, and its answer."""

    method: str
    url: str
    question: bytes
    answer: bytes
    batch: int
    """How often more rows had been asked for before."""
