"""ListedLink, ListingPage: what one answer of a listing holds: links with title, time and position."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ListedLink:
    """One row of a listing."""

    url: str
    """Absolute URL, as the listing links it."""
    position: int
    """Place on that page, from 1; in the whole listing once the listing has entered the page."""
    headline: str | None = None
    published_at: str | None = None
    """ISO 8601 with offset where the listing states a whole instant, else the text as printed."""
    section: str | None = None
    lead: str | None = None
    topics: list[str] = field(default_factory=list)
    language: str | None = None
    lastmod: str | None = None
    """Of a sitemap, as it prints it; nothing on the page is later, if it is true."""
    guid: str | None = None
    """The name of a feed's entry, which is no URL."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link that may be an article, although its URL does not look like one."""

    link: ListedLink
    weight: int
    """How much its place on the page speaks for an article."""


@dataclass(slots=True)
class ListingPage:
    """What one answer of a listing holds."""

    links: list[ListedLink] = field(default_factory=list)
    next_page: str | None = None
    """Absolute URL of the next page, where the page links one."""
    cursor: str | int | float | None = None
    """Where the next answer begins, for listings that are asked by cursor."""
    ended: bool = False
    """The listing itself says that nothing follows."""
    broken: str | None = None
    """Why the answer is not the listing that was expected: a slug; then there are no links."""
    skipped: int = 0
    """Rows without a URL: advertisements, separators."""
    seen: int = 0
    """All links of an HTML page that was read without a declaration."""
    others: list[str] = field(default_factory=list)
    """Some of them, which do not look like articles."""
    candidates: list[Candidate] = field(default_factory=list)
    """Those of them that may be articles nevertheless."""
    unlikely: list[Candidate] = field(default_factory=list)
    """Links for which not even their places speak."""
    cut: bool = False
    """There is more than the bounds let be read."""
    left: str | None = None
    """Why the listing is none of articles: a slug, ``podcast``."""

    def add(self, other: ListingPage, own: str) -> None:
        """Add the rows of another reading of the answer that this one does not have.

        :param own: clean URL of the page itself, which is no row.
        """
        likely = (each.link.url for each in self.candidates)
        known = {own, *(link.url for link in self.links), *likely}
        for link in other.links:
            if link.url not in known:
                known.add(link.url)
                link.position = len(self.links) + 1
                self.links.append(link)
        for candidate in other.candidates:
            if candidate.link.url not in known:
                known.add(candidate.link.url)
                candidate.link.position = len(self.candidates) + 1
                self.candidates.append(candidate)
        self.unlikely = [each for each in (*self.unlikely, *other.unlikely) if each.link.url not in known]
