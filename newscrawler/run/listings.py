"""The listings of a run: which were asked for, and what became of each; a run is judged by them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newscrawler.items import ListedArticle, ListingKind

EXAMPLES = 3
"""Links that the verdict names where none looked like an article."""

PLURALS: dict[ListingKind, str] = {
    "feed": "feeds",
    "sitemap": "sitemaps",
    "section": "sections",
    "topic": "topics",
    "index": "pages of the index",
    "search": "searches",
    "list": "lists",
}


@dataclass(slots=True)
class AskedListing:
    """One listing of the run."""

    url: str
    kind: ListingKind
    guessed: bool = False
    """Nobody names its URL: it may not be there."""
    retired: bool = False
    """It was dead for long, and is looked at once in a while: it need not be there."""
    read: bool = False
    """Its first page, at least, was what it should be."""
    articles: int = 0
    """Links to articles that it has shown; those of a page that repeats others do not count."""
    repeats: int = 0
    """Further pages that showed nothing but what those before them did."""
    fresh: int = 0
    """Articles among these that are new: no run had a line of them before."""
    problem: str = ""
    """Why it was not read: a slug."""
    moved_to: str | None = None
    """Where it was permanently redirected to."""


@dataclass(slots=True)
class Listings:
    """All listings of the run."""

    asked: dict[str, AskedListing] = field(default_factory=dict)
    """By URL."""
    pages: int = 0
    """Answers of listings that were read."""
    links: int = 0
    """Links on these, to whatever."""
    examples: list[str] = field(default_factory=list)
    """Some of the links that do not look like articles."""

    def ask(
        self, url: str, kind: ListingKind, *, guessed: bool = False, retired: bool = False
    ) -> AskedListing:
        """Enter a listing that is asked for; its further pages find it entered."""
        return self.asked.setdefault(url, AskedListing(url, kind, guessed, retired))

    def replaced(self, url: str) -> None:
        """Forget a listing in whose place another one is asked for."""
        self.asked.pop(url, None)

    def saw(self, links: int, others: list[str]) -> None:
        """Count the links of a page.

        :param others: those that do not look like articles.
        """
        self.pages += 1
        self.links += links
        self.examples += others[: max(0, EXAMPLES - len(self.examples))]

    def showed_new(self, listed: ListedArticle) -> None:
        """Count a new article for each listing that has shown it."""
        for url in {sighting.url for sighting in listed.sightings} & self.asked.keys():
            self.asked[url].fresh += 1

    def named(self) -> Iterator[AskedListing]:
        """Yield the listings that the site, or its declaration, names, and that must be there."""
        return (listing for listing in self.asked.values() if not (listing.guessed or listing.retired))

    def lost_kinds(
        self, fell_silent: Callable[[AskedListing], bool] | None = None
    ) -> dict[ListingKind, list[AskedListing]]:
        """Return the kinds of which no named listing gave what it should, with these listings.

        :param fell_silent: tells of a listing that was read whether it shows nothing any more.
        """
        kinds: dict[ListingKind, list[AskedListing]] = {}
        for listing in self.named():
            kinds.setdefault(listing.kind, []).append(listing)
        silent = fell_silent or (lambda _: False)
        return {
            kind: listings
            for kind, listings in kinds.items()
            if all(not listing.read or silent(listing) for listing in listings)
            and any(listing.problem or listing.read for listing in listings)
        }


_SAID = {
    "not_a_feed": "not a feed",
    "not_a_sitemap": "not a sitemap",
    "no_links": "empty",
    "one_link": "all its items lead to one page",
    "not_named": "not named by the site",
    "silent": "shows no article",
    "robots": "refused by robots.txt",
    "robots_unreachable": "its host's robots.txt cannot be read",
    "host_tls": "its certificate or TLS fails",
    "host_dns": "its host has no address",
    "host_refused": "its host refuses the connection",
    "tls": "its certificate or TLS fails",
    "truncated": "cut off",
    "challenge": "a challenge stands before it",
    "consent": "a consent page stands before it",
    "login": "a login stands before it",
    "unavailable": "says that it is out of service",
    "offsite": "leads to another site",
    "front_page": "leads to the front page",
    "redirect_loop": "redirects in a circle",
    "redirects": "redirects too often",
    "connection_lost": "the connection was lost",
    "connection_refused": "the connection was refused",
    "dns": "its host has no address",
    "timeout": "no answer in time",
    "retry_after": "told to come back later (Retry-After)",
    "crawl_delay": "asks for a longer pause between requests than CRAWL_DELAY_MAX",
    "host_waits": "its host told an earlier run to wait",
}


def said(problem: str) -> str:
    """Say a problem in words.

    >>> said("http-404"), said("not_a_feed"), said("tls")
    ('answers 404', 'not a feed', 'its certificate or TLS fails')
    """
    return f"answers {problem[5:]}" if problem.startswith("http-") else _SAID.get(problem, problem)
