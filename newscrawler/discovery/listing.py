"""Walk: the state of one listing while its pages are read, and the rules that end it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newscrawler.discovery.listed_link import ListingPage
    from newscrawler.items import ListingKind
    from newscrawler.publication.listing_layout import JsonListing, ListingLayout
    from newscrawler.publication.selection import Selection


@dataclass(slots=True)
class Walk:
    """One listing: a section, a topic, a search, a feed."""

    kind: ListingKind
    name: str | None
    """As the listing is called: the section's slug, the topic's name."""
    url: str
    """Its address as it is known to readers; what ``listed_on`` states."""
    slug: str = ""
    layout: ListingLayout | None = None
    api: JsonListing | None = None
    values: dict[str, Any] = field(default_factory=dict)
    """What a JSON listing's question is filled with."""
    pages: int = 0
    rows: int = 0
    """Rows read so far, without advertisements: positions go on over the pages."""
    api_rows: int = 0
    """All rows that the JSON listing has given, for listings that are asked by offset."""
    cursors: set[str] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)
    """Hashes of the addresses that this listing has shown."""
    stale: int = 0
    """Pages in a row that showed nothing new."""
    alternatives: tuple[str, ...] = ()
    """Addresses to try where the site has no page at ``url``."""
    guessed: bool = False
    """Nobody names this address: it may not be there."""
    redundant: bool = False
    """The listing repeats others: it is read only as long as it shows articles that those have not."""
    fallback: bool = False
    """Its JSON address has failed, so that the browser reads it."""

    def reads(self, page: ListingPage) -> int:
        """Enter a page; the number of its links that this listing had not shown before."""
        self.pages += 1
        fresh = {hash(link.url) for link in page.links} - self.seen
        self.stale = 0 if fresh else self.stale + 1
        self.seen |= fresh
        self.rows += len(page.links)
        self.api_rows += len(page.links) + page.skipped
        return len(fresh)

    def finds_nothing(self, requests: int) -> None:
        """Count a page of a redundant listing that led to no article."""
        if self.redundant and not requests:
            self.stale += 1

    def goes_on(self, page: ListingPage, selection: Selection) -> bool:
        """Whether the next page is worth asking for.

        A listing ends when it says so, when its cursor comes back, when two pages in a row show nothing new (one may
        repeat what the HTML page showed already), when it is older than ``since``, or after ``max_pages``.
        """
        if page.broken or page.ended or not (page.links or page.skipped) or self.stale > 1:
            return False
        if selection.max_pages and self.pages >= selection.max_pages:
            return False
        timed = [link.published_at for link in page.links if link.published_at]
        if timed and all(selection.is_older(time) for time in timed):
            return False
        if page.cursor is not None:
            if str(page.cursor) in self.cursors:
                return False
            self.cursors.add(str(page.cursor))
        return True
