"""What is asked of a listing, what is answered, and what the answer gives; nothing of it knows an engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newscrawler.discovery.listed_link import Candidate, ListedLink
    from newscrawler.discovery.listing import Listing
    from newscrawler.publication.listing_layout import HtmlListing, JsonListing


@dataclass(frozen=True, slots=True)
class Question:
    """One request of a listing."""

    listing: Listing
    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    rendered: bool = False
    """The browser is to load the page with all its rows."""
    again: bool = False
    """To be asked although the URL may have been asked before."""
    last: bool = False
    """To be asked after all others."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    url: str
    """After redirects."""
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    rendered: bool = False
    """The browser has loaded it."""
    gave_up_at: int | None = None
    """The browser could not load all rows: how many it has."""

    @property
    def content_type(self) -> str | None:
        """The header of that name."""
        return next((value for name, value in self.headers.items() if name.lower() == "content-type"), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a listing could not be read, or not to its end."""

    reason: str
    """A slug: ``unknown_layout``, ``not_a_feed``, ``http-500``."""
    kind: Literal["broken", "failed", "missing", "not_there"] = "broken"
    """``broken``: answered with something else; ``failed``: no answer; ``missing``: there is no such page;
    ``not_there``: the same of what nobody has declared."""
    number: int | None = None
    """The figure that goes with the reason: rows read when the browser gave up."""
    is_failure: bool = True
    """The run is no good run with it."""

    def __str__(self) -> str:
        if self.kind == "missing":
            return "the site has no such page"
        return self.reason if self.number is None else f"{self.reason} ({self.number})"


@dataclass(slots=True)
class Found:
    """What an answer gives."""

    links: Sequence[ListedLink] = field(default_factory=list)
    read_by: HtmlListing | JsonListing | None = None
    """What declares the rows from which they come; None where nothing does."""
    seen: int = 0
    """All links of a page that was read without a declaration."""
    others: list[str] = field(default_factory=list)
    """Some of them, which do not look like articles."""
    candidates: list[Candidate] = field(default_factory=list)
    """Links that may be articles nevertheless: what a few of their shape turn out to be decides."""
    unlikely: list[Candidate] = field(default_factory=list)
    """Links for which nothing speaks yet: they are articles if others of their shape are."""
    listings: list[Question] = field(default_factory=list)
    """Further listings."""
    older: int = 0
    """Sitemaps of an index that are left out, since they are older than ``since`` by their ``lastmod``."""
    next: Question | None = None
    """The next page of the same listing."""
    problem: Problem | None = None
    cut: list[str] = field(default_factory=list)
    """Names of the settings beyond which the answer was not read."""
    only_first: bool = False
    """No way to the second page of the listing was found."""
    fallback: str | None = None
    """Why the browser reads the listing instead of its JSON URL: a slug."""
    api_not_declared: bool = False
    """The page does not name what its JSON URL has to be asked with."""
    wrong_argument: str | None = None
    """What the site itself has shown to be wrong with an argument: one line."""
