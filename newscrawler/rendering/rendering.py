"""Rendering: pages that exist only after their scripts have run, read by a real browser without a network of its own.

A request with ``meta["render"]`` (a ``Rendering``) is downloaded as any other. Then ``rendering.middleware`` gives the
answer to a browser page, and gives that page whatever it asks for through the crawl's own downloader: address guard,
robots.txt, delay and budget hold for it, and the browser itself can connect to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendering:
    """What is to happen on a page before it is read; ``meta["render"]`` of a request."""

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
    """Find rows and button by what they look like: for ``scrapy endpoints`` on a site that is not declared yet."""
    domains: tuple[str, ...] = ()
    """Hosts beside the site's own from which the page may get something; from others it gets nothing."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that a page asked by script, and its answer; collected in ``meta["exchanges"]`` where that is a list."""

    method: str
    url: str
    question: bytes
    answer: bytes
    batch: int
    """How often more rows had been asked for before."""


RENDERED_AS = "rendered_as"
"""Key of ``response.meta``: the Rendering with what was found."""

GAVE_UP = "gave_up"
"""Key of ``response.meta``: why the rows of a rendered listing are not all there, with the count reached."""
