"""The items: the article, field by field in the order of the line, and what may stand in its place.

Times are strings: ISO 8601 with the page's own offset (``2017-05-04T19:27:00+03:00``); a local time without
offset only where the evidence says ``offset: unknown``; a bare date where it says ``precision: day``.
What is not known is ``None`` (a list: empty), never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA_VERSION = "1.1"
"""Version of the line. The first number changes when a consumer has to change."""

Source = Literal[
    "site", "json-ld", "microdata", "opengraph", "meta", "json-ld-salvaged", "time-element", "text",
    "page", "url", "amp", "listing", "feed", "sitemap", "article-number",
]  # fmt: skip
"""Where a value was read: one vocabulary for ``extracted_by`` and for the evidence of times."""

ListingKind = Literal["section", "topic", "feed", "sitemap", "search", "index", "list"]


@dataclass(slots=True)
class TimeConflict:
    """Another source's statement of the same time, where it is another instant."""

    source: Source
    value: str
    """ISO 8601, as precise as that source is."""


@dataclass(slots=True)
class TimeEvidence:
    """How ``published_at`` is known."""

    raw: str
    """The text as the source prints it."""
    source: Source
    precision: Literal["second", "minute", "day"]
    offset: Literal["stated", "utc", "site_zone", "unknown"]
    """``stated``: a local offset printed with the time. ``utc`` (since 1.1): printed as Z, UTC or GMT, so
    that the instant is known and the newsroom's clock is not. ``site_zone``: from the site's IANA zone."""
    year_source: Source | None = None
    """Which evidence gave the year, where ``raw`` prints none; else ``None``."""
    conflicts: list[TimeConflict] = field(default_factory=list)


@dataclass(slots=True)
class Dateline:
    """The place line that opens the body of an agency story; it stays in the body."""

    text: str
    """Exactly the prefix of ``body`` that is the dateline, so that a reader can cut it."""
    place: str | None = None
    region: str | None = None
    date_text: str | None = None
    """The day as printed, without a year: ``May 4``."""
    agency: str | None = None


@dataclass(slots=True)
class Image:
    """A picture of the article."""

    url: str
    caption: str | None = None
    credit: str | None = None
    """Photographer and agency, without the sign ©."""


@dataclass(slots=True)
class RelatedStory:
    """A story that the page itself offers beside this one."""

    url: str | None
    headline: str | None


AccessState = Literal["free", "metered", "partial", "locked", "unknown"]


@dataclass(slots=True)
class Access:
    """Whether the whole text can be read, and by which signal that is known."""

    state: AccessState = "unknown"
    signal: str | None = None


@dataclass(slots=True)
class Sighting:
    """A listing that showed the article."""

    url: str
    kind: ListingKind
    name: str | None
    """The section's or topic's name as the listing gives it."""
    position: int
    """Place on that listing page, from 1."""
    headline: str | None = None
    """The headline as shown there."""
    guid: str | None = None
    """The name for good that a feed gives its entry, where that is no URL (since 1.1)."""


@dataclass(slots=True)
class Entry:
    """An update of a live blog."""

    id: str | None
    """As the page has it; unique within the article."""
    time: str | None
    """Its own ``published_at``."""
    headline: str | None
    body: str
    author: str | None = None


@dataclass(slots=True)
class Archived:
    """Where the page of an article lies, which a crawl with ``WARC_DIR`` has kept."""

    file: str
    """WARC file, from ``WARC_DIR`` on."""
    offset: int
    """First byte of its record's gzip member."""
    record_id: str
    """``WARC-Record-ID`` of the response, or of the revisit that refers to it."""


@dataclass(slots=True)
class Article:
    """One line of the output: one revision of one article."""

    schema_version: str = SCHEMA_VERSION
    """Version of this schema."""
    id: str = ""
    """Site and the publisher's article number (``tass:944692``), else site and a hash of the URL."""
    revision: int = 1
    """Counts from 1; a changed article is a new line with the next number."""
    site: str = ""
    """Name of the spider, or the host for ``any_site``."""
    url: str = ""
    """URL that the page was fetched from, after redirects."""
    requested_url: str = ""
    """URL as it was asked for."""
    canonical_url: str | None = None
    """The page's own statement of its URL, where it can be believed."""
    amp_url: str | None = None
    """The AMP twin that the page names."""
    mobile_url: str | None = None
    """The mobile twin that the page names."""
    headline: str | None = None
    """Headline as the page shows it, without site name or kicker."""
    lead: str | None = None
    """Standfirst, as the page shows it."""
    body: str | None = None
    """Paragraphs and subheads, separated by a blank line."""
    entries: list[Entry] = field(default_factory=list)
    """Updates of a live blog, in the order of the page (since 1.1)."""
    section: str | None = None
    """The article's own section, as the page names it."""
    topics: list[str] = field(default_factory=list)
    """Topics or tags of the article, as printed."""
    authors: list[str] = field(default_factory=list)
    """Persons of the byline; an agency is not an author."""
    byline: str | None = None
    """The line that says who wrote the article, as printed (since 1.1)."""
    agency: str | None = None
    """News agency of the story."""
    language: str | None = None
    """ISO 639-1 code of the text."""
    published_at: str | None = None
    """First publication: ISO 8601 with the page's offset; a date where only the day is known."""
    modified_at: str | None = None
    """Last change that the page states."""
    published_at_evidence: TimeEvidence | None = None
    """How ``published_at`` is known."""
    dateline: Dateline | None = None
    """The place line at the head of the body."""
    images: list[Image] = field(default_factory=list)
    """Pictures with caption and credit apart."""
    related: list[RelatedStory] = field(default_factory=list)
    """Stories that the page offers beside this one."""
    access: Access = field(default_factory=Access)
    """Whether the whole text can be read."""
    opt_outs: list[str] = field(default_factory=list)
    """AI and text-mining opt-outs that the site or page declares."""
    duplicate_of: str | None = None
    """``id`` of the earliest seen article with the same or nearly the same text."""
    similarity: float | None = None
    """Likeness to ``duplicate_of``, 0 to 1."""
    changed: list[str] = field(default_factory=list)
    """Fields that differ from the previous revision."""
    changed_by: Literal["extraction"] | None = None
    """``extraction``: the page is the same, and we read it otherwise (``scrapy replay``, since 1.1)."""
    previous_hash: str | None = None
    """``content_hash`` of the previous revision."""
    silent_edit: bool = False
    """The text changed and ``modified_at`` did not."""
    withdrawn: bool = False
    """The publisher has taken the article away (404 or 410 after it was exported)."""
    content_hash: str | None = None
    """Hash of the content fields; equal hashes mean that nothing a reader sees has changed."""
    extracted_by: dict[str, Source] = field(default_factory=dict)
    """Which source gave each field."""
    listed_on: list[Sighting] = field(default_factory=list)
    """Every listing of this run that had shown the article when its page was read."""
    fetched_at: str | None = None
    """When the page was fetched, UTC."""
    run_id: str | None = None
    """The run that wrote the line."""
    archived: Archived | None = None
    """Where the page lies, if the crawl has kept it (since 1.1)."""
    custom: dict[str, Any] = field(default_factory=dict)
    """A user's own fields, set by a spider or a pipeline; a line has this key only where there are any (since
    1.1)."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that may be that of an article, stated where nobody says so."""

    source: str
    """``url``: the day in its URL; else the URL of a sitemap: ``lastmod``, after which nothing changed."""
    value: str
    """ISO 8601: a day, or a moment with offset."""


@dataclass(slots=True, weakref_slot=True)
class ListedArticle:
    """An article as listings show it, before its page is read; travels in the errand of its request."""

    url: str
    """URL that will be asked for."""
    key: str
    """Identity within the run: ``site:number`` where the URL has the article number, else the URL."""
    sightings: list[Sighting] = field(default_factory=list)
    published_at: str | None = None
    """Time that the listing gives, ISO 8601 with offset, or as printed where it has no year or zone."""
    time_source: Source | None = None
    """``listing``, ``feed`` or ``sitemap``: who gave ``published_at``."""
    section: str | None = None
    lead: str | None = None
    topics: list[str] = field(default_factory=list)
    stated: tuple[StatedDate, ...] = ()
    moved_to: str | None = None  # where its page is for good, if its URL redirects there
    is_trial: bool = False  # its URL looks like no article: the page has to prove that it is one


@dataclass(slots=True)
class Gone:
    """An article that the publisher has taken away: its page answers 404 or 410."""

    id: str
    """As the URL gives it; the ledger may know the article by another one."""
    site: str
    url: str  # as it was asked for
    fetched_at: str | None = None
    """When the answer came, UTC."""
    listed_on: list[Sighting] = field(default_factory=list)


@dataclass(slots=True)
class Rejection:
    """A listed page that is no article, or not a whole one: for ``output/rejected``, never for the lines."""

    requested_url: str
    url: str
    reason: str
    """Kind of page (``video``, ``soft_404``…), or what the article lacks (``no_headline``)."""
    detail: str = ""
    fetched_at: str | None = None
    id: str = ""
    headline: str | None = None
    is_trial: bool = False  # as of the listed article


@dataclass(slots=True)
class NoLine:
    """What pipelines make of an article, or of one that is gone, where no line is to be written."""

    item: Article | Gone
    outcome: Literal["unchanged", "duplicate", "withdrawn", "failed"]
    known_as: str = ""
    """``id`` of the article whose line says what this one would say."""
    reason: str = ""
    """Why it has failed."""

    @property
    def url(self) -> str:
        """URL of the page."""
        return self.item.url


def requested_url_of(item: Article | Gone | Rejection) -> str:
    """Return the URL under which a page was asked for, which is its URL in the account."""
    return item.url if isinstance(item, Gone) else item.requested_url or item.url
