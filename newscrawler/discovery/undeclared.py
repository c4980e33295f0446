"""FrontPageDiscovery: listings of an undeclared site: what its front page and its robots.txt name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newscrawler.bounds import setting
from newscrawler.discovery.answer import Found, Problem
from newscrawler.discovery.discovery import Discovery
from newscrawler.discovery.feeds.feed_page import feeds_named_by
from newscrawler.discovery.listed_link import Candidate
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.packed_links import PackedLinks
from newscrawler.discovery.pagers.button_scripts import ButtonScripts
from newscrawler.discovery.pagers.day_archive import day_of_listing
from newscrawler.discovery.pagers.link_header import next_by_header
from newscrawler.discovery.pagers.more_url import url_of_more
from newscrawler.discovery.rows.more_rows import read_more
from newscrawler.discovery.rows.noscript_rows import add_noscript_rows, add_noscript_ways
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.rows.stated_rows import add_stated_rows
from newscrawler.discovery.sections.front_page import read_front
from newscrawler.discovery.sections.site_map import maps_of, sections_beyond_menus
from newscrawler.discovery.sections.splash_page import leads_on_to
from newscrawler.discovery.sitemaps.sitemap_order import newest_first
from newscrawler.discovery.story_urls import looks_like_article, may_be_article
from newscrawler.publication.section_names import SectionNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.discovery.answer import Answer, Question
    from newscrawler.discovery.listed_link import ListedLink, ListingPage
    from newscrawler.discovery.listing import ListingFormat
    from newscrawler.discovery.scope import Scope
    from newscrawler.discovery.sections.front_page import Front
    from newscrawler.document import Document
    from newscrawler.items import Article

USUAL_FEEDS = ("/feed", "/rss.xml", "/rss", "/atom.xml", "/feed.xml")
USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/sitemap-news.xml", "/news-sitemap.xml")
"""Of these the first alone is looked for where other listings are asked for, too: most sites have none."""
MAY_NAME_FEEDS = "may_name_feeds"
"""In the values of a listing: a link said that it is a feed, and nothing else did."""


class FrontPageDiscovery(Discovery):
    """Finds feeds, sitemaps and sections, and decides by URL and link text what may be an article."""

    def __init__(self, scope: Scope, front_page: str, plain: str | None = None) -> None:
        """Make it for one site.

        :param plain: the front page's URL by http, to be asked for where that by https cannot be read.
        """
        super().__init__(scope, SectionNames({}))
        self.front_page = front_page
        self.plain = plain
        self._section_pages: set[str] = set()
        """URLs that the menus name, some of which look like an article's."""
        self.readers |= {"front": self.read_front, "links": self.read_links, "map": self.read_links}
        self.readers |= {"more": self.read_more, "robots": self.read_robots, "script": self.read_script}
        self.scripts = ButtonScripts(scope.domains, scope.bounds.url_length)

    def start(self) -> Iterator[Question]:
        """Yield the front page and robots.txt; what else there is, they say."""
        yield from self._first(self.scope.url(self.front_page), self.scope.base)

    def _first(self, front_page: str, home: str) -> Iterator[Question]:
        yield self.ask(Listing("index", None, front_page, "front"))
        if self.scope.selection.source in {None, "sitemap"}:
            place = urljoin(home, "/robots.txt")
            yield self.ask(Listing("sitemap", "robots.txt", place, "robots", guessed=True))

    def listing_at(self, url: str) -> Listing | None:
        """Return what a page is that a person names: a listing, unless it looks like an article."""
        if url.rstrip("/") == self.scope.url(self.front_page).rstrip("/"):
            return Listing("index", None, url, "front")
        return None if looks_like_article(url) else Listing("section", None, url, "links")

    def failed(self, listing: Listing, reason: str, *, missing: bool) -> Found:
        """Count a listing that is not there, and miss only what the site itself names."""
        is_front = listing.kind == "index" and not listing.pages
        if is_front and self.plain and listing.url != self.plain:
            return Found(listings=list(self._first(self.plain, self.plain)))
        is_named = not (listing.guessed or missing or listing.format == "more")
        if is_front or is_named:
            return Found(problem=Problem(reason, "missing" if missing else "failed"))
        found = Found(problem=Problem(reason, "not_there", is_failure=False))
        if listing.format == "robots":
            found.listings += self._usual_sitemaps(listing.url)
        elif listing.format == "script":
            self.scripts.came(listing.url, "")
            self._go_on(found)
        return found

    def read_front(self, answer: Answer, listing: Listing) -> Found:
        """Read the front page: feeds, sections, and its own links to articles."""
        found, asked = Found(), self.scope.selection
        document = self.document(answer, found)
        front = read_front(document.root, answer.url, self.scope.domains, self.scope.bounds)
        add_noscript_ways(front, document, answer.url, self.scope.domains, self.scope.bounds)
        for slug, (place, name) in front.sections.items():
            self._section_pages.add(place)
            self.sections.learn(name, slug)
            self.sections.learn(slug, slug)
        ways = [] if front.sections or front.feeds else self._ways_on(document, answer.url, listing)
        unknown = [slug for slug in asked.sections if slug not in front.sections]
        if unknown and not ways and self._is_own_front(listing):
            there = ", ".join(front.sections) or "none"
            found.wrong_argument = f"sections={unknown[0]}: not in the site's menus; there are: {there}"
            return found
        if asked.source in {None, "html"}:
            found.listings += self._sections(front)
            found.listings += map(self.ask, maps_of(document, front, self.scope))
            if not asked.sections:
                page = self._page_links(document, answer)
                self._take(page, listing, found)
                self._turn_page(document, answer.url, page, listing, found)
        if asked.source in {None, "feed"}:
            found.listings += self._feeds(front, answer.url)
        if not (found.links or found.candidates):
            found.listings += ways
            if not found.listings or all(asked.listing.guessed for asked in found.listings):
                found.candidates, found.unlikely = [replace(each, weight=1) for each in found.unlikely], []
        return found

    def _is_own_front(self, listing: Listing) -> bool:
        """Tell whether a listing is the front page itself, and none to which that leads."""
        own = {url.rstrip("/") for url in (self.scope.url(self.front_page), self.plain) if url}
        return listing.url.rstrip("/") in own

    def _ways_on(self, document: Document, url: str, listing: Listing) -> list[Question]:
        """Return the pages to which the site's own front page leads."""
        if not self._is_own_front(listing):
            return []
        places = leads_on_to(document, url, self.scope.domains, self.scope.bounds)
        return [self.ask(Listing("index", None, self.scope.url(place), "front")) for place in places]

    def _sections(self, front: Front) -> Iterator[Question]:
        for slug in self.scope.selection.sections or front.sections:
            if slug in front.sections:
                place, name = front.sections[slug]
                yield self.ask(Listing("section", name, self.scope.url(place), "links", slug=slug))

    def _feeds(self, front: Front, url: str) -> Iterator[Question]:
        for feed in front.feeds or [urljoin(url, path) for path in USUAL_FEEDS]:
            found = Listing("feed", None, self.scope.url(feed), "feed", guessed=not front.feeds)
            found.values = {} if front.states_feeds else {MAY_NAME_FEEDS: True}
            yield self.ask(found)

    def read_links(self, answer: Answer, listing: Listing) -> Found:
        """Read a section page: links that look like articles, further sections, and its next page."""
        found = Found()
        document = self.document(answer, found)
        page = self._page_links(document, answer)
        further = sections_beyond_menus(document, page, listing, self.scope, self._section_pages)
        found.listings += map(self.ask, further)
        self._take(page, listing, found)
        self._turn_page(document, answer.url, page, listing, found)
        return found

    def _page_links(self, document: Document, answer: Answer) -> ListingPage:
        domains, bounds = self.scope.domains, self.scope.bounds
        page = read_links(document.root, answer.url, domains, bounds)
        add_noscript_rows(page, document, answer.url, domains, bounds)
        page.next_page = page.next_page or next_by_header(answer, bounds.url_length)
        add_stated_rows(page, document, answer.url, domains, bounds)
        return page

    def read_more(self, answer: Answer, listing: Listing) -> Found:
        """Read the rows that a button loads; what is no list of rows ends the listing."""
        found, scope = Found(), self.scope
        page = read_more(answer.body, answer.url, scope.domains, listing.rows, scope.bounds)
        self._take(page, listing, found)
        if page.next_page and listing.goes_on(page, scope.selection):
            found.next = replace(self.ask(listing), url=scope.url(page.next_page))
        return found

    def _take(self, page: ListingPage, listing: Listing, found: Found) -> None:
        """Enter a page, and hand on what it links."""
        if page.cut:
            found.cut.append(setting("page_links"))
        page.links = [link for link in page.links if link.url not in self._section_pages]
        listing.enter(page)
        found.links, found.seen, found.others = page.links, page.seen, page.others
        found.candidates, found.unlikely = page.candidates, page.unlikely

    def _turn_page(
        self, document: Document, url: str, page: ListingPage, listing: Listing, found: Found
    ) -> None:
        """Ask for the next page, or for the rows that the page's button loads."""
        if not listing.goes_on(page, self.scope.selection):
            return
        rows = len(page.links) + len(page.candidates)
        if page.next_page is not None:
            if not self._is_too_old(page.next_page):
                found.next = self._onward(listing, page.next_page, "links")
        elif onward := url_of_more(document, url, rows, self.scope.bounds.url_length):
            found.next = self._onward(listing, onward, "more")
        elif listing.pages == 1 and (scripts := self.scripts.scripts_of(document, url)):
            for script in self.scripts.wait(listing, url, rows, scripts):
                place = self.scope.url(script)
                found.listings.append(self.ask(Listing("section", None, place, "script", guessed=True)))
            self._go_on(found)
        else:
            found.only_first = listing.pages == 1

    def _is_too_old(self, url: str) -> bool:
        """Tell whether a page lists a day before those that are asked for, wherever that day was."""
        day = day_of_listing(url)
        return day is not None and self.scope.selection.is_older(f"{day}T23:59:59-12:00")

    def _onward(self, listing: Listing, url: str, form: ListingFormat) -> Question:
        """Return the request for further rows of a listing."""
        listing.format = form
        return replace(self.ask(listing), url=self.scope.url(url))

    def read_script(self, answer: Answer, listing: Listing) -> Found:
        """Read a script: listings whose button it serves go on."""
        found = Found()
        self.scripts.came(listing.url, answer.body.decode("utf-8", "replace"))
        self._go_on(found)
        return found

    def _go_on(self, found: Found) -> None:
        """Ask for the further rows of the listings of which the scripts tell."""
        for listing, onward in self.scripts.decided():
            if onward is None:
                found.only_first = True
            else:
                found.listings.append(self._onward(listing, onward, "more"))

    def read_robots(self, answer: Answer, listing: Listing) -> Found:
        """Read which sitemaps robots.txt names; the newest are asked for, on other hosts too."""
        found, bounds = Found(), self.scope.bounds
        text = answer.body[: bounds.robots_size or None].decode("utf-8-sig", "replace")
        named = (
            self.scope.url(urljoin(listing.url, path))
            for path in re.findall(r"(?im)^\s*sitemap\s*:\s*(\S+)", text)
        )
        urls = [url for url, _ in newest_first((url, None) for url in dict.fromkeys(named))]
        if 0 < bounds.robots_sitemaps < len(urls):
            found.cut.append(setting("robots_sitemaps"))
        for url in urls[: bounds.robots_sitemaps or None][: self.scope.selection.max_pages]:
            found.listings.append(self.ask(Listing("sitemap", None, url, "sitemap")))
        if not urls:
            found.listings += self._usual_sitemaps(listing.url)
        return found

    def _usual_sitemaps(self, robots: str) -> Iterator[Question]:
        paths = USUAL_SITEMAPS if self.scope.selection.source == "sitemap" else USUAL_SITEMAPS[:1]
        for path in paths:
            yield self.ask(Listing("sitemap", None, urljoin(robots, path), "sitemap", guessed=True))

    def read_feed(self, answer: Answer, listing: Listing) -> Found:
        """Read a feed, which need not be one: it may be a page that names feeds."""
        found = _not_there(super().read_feed(answer, listing))
        if found.problem and found.problem.reason == "not_a_feed" and listing.values.get(MAY_NAME_FEEDS):
            named = feeds_named_by(self.document(answer, found), answer.url, self.scope.bounds)
            if named:
                found.problem = None
                found.listings = [
                    self.ask(Listing("feed", None, self.scope.url(url), "feed")) for url in named
                ]
        return found

    def read_sitemap(self, answer: Answer, listing: Listing) -> Found:
        """Read a sitemap: a news sitemap lists articles only; of others, take what looks like one."""
        found = _not_there(super().read_sitemap(answer, listing))
        if isinstance(found.links, PackedLinks) and not all(map(_is_likely, found.links)):
            likely = PackedLinks()
            for link in chain.from_iterable(found.links.drained()):
                if _is_likely(link):
                    likely.append(link)
                elif may_be_article(link.url):
                    found.candidates.append(Candidate(link, 1))
            found.links = likely
        return found

    def section_of(self, article: Article) -> str | None:
        """Return the slug by the page; else of the section page that showed the article."""
        shown = (seen.name for seen in article.listed_on if seen.kind == "section" and seen.name)
        first = next(shown, None)
        return super().section_of(article) or (self.sections.slug(first) if first else None)


def _is_likely(link: ListedLink) -> bool:
    """Tell whether the row of a sitemap is an article: only those of a news sitemap have a headline."""
    return bool(link.headline) or looks_like_article(link.url)


def _not_there(found: Found) -> Found:
    """Take a listing that is none for one that is not there: nobody has declared it."""
    if found.problem is not None:
        found.problem = replace(found.problem, kind="not_there", is_failure=False)
    return found
