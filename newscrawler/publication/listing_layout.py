"""ListingLayout, HtmlListing, JsonListing: how one generation of a site shows its listings."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawler.items import ListingKind
    from newscrawler.publication.notation import GroupPattern, Pattern, Selector


@dataclass(frozen=True, slots=True)
class HtmlListing:
    """Where a listing page keeps its rows. Selectors inside a row are relative to it."""

    row: Selector | None = None
    """The element of one story; the link itself, or an element that holds it.

    None: every link of the page that looks like an article, by ``article_path`` where that is declared.
    """
    link: Selector = "a@href"
    """Within the row; for rows that are links this is their own URL."""
    headline: Selector | None = None
    """Within the row; without it the text of the link."""
    published_at: Selector | None = None
    """``dateformat@time`` for unix seconds, else an element with the printed time."""
    section: Selector | None = None
    lead: Selector | None = None
    next_page: Selector | None = None
    """Links to further pages: the first one to another page than this is followed."""
    outside: Selector | None = None
    """Boxes whose rows belong to other listings (a news ticker, "most read")."""


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class JsonListing:
    """A JSON URL behind a listing: how to ask it, and where the rows' parts lie in the answer.

    Paths are dotted (``section.title``); ``""`` is the answer itself. Values ``"{name}"`` (``"{name:int}"``
    for a number) in ``body`` and ``params`` are filled from ``page_values`` and from what the spider knows
    (``slug``, ``query``); one that is not known is left out of the question.
    """

    url: str
    """URL, relative to the site's home; ``{name}`` in it is filled as in ``params``: ``/api/{slug}``."""
    method: Literal["GET", "POST"] = "POST"
    body: Mapping[str, Any] = field(default_factory=_nothing)
    """JSON question of a POST."""
    params: Mapping[str, Any] = field(default_factory=_nothing)
    """Query string of a GET."""
    rows: str = ""
    link: str = "link"
    headline: str = "title"
    published_at: str | None = None
    section: str | None = None
    lead: str | None = None
    cursor: str | None = None
    """Where the answer gives the next cursor; ``-1.time``: that part of the last row."""
    cursor_param: str | None = None
    """Name of the cursor in the next question."""
    cursor_step: int = 0
    """Added to the cursor: 1 where the listing leaves out the row at its cursor; rows can share a second."""
    offset_param: str | None = None
    """Instead of a cursor: how many rows have been read."""
    end: str | None = None
    """Where the answer says that nothing follows (true)."""
    page_values: Mapping[str, GroupPattern] = field(default_factory=_nothing)
    """Name -> regular expression on the HTML page that shows this listing.

    Its first group that matches is the value; ``{slug}`` in it is the listing's own slug.
    """
    required: tuple[str, ...] = ()
    """Values without which the listing cannot be asked: the HTML page is not the one expected."""


@dataclass(frozen=True, slots=True)
class ListingLayout:
    """The rows of HTML listing pages, and the JSON URLs behind them, in one generation of a site's markup."""

    name: str
    marker: Selector
    """The layout is in use on a page where this matches something."""
    rows: HtmlListing
    api: Mapping[ListingKind, JsonListing] = field(default_factory=_nothing)
    """JSON listings by kind: ``section``, ``topic``, ``index`` (all news), ``search``."""
    topic_url: str | None = None
    """URL of a topic's page: ``/tag/{slug}``."""
    topic_path: Pattern | None = None
    """Regular expression that the path of a topic's page matches; group 1, if there is one, is the slug."""
    topic_index: str | None = None
    """Page that names the site's topics."""
    topic_links: Selector | None = None
    """Links to topic pages on the topic index and on the home page."""
