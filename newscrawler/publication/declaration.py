"""Publication: a site's declaration, and what extraction is told of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import urljoin

import scrapy

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.attributes import Attributes, urls_of
from newscrawler.publication.check import Fault, faults_of
from newscrawler.publication.contradictions import contradictions
from newscrawler.publication.listing_layout import HtmlListing, ListingLayout
from newscrawler.publication.places import place_of
from newscrawler.publication.politeness import SETTING_OF_ATTRIBUTE, impolite, site_settings
from newscrawler.publication.selection import Selection, parse_selection
from newscrawler.publication.site import Site
from newscrawler.publication.source_line import refuse
from newscrawler.urls import host_and_port, in_domains
from newscrawler.urls.hosts import host_of_dns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings


class Publication(Attributes, scrapy.Spider):
    """What a site's spider declares, checked."""

    is_declared: ClassVar[bool] = True
    """A person has said what is meant where we would guess: no further page is ours to doubt."""
    set_by_attribute: ClassVar[dict[str, Any]] = {}
    """Attributes of Scrapy's that are settings (``download_delay``), taken out of the class that has them."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Read Scrapy's old attributes as settings, which it applies unchecked; know hosts as DNS does."""
        super().__init_subclass__(**kwargs)
        if isinstance(hosts := vars(cls).get("allowed_domains"), tuple):
            cls.allowed_domains = tuple(
                host_of_dns(host) if isinstance(host, str) else host for host in hosts
            )
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
        selection = parse_selection(arguments, sections=cls.section_slugs(), timezone_name=cls.timezone)
        feeds = cls.feeds or cls.section_feeds
        sitemaps = cls.sitemaps or cls.news_sitemaps or cls.section_sitemaps
        for source, declared in (("feed", feeds), ("sitemap", sitemaps)):
            if selection.source == source and not declared:
                raise WrongArgument(f"source={source}: this site declares no {source}s")
        return selection

    @classmethod
    def check_declaration(cls) -> None:
        """Refuse a declaration that cannot work.

        :raises WrongArgument: with one line: the place in the site's file, what is wrong, what to do.
        """
        refuse(cls, [*faults_of(cls, Publication)] or [*contradictions(cls)])

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
    def layouts_of_listings(cls) -> tuple[ListingLayout, ...]:
        """Return the listing layouts, also where the site declares only their short form, or nothing."""
        rows = HtmlListing(row=cls.article_links or cls.rows, next_page=cls.next_page)
        layouts = cls.listing_layouts or (ListingLayout("declared", marker="html", rows=rows),)
        return tuple(
            replace(
                layout,
                topic_url=layout.topic_url or cls.topic_url,
                topic_path=layout.topic_path or cls.topic_path,
                topic_index=layout.topic_index or cls.topic_index,
            )
            for layout in layouts
        )

    @classmethod
    def listing_hosts(cls) -> tuple[str, ...]:
        """Return the hosts of declared feeds and sitemaps that are none of the site's own."""
        of_sections = (*cls.section_feeds.values(), *cls.section_sitemaps.values())
        urls = [
            *cls.feeds,
            *cls.news_sitemaps,
            *cls.sitemaps,
            *chain.from_iterable(map(urls_of, of_sections)),
        ]
        foreign = (url for url in urls if "://" in url and not in_domains(url, cls.allowed_domains))
        return tuple(dict.fromkeys(host_and_port(url)[0] for url in foreign))

    @classmethod
    def section_slugs(cls) -> tuple[str, ...]:
        """Return the slugs of all sections, also of those that have a feed or a sitemap and no page."""
        return tuple(dict.fromkeys((*cls.sections, *cls.section_feeds, *cls.section_sitemaps)))

    @classmethod
    def places(cls) -> dict[str, str]:
        """Return place -> slug of the section whose articles are there: declared, else that of its page."""
        home = cls.home or f"https://{cls.allowed_domains[0]}"
        found = {f"/{slug}": slug for slug in cls.section_slugs()}
        for slug, pages in cls.sections.items():
            pages_at = (place_of(urljoin(home, page), home) for page in urls_of(pages))
            found |= dict.fromkeys(filter(None, pages_at), slug)
        for slug, declared in cls.section_places.items():
            found |= dict.fromkeys(declared, slug)
        return found

    @classmethod
    def printed_places(cls) -> dict[str, str]:
        """Return place -> the name that pages print for the section there."""
        names = {slug: names[0] for slug, names in cls.section_names.items() if names}
        return {place: names[slug] for place, slug in cls.places().items() if slug in names}

    @classmethod
    def declared_site(cls, base_url: str | None = None) -> Site:
        """Return the declaration as extraction takes it."""
        return Site(
            name=cls.name,
            domains=tuple(cls.allowed_domains),
            language=cls.language,
            timezone=cls.timezone,
            languages=cls.languages,
            date_formats=cls.date_formats,
            layouts=cls.layouts,
            not_topics=frozenset(name.casefold() for name in cls.not_topics),
            agency=cls.agency,
            section_places=cls.printed_places(),
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
