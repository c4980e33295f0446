"""Attributes: everything that a site's spider can declare."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newscrawler.publication.article_layout import Layout
    from newscrawler.publication.listing_layout import ListingLayout
    from newscrawler.publication.notation import (
        Country,
        DatedUrl,
        DateFormat,
        GroupPattern,
        Home,
        Host,
        Interval,
        Language,
        Pattern,
        Place,
        Selector,
        Tried,
        Zone,
    )

Kind = Literal[
    "agency", "broadcaster", "business", "general", "portal", "public", "quality", "regional", "state",
    "tabloid", "technology",
]  # fmt: skip
"""What a publication is; ``public``: a public broadcaster, ``state``: an organ of a government."""


def urls_of(declared: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return what may be declared as one URL or as several."""
    return (declared,) if isinstance(declared, str) else declared


class Attributes:
    """What a site can say of itself; a docstring stands below each attribute. All but two are optional.

    ``name`` is Scrapy's: the site's slug, as its file is called.
    """

    # Scrapy's own
    allowed_domains: ClassVar[tuple[Host, ...]] = ()  # a tuple: nobody appends to it
    """The site's own hosts, its home first; subdomains belong to them. Always declared."""

    # The publication
    title: ClassVar[str | None] = None
    """What the publication calls itself: ``The Example Times``."""
    country: ClassVar[Country | None] = None
    """Country of the newsroom, ISO 3166 (``GB``; ``XK`` for Kosovo); the folder of the spider's file."""
    kind: ClassVar[Kind | None] = None
    """What sort of publication it is."""
    language: ClassVar[Language | None] = None
    """The publication's language; of several the main one."""
    languages: ClassVar[Mapping[Place, Language]] = {}
    """Host or path prefix -> the language of the articles there: ``{"/en/": "en"}``."""
    timezone: ClassVar[Zone | None] = None
    """IANA zone of printed times without offset."""
    date_formats: ClassVar[tuple[DateFormat, ...]] = ()
    """``strptime`` forms of printed times, tried before general ones."""
    agency: ClassVar[str | None] = None
    """News agency whose own site this is, as its datelines print it."""
    home: ClassVar[Home] = ""
    """Base URL; by default https and the first of ``allowed_domains``."""
    cadence: ClassVar[Interval | None] = None
    """How often to look: ``15m``, ``2h``, ``1d``. Without it the setting ``CADENCE`` counts."""
    verified: ClassVar[tuple[Tried, ...]] = ()
    """What the declaration was tried on, and when: ``("facts 2026", "page 2023-04", "live 2026-11-29")``.

    ``facts``: URLs from lists and other projects; ``page``: a saved page; ``live``: the site itself.
    """
    disabled: ClassVar[str | None] = None
    """Why the site is not crawled any more, and since when."""

    # Where articles are listed. URLs are absolute, on any host, or from the home.
    sections: ClassVar[Mapping[str, str | tuple[str, ...]]] = {}
    """Slug -> URL of the section's page; several where it moved, newest first. A section can be a host."""
    section_names: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Slug -> names that pages print for the section; the first one is written where a page prints none."""
    section_places: ClassVar[Mapping[str, tuple[Place, ...]]] = {}
    """Slug -> hosts or path prefixes of the section's articles, where its page stands at another place."""
    section_feeds: ClassVar[Mapping[str, str | tuple[str, ...]]] = {}
    """Slug -> URL of the section's feed, or several. A section may have a feed and no page."""
    section_sitemaps: ClassVar[Mapping[str, DatedUrl | tuple[DatedUrl, ...]]] = {}
    """Slug -> URL of the section's sitemap, or several; asked for by ``source=sitemap``."""
    feeds: ClassVar[tuple[str, ...]] = ()
    """Feeds of the whole site, the best first."""
    news_sitemaps: ClassVar[tuple[DatedUrl, ...]] = ()
    """Sitemaps of the latest days; read in each crawl, as feeds are."""
    sitemaps: ClassVar[tuple[DatedUrl, ...]] = ()
    """Sitemaps of all articles, for ``source=sitemap``. ``{YYYY}``, ``{MM}``, ``{DD}`` stand for a date: one
    sitemap for each year, month or day from ``since`` to ``until``."""
    topic_names: ClassVar[Mapping[str, str]] = {}
    """Topic name as readers know it -> slug, where the slug does not follow from the name."""
    topic_url: ClassVar[str | None] = None
    """URL of a topic's page: ``/tag/{slug}``."""
    topic_path: ClassVar[Pattern | None] = None
    """Regular expression that the path of a topic's page matches; group 1, if there is one, is the slug."""
    topic_index: ClassVar[str | None] = None
    """Page that names the site's topics."""
    article_links: ClassVar[Selector | None] = None
    """The links to articles on section pages. Without it, and without listing layouts, every link of the
    page that looks like an article (``article_path``) is one."""
    next_page: ClassVar[Selector | None] = None
    """The link to the next page of a section."""
    listing_layouts: ClassVar[tuple[ListingLayout, ...]] = ()
    """The long form of ``article_links``: rows with times and sections, JSON behind a page, older designs."""

    # Which URLs are articles
    article_path: ClassVar[Pattern | None] = None
    """Regular expression that the path of an article's URL matches; others are not followed."""
    article_query: ClassVar[Pattern | None] = None
    """Regular expression that the query matches as well, where the path does not tell: ``(^|&)id=\\d+``."""
    article_hosts: ClassVar[tuple[Host, ...]] = ()
    """The hosts on which articles are, where not all of ``allowed_domains`` have some."""
    not_article: ClassVar[Pattern | None] = None
    """Regular expression on host, path and query (``example.org/shop/a?id=1``): what it matches is none."""
    article_number: ClassVar[GroupPattern | None] = None
    """Regular expression on the URL, whose group is the publisher's article number.

    Where numbers are unique only with a host or a language, a second group takes that in: all groups
    together, with ``/`` between them, are the number.
    """
    number_dates: ClassVar[staticmethod[[int], tuple[datetime, datetime] | None] | None] = None
    """When an article number was given out; a staticmethod."""

    # The article
    layouts: ClassVar[tuple[Layout, ...]] = ()
    """Where pages keep the fields; what no layout says is left to the general sources."""
    not_topics: ClassVar[tuple[str, ...]] = ()
    """Keywords of the metadata that are no topics: labels of the newsroom, names that are on every page."""

    # Pages that exist only after their scripts have run (docs/rendering.md)
    render: ClassVar[frozenset[Literal["listing", "article"]]] = frozenset()
    """``listing``, ``article``."""
    rows: ClassVar[Selector | None] = None
    """CSS of a row of a rendered listing: the link, or an element that holds it."""
    load_more: ClassVar[Selector | None] = None
    """CSS of the button that loads further rows."""
    scroll: ClassVar[bool] = False
    """Further rows come when the last one is scrolled to."""
    end_marker: ClassVar[Selector | None] = None
    """CSS of what is shown below the last row of all, where there is such a thing."""
    article_ready: ClassVar[Selector | None] = None
    """CSS of what a rendered article must have before it is read."""
    render_domains: ClassVar[tuple[Host, ...]] = ()
    """Further hosts from which rendered pages may get scripts and data."""
