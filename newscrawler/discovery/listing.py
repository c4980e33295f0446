"""Listing: the state of one listing while its pages are read, and the rules that end it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from newscrawler.discovery.listed_link import ListingPage
    from newscrawler.items import ListingKind
    from newscrawler.publication.listing_layout import JsonListing, ListingLayout
    from newscrawler.publication.selection import Selection

ListingFormat = Literal[
    "html", "json", "feed", "sitemap", "home", "topics", "front", "links", "map", "more", "script", "robots"
]
"""How the next answer of a listing is read. ``home``: only for its layout; ``topics``: for links to topics;
``front``: the front page of an undeclared site; ``links``: whatever looks like an article; ``map``: that,
and sections; ``more``: the same of what a button loads; ``script``: for the URL that a button loads;
``robots``: for sitemaps."""


@dataclass(slots=True)
class Listing:
    """One listing: a section, a topic, a search, a feed."""

    kind: ListingKind
    name: str | None
    """As the listing is called: the section's slug, the topic's name."""
    url: str
    """Its URL as readers know it; what ``listed_on`` states."""
    format: ListingFormat = "html"
    slug: str = ""
    layout: ListingLayout | None = None
    api: JsonListing | None = None
    values: dict[str, Any] = field(default_factory=dict)
    """What a JSON listing's question is filled with."""
    alternatives: tuple[str, ...] = ()
    """URLs to try where the site has no page at ``url``."""
    guessed: bool = False
    """Nobody names this URL: it may not be there."""
    redundant: bool = False
    """The listing repeats others: it is read only as long as it shows articles that those have not."""
    fallback: bool = False
    """Its JSON URL has failed, so that the browser reads it."""
    pages: int = 0
    """Pages read so far."""
    rows: int = 0
    """Rows read so far, without advertisements: positions go on over the pages."""
    api_rows: int = 0
    """All rows read so far, for JSON listings that are asked by offset."""
    stale: int = 0
    """Pages in a row that showed nothing new."""
    seen: set[int] = field(default_factory=set)
    """Hashes of the URLs that this listing has shown."""
    cursors: set[str] = field(default_factory=set)
    """Cursors that its answers have given."""
    circles: bool = False
    """The latest cursor had been given before."""

    def __str__(self) -> str:
        return f"{self.kind.capitalize()} {self.name or ''} ({self.url})"

    def enter(self, page: ListingPage) -> None:
        """Take note of a page, and give its links their positions in the whole listing."""
        self.pages += 1
        shown = [*page.links, *(candidate.link for candidate in page.candidates)]
        fresh = {hash(link.url) for link in shown} - self.seen
        self.stale = 0 if fresh else self.stale + 1
        self.seen |= fresh
        if self.rows:
            for link in page.links:
                link.position += self.rows
        self.rows += len(page.links)
        self.api_rows += len(page.links) + page.skipped
        if page.cursor is not None:
            cursor = str(page.cursor)
            self.circles = cursor in self.cursors
            self.cursors.add(cursor)

    def goes_on(self, page: ListingPage, selection: Selection) -> bool:
        """Tell whether the page after the one that was entered last is worth asking for.

        A listing ends when it says so, when its cursor comes back, when two pages in a row show nothing new,
        when it is older than ``since``, or after ``max_pages``. One page may repeat what the page before it
        showed already.
        """
        if page.broken or page.ended or not (page.links or page.skipped or page.candidates):
            return False
        if self.stale > 1 or self.circles:
            return False
        if selection.max_pages and self.pages >= selection.max_pages:
            return False
        timed = [link.published_at for link in page.links if link.published_at]
        return not (timed and all(selection.is_older(time) for time in timed))

    def leads_nowhere(self, requests: int) -> bool:
        """Tell whether a redundant listing has ended, since two pages in a row led to no article.

        :param requests: to how many articles the latest page led.
        """
        if not self.redundant:
            return False
        self.stale += not requests
        return self.stale > 1
