"""Discovery: where the articles of a site are found. It asks nothing itself, and knows no crawler."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.bounds import setting
from newscrawler.discovery.answer import Found, Problem, Question
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.pagers.link_header import next_by_header
from newscrawler.discovery.sitemaps.sitemap import read_sitemap
from newscrawler.discovery.sitemaps.sitemap_order import day_in_url
from newscrawler.document import parse_document
from newscrawler.document.reading_time import read_within
from newscrawler.urls import clean_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newscrawler.discovery.answer import Answer
    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.discovery.listing import ListingFormat
    from newscrawler.discovery.scope import Scope
    from newscrawler.document import Document, Element
    from newscrawler.items import Article, ListedArticle
    from newscrawler.publication.section_names import SectionNames

ALWAYS_READ = 2
"""Sitemaps of an index, the newest, that are read whatever ``lastmod`` it states: many never change it."""

FEWEST_ITEMS = 3
"""Stories of a feed that can not all lie at one page."""

OF_A_SECTION = frozenset({"section", "feed", "sitemap"})
"""Kinds of listings that can be those of a section, whose slug is their name."""


class Discovery(ABC):
    """Says which listings are asked for, and reads their answers."""

    def __init__(self, scope: Scope, sections: SectionNames) -> None:
        self.scope = scope
        self.sections = sections
        self.readers: dict[ListingFormat, Callable[[Answer, Listing], Found]] = {
            "feed": self.read_feed,
            "sitemap": self.read_sitemap,
        }

    @abstractmethod
    def start(self) -> Iterator[Question]:
        """Yield the first listings of what the crawl is asked for."""

    @abstractmethod
    def failed(self, listing: Listing, reason: str, *, missing: bool) -> Found:
        """Say what a listing that could not be had means, and what is asked instead.

        :param missing: the site has no such page.
        """

    def listing_named(self, url: str) -> Listing:
        """Return the listing of a page that a person names as one."""
        slug = urlsplit(url).path.strip("/").rpartition("/")[2]
        return self.listing_at(url) or Listing("topic", slug, url, slug=slug)

    @abstractmethod
    def listing_at(self, url: str) -> Listing | None:
        """Return the listing at a URL that a person names, None where none is known there."""

    def read(self, answer: Answer, listing: Listing) -> Found:
        """Read an answer of a listing, whose state it changes; one that takes too long has a problem."""
        seconds = self.scope.bounds.page_seconds
        found = read_within(seconds, lambda: self.readers[listing.format](answer, listing))
        return Found(problem=Problem("too_slow")) if found is None else found

    def wants_more(self, rows: Sequence[str]) -> bool:
        """Tell whether a rendered listing is to be loaded further.

        :param rows: HTML of the rows that were loaded last.
        """
        return True

    def section_of(self, article: Article) -> str | None:
        """Return the slug of an article's section, None where it is not known."""
        return self.sections.section_of(article)

    def excludes_listed(self, listed: ListedArticle) -> str | None:
        """Return why an article is not asked for, by what listings say: ``date``, ``section``."""
        asked = self.scope.selection
        if not asked.may_include(listed.published_at):
            return "date"
        slug = self.sections.slug(listed.section) if asked.sections and listed.section else None
        # a name that is not known may be that of a section that was asked for
        return None if slug is None or slug in asked.sections else "section"

    def excludes(self, article: Article) -> str | None:
        """Return why an article is not among those asked for: ``section``, ``undated``, ``date``."""
        asked = self.scope.selection
        if asked.sections and not self._is_of_sections(article):
            return "section"
        in_range = asked.in_range(article.published_at)
        return None if in_range else "undated" if in_range is None else "date"

    def _is_of_sections(self, article: Article) -> bool:
        """Tell whether an article is of a section that was asked for: by itself, else by a listing of it."""
        asked, own = self.scope.selection.sections, self.section_of(article)
        if own is not None:
            return own in asked
        return any(sighting.name in asked for sighting in article.listed_on if sighting.kind in OF_A_SECTION)

    def ask(self, listing: Listing) -> Question:
        """Return the request for the listing's own URL."""
        return Question(listing, listing.url)

    def parse(self, answer: Answer, found: Found) -> Element:
        """Return the tree of an HTML page, within the bounds."""
        return self.document(answer, found).root

    def document(self, answer: Answer, found: Found) -> Document:
        """Return an HTML page, parsed within the bounds."""
        document = parse_document(answer.body, answer.url, answer.headers, self.scope.bounds)
        if document.beyond is not None:
            found.cut.append(setting(document.beyond))
        return document

    def read_feed(self, answer: Answer, listing: Listing) -> Found:
        """Read a page of a feed."""
        page = read_feed(answer.body, answer.url, self.scope.bounds, answer.content_type)
        if page.broken:
            return Found(problem=Problem("not_a_feed"))
        page.next_page = page.next_page or next_by_header(answer, self.scope.bounds.url_length)
        if section := self._section_of_rows(listing):
            for link in page.links:
                link.section = link.section or section
        found = Found(links=page.links)
        if page.cut:
            found.cut.append("LISTING_MAX_ITEMS or a bound of XML")
        elif not page.links and not page.left and not listing.pages:
            found.problem = Problem("no_links")
        elif (url := _only_url(page.links)) is not None:
            found.problem = Problem("one_link")
            found.links = [] if urlsplit(url).path in {"", "/"} and "?" not in url else page.links
        listing.enter(page)
        if page.next_page and listing.goes_on(page, self.scope.selection):
            found.next = replace(self.ask(listing), url=self.scope.url(page.next_page))
        return found

    def read_sitemap(self, answer: Answer, listing: Listing) -> Found:
        """Read a sitemap or an index; sitemaps that have not changed since ``since`` are left out."""
        sitemap = read_sitemap(answer.body, answer.url, self.scope.bounds, answer.content_type)
        if sitemap.broken:
            return Found(problem=Problem("not_a_sitemap"))
        listing.pages += 1
        listing.rows += len(sitemap.links)
        sitemap.links.section = self._section_of_rows(listing)
        named = sitemap.sitemaps[: self.scope.selection.max_pages]
        found = Found(
            links=sitemap.links,
            listings=[
                self.ask(Listing("sitemap", listing.name, self.scope.url(url), "sitemap", slug=listing.slug))
                for place, (url, modified) in enumerate(named)
                if place < ALWAYS_READ or self._may_be_wanted(url, modified)
            ],
        )
        found.older = len(named) - len(found.listings)
        if sitemap.cut:
            found.cut.append("SITEMAP_MAX_ITEMS or a bound of XML")
        return found

    def _section_of_rows(self, listing: Listing) -> str | None:
        """Return the section of rows that state none, where the feed or sitemap is that of a section."""
        return self.sections.name(listing.slug) if listing.slug else None

    def _may_be_wanted(self, url: str, modified: str | None) -> bool:
        """Tell whether a sitemap may be new enough; a later date in its URL shows ``lastmod`` to be wrong."""
        asked = self.scope.selection
        return not asked.is_older(modified) or (
            (day := day_in_url(url)) is not None and asked.in_range(day) is True
        )


def _only_url(links: Sequence[ListedLink]) -> str | None:
    """Return the URL to which all rows of a feed lead, where these are several stories.

    Comments of one article may be all that a feed of comments has; they have no headline.
    """
    headlines = {link.headline for link in links if link.headline}
    urls = {clean_url(link.url) for link in links} if len(headlines) >= FEWEST_ITEMS else set()
    return urls.pop() if len(urls) == 1 else None
