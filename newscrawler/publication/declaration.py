"""Publication: a site's declaration, and what extraction is told of it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

import scrapy

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.check import Fault, faults_of
from newscrawler.publication.politeness import SETTING_OF_ATTRIBUTE, impolite, site_settings
from newscrawler.publication.selection import Selection, parse_selection
from newscrawler.publication.site import Site
from newscrawler.publication.source_line import refuse
from newscrawler.urls import host_and_port

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

    from newscrawler.publication.article_layout import Layout
    from newscrawler.publication.listing_layout import ListingLayout
    from newscrawler.publication.notation import (
        DateFormat,
        GroupPattern,
        Home,
        Host,
        Language,
        Pattern,
        Selector,
        Zone,
    )


class Publication(scrapy.Spider):
    """What a site's spider declares, checked."""

    # Scrapy's own
    allowed_domains: ClassVar[tuple[Host, ...]] = ()  # a tuple: nobody appends to it
    """The site's own hosts, its home first."""

    # The publication
    language: ClassVar[Language | None] = None
    timezone: ClassVar[Zone | None] = None
    """IANA zone of printed times without offset."""
    date_formats: ClassVar[tuple[DateFormat, ...]] = ()
    agency: ClassVar[str | None] = None
    home: ClassVar[Home] = ""
    """Base URL; by default https and the first of ``allowed_domains``."""

    # Where articles are listed
    sections: ClassVar[Mapping[str, str | tuple[str, ...]]] = {}
    """Slug -> URL of the section's page, absolute or from the home; several where it moved, newest first."""
    section_names: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Slug -> names that pages print for the section."""
    topic_names: ClassVar[Mapping[str, str]] = {}
    """Topic name as readers know it -> slug, where the slug does not follow from the name."""
    feeds: ClassVar[tuple[str, ...]] = ()
    sitemaps: ClassVar[tuple[str, ...]] = ()
    listing_layouts: ClassVar[tuple[ListingLayout, ...]] = ()
    article_links: ClassVar[Selector | None] = None
    """Short form of a listing layout: the links to articles on section pages."""
    next_page: ClassVar[Selector | None] = None

    # The article
    layouts: ClassVar[tuple[Layout, ...]] = ()
    article_number: ClassVar[GroupPattern | None] = None
    """Regular expression on the URL; group 1 is the publisher's article number."""
    article_path: ClassVar[Pattern | None] = None
    """Regular expression that the path of an article's URL matches; others are not followed."""
    number_dates: ClassVar[staticmethod[[int], tuple[datetime, datetime] | None] | None] = None
    """When an article number was given out; a staticmethod."""

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

    disabled: ClassVar[str | None] = None
    """Why the site is not crawled any more, and since when."""

    set_by_attribute: ClassVar[dict[str, Any]] = {}
    """Attributes of Scrapy's that are settings (``download_delay``), taken out of the class that has them."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Read Scrapy's old attributes as settings: Scrapy applies them past every check."""
        super().__init_subclass__(**kwargs)
        own = {name: vars(cls)[name] for name in SETTING_OF_ATTRIBUTE if name in vars(cls)}
        if own:
            cls.set_by_attribute = {**cls.set_by_attribute, **own}
            for name in own:
                delattr(cls, name)

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        self.arguments = arguments
        self.selection = self.check_arguments(arguments)

    @classmethod
    def url_named(cls, arguments: Mapping[str, str]) -> str | None:
        """Return the URL that an argument names as the site's, beside ``site_url``; None where none can."""
        return None

    @classmethod
    def check_arguments(cls, arguments: dict[str, str]) -> Selection:
        """Return the arguments as a Selection.

        :raises WrongArgument: an argument or the declaration is wrong.
        """
        if cls.disabled:
            raise WrongArgument(f"the site is disabled: {cls.disabled}")
        cls.check_declaration()
        if not cls.allowed_domains:
            refuse(cls, [Fault("allowed_domains", 'names no host; write ("example.org",)')])
        selection = parse_selection(arguments, sections=tuple(cls.sections), timezone_name=cls.timezone)
        for source, declared in (("feed", cls.feeds), ("sitemap", cls.sitemaps)):
            if selection.source == source and not declared:
                raise WrongArgument(f"source={source}: this site declares no {source}s")
        return selection

    @classmethod
    def check_declaration(cls) -> None:
        """Refuse a declaration that cannot work.

        :raises WrongArgument: with one line: the place in the site's file, what is wrong, what to do.
        """
        faults = [*faults_of(cls, Publication)]
        if "listing" in cls.render and not cls.rows:
            faults.append(Fault("render", "rendered listings need rows, the CSS of a row"))
        refuse(cls, faults)

    @classmethod
    def check_settings(cls, settings: BaseSettings) -> None:
        """Refuse what makes a site less polite, or less safe, than the project's settings.

        :raises WrongArgument: with one line that names the setting.
        """
        refuse(cls, [*impolite(site_settings(cls.custom_settings, cls.set_by_attribute), settings)])

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Add what the site sets for itself, above the project's settings and below the command line.

        :raises WrongArgument: it is less polite than the project's.
        """
        cls.check_settings(settings)
        own = site_settings(cls.custom_settings, cls.set_by_attribute)
        settings.setdict({name: value for name, value, _ in own}, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider of a crawl."""
        spider: Self = super().from_crawler(crawler, *args, **kwargs)
        if spider.selection.site_url:
            host = host_and_port(spider.selection.site_url)[0]
            spider.allowed_domains = (*cls.allowed_domains, host)  # type: ignore[misc]  # this crawl's own
        return spider

    # --- What extraction is told ---

    @classmethod
    def _other_slugs(cls) -> dict[str, tuple[str, ...]]:
        """Return the names of sections by other first path segments under which their pages have stood."""
        return {
            path.strip("/"): cls.section_names[slug]
            for slug, paths in cls.sections.items()
            if slug in cls.section_names
            for path in ((paths,) if isinstance(paths, str) else paths)
            if re.fullmatch(r"/[\w-]+/?", path)
        }

    @classmethod
    def declared_site(cls, base_url: str | None = None) -> Site:
        """Return the declaration as extraction takes it."""
        return Site(
            name=cls.name,
            domains=tuple(cls.allowed_domains),
            language=cls.language,
            timezone=cls.timezone,
            date_formats=cls.date_formats,
            layouts=cls.layouts,
            agency=cls.agency,
            section_names={**cls._other_slugs(), **cls.section_names},
            article_number=cls.article_number,
            number_dates=cls.number_dates,
            base_url=base_url,
        )

    @classmethod
    def site_named(cls, arguments: Mapping[str, str]) -> str:
        """Name of the site that these arguments make the spider crawl."""
        return cls.name

    @cached_property
    def site(self) -> Site:
        """This crawl's site."""
        return type(self).declared_site(self.selection.site_url)
