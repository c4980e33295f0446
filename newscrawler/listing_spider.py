"""ListingSpider: reads the listings of a publication, page by page, and asks for the articles that they show."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import TextResponse

from newscrawler.bounds import setting
from newscrawler.discovery.feed import read_feed
from newscrawler.discovery.html_rows import read_html
from newscrawler.discovery.json_api import ask, page_values, read_json
from newscrawler.discovery.links import absolute
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.listing import Walk
from newscrawler.discovery.sitemap import read_sitemap
from newscrawler.document import parse_document
from newscrawler.items import ListedArticle, Sighting
from newscrawler.publication.declaration import Publication
from newscrawler.publication.listing_layout import HtmlListing, ListingLayout
from newscrawler.publication.selectors import select
from newscrawler.rendering import GAVE_UP, Rendering
from newscrawler.run.failures import is_missing, outcome_of
from newscrawler.run.run import run_of
from newscrawler.text import clean
from newscrawler.urls import article_key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawler.document import Document
    from newscrawler.items import Source

INDEX_LAST = -10  # the listing of all news after those of the sections, which it repeats
TIME_SOURCES: dict[str, Source] = {"feed": "feed", "sitemap": "sitemap"}


class ListingSpider(Publication):
    """Reads HTML and JSON listings, feeds and sitemaps."""

    @cached_property
    def required_kinds(self) -> frozenset[str]:
        """Kinds of listings that must all have shown an article before it is asked for."""
        kinds = {"topic"} if self.selection.topics else set()
        if self.selection.query:
            kinds.add("search")
        if kinds and self.selection.source in {"feed", "sitemap"}:
            kinds.add(str(self.selection.source))
        return frozenset(kinds) if len(kinds) > 1 else frozenset()

    def listing(self, walk: Walk, callback: Any, **kwargs: Any) -> Request:
        """The request for a page of a listing."""
        meta: dict[str, Any] = {"page_kind": walk.kind, "listing_name": walk.name}
        if walk.kind == "sitemap":
            meta["download_maxsize"] = self.bounds.sitemap_size
        if callback == self.parse_listing and self._is_rendered(walk):
            meta["render"] = self.rendering(self.selection.max_pages or 0)
        return Request(
            kwargs.pop("url", walk.url),
            callback=callback,
            errback=self.listing_failed,
            cb_kwargs={"walk": walk},
            meta=meta,
            **kwargs,
        )

    def _is_rendered(self, walk: Walk) -> bool:
        """Whether the browser reads a listing: where no JSON address is declared for it, or that has failed."""
        declared = any(walk.kind in layout.api for layout in self._listing_layouts)
        return "listing" in self.render and (walk.fallback or not declared or self.selection.source == "html")

    @classmethod
    def rendering(cls, pages: int = 0) -> Rendering:
        """What the declaration says of rendered listings.

        :param pages: most batches of rows, 0 for all.
        """
        return Rendering(
            rows=cls.rows, load_more=cls.load_more, scroll=cls.scroll, end_marker=cls.end_marker, pages=pages,
            domains=cls.render_domains,
        )  # fmt: skip

    async def wants_more(self, request: Request, content: Callable[[], Awaitable[str]]) -> bool:
        """Whether a rendered listing is to be loaded further: not when its latest rows are older than ``since``."""
        if self.selection.since is None:
            return True
        walk: Walk = request.cb_kwargs["walk"]
        html = (await content()).encode()
        root = parse_document(html, walk.url, {"Content-Type": "text/html; charset=utf-8"}, self.bounds).root
        layout = next((each for each in self._listing_layouts if select(root, each.marker)), None)
        if layout is None:
            return True
        links = read_html(root, walk.url, layout.rows, self.timezone, self.bounds).links
        latest = [link.published_at for link in links[walk.rows :] if link.published_at]
        walk.rows = len(links)
        return not latest or not all(map(self.selection.is_older, latest))

    def parse_listing_page(self, response: Response) -> Document:
        """The page of a listing, within the bounds."""
        document = parse_document(response.body, response.url, response_headers(response), self.bounds)
        if document.beyond is not None:
            self._listing_cut(response.url, setting(document.beyond))
        return document

    def _listing_cut(self, url: str, bound: str) -> None:
        """Count a listing of which only a part was read."""
        self.logger.warning("%s goes beyond %s: only its beginning is read", url, bound)
        self.crawler.stats.inc_value("newscrawler/listing/cut")

    # --- Listings ---------------------------------------------------------------------------------------------

    def parse_listing(self, response: Response, walk: Walk) -> Iterator[Any]:
        """An HTML listing page, and the JSON listing behind it."""
        root, layout = self._recognise(response)
        if layout is None:
            self._listing_broken(walk, "unrecognised_page")
            return
        page = read_html(root, response.url, layout.rows, self.timezone, self.bounds)
        if walk.kind == "section" and not walk.pages:
            self._learn_section_names(root, response.url)
            yield from self._whole_index(layout)
        if page.cut:
            self._listing_cut(response.url, setting("page_links"))
        walk.layout = walk.layout or layout
        rendered = "render" in response.meta
        walk.rows = 0 if rendered else walk.rows
        walk.reads(page)
        yield from self.follow(page, walk)
        if rendered:
            if gave_up := response.meta.get(GAVE_UP):
                self._listing_broken(walk, gave_up)
            elif not page.links and not page.broken:
                self._listing_broken(walk, "no_links")
            return
        api = layout.api.get(walk.kind) if self.selection.source != "html" else None
        if api is not None:
            text = response.text if isinstance(response, TextResponse) else ""
            values = page_values(api, text, walk.slug) | {"slug": walk.slug}
            if all(values.get(name) for name in api.required):
                walk.api, walk.values = api, values
                if not self.selection.max_pages or walk.pages < self.selection.max_pages:
                    yield self._ask(walk)
                return
            self.crawler.stats.inc_value("newscrawler/listing/api_not_declared")
            if "listing" in self.render:
                yield self._fall_back(walk, "api_not_declared")
                return
        if self.selection.source == "api":
            self._listing_broken(walk, "no_api")
        elif page.next_page and walk.goes_on(page, self.selection):
            yield self.listing(walk, self.parse_listing, url=self.address(page.next_page))
        elif walk.pages == 1 and not page.links and not page.broken:
            self._listing_broken(walk, "no_links")

    def parse_json(self, response: Response, walk: Walk) -> Iterator[Any]:
        """An answer of a JSON listing."""
        assert walk.api
        page = read_json(response.body, self.base, walk.api, self.timezone, self.bounds)
        if page.broken or (page.skipped and not page.links):
            reason = "not_json" if page.broken == "not JSON" else "changed_json"
            if self._can_fall_back(walk):
                yield self._fall_back(walk, reason)
            else:
                self._listing_broken(walk, reason)
            return
        if page.cut:
            self._listing_cut(response.url, setting("listing_items"))
        walk.reads(page)
        requests = list(self.follow(page, walk))
        yield from requests
        walk.finds_nothing(len(requests))
        if walk.goes_on(page, self.selection):
            yield self._ask(walk, page)

    def _can_fall_back(self, walk: Walk) -> bool:
        return "listing" in self.render and not walk.fallback and self.selection.source != "api"

    def _fall_back(self, walk: Walk, reason: str) -> Request:
        """The request by which the browser reads a listing whose declared JSON address is of no use."""
        self.crawler.stats.inc_value("newscrawler/render/fallback")
        self.logger.warning(
            "%s %s: its JSON address fails (%s): rendered", walk.kind, walk.name or "", reason
        )
        walk.api, walk.fallback = None, True
        return self.listing(walk, self.parse_listing, dont_filter=True)

    def _whole_index(self, layout: ListingLayout) -> Iterator[Request]:
        """Beside all sections, the listing of all news, once: it has stories that are filed under none of them."""
        index = layout.api.get("index")
        if index is None or self.selection.sections or self.selection.source == "html" or self._index_asked:
            return
        self._index_asked = True
        walk = Walk("index", None, self.base, layout=layout, api=index, redundant=True)
        yield self._ask(walk).replace(priority=INDEX_LAST)

    def _learn_section_names(self, root: Any, url: str) -> None:
        """Enter the names under which the site's own menu links its sections."""
        paths = {
            urlsplit(self.address(path)).path.rstrip("/"): slug
            for slug, value in self.sections.items()
            for path in ((value,) if isinstance(value, str) else value)
        }
        for link in select(root, "a[href]")[: self.bounds.page_links or None]:
            slug = paths.get(urlsplit(absolute(url, link.attr("href") or "") or "").path.rstrip("/"))
            name = clean(link.text) if slug else ""
            if slug and 0 < len(name) < 60:
                self._section_slugs.setdefault(name.casefold(), slug)

    def _ask(self, walk: Walk, page: ListingPage | None = None) -> Request:
        assert walk.api
        question = ask(walk.api, self.base, walk.values, page.cursor if page else None, walk.api_rows)
        headers = {"Content-Type": "application/json"} if question.body is not None else {}
        return self.listing(
            walk, self.parse_json, url=question.url, method=question.method, body=question.body,
            headers={**headers, "Referer": walk.url}, dont_filter=True,
        )  # fmt: skip

    def parse_feed(self, response: Response, walk: Walk) -> Iterator[Any]:
        """A feed."""
        page = read_feed(response.body, response.url, self.bounds)
        if page.broken:
            self._listing_broken(walk, "not_a_feed")
            return
        if page.cut:
            self._listing_cut(response.url, "LISTING_MAX_ITEMS or a bound of XML")
        elif not page.links:
            self._listing_broken(walk, "no_links")
        walk.reads(page)
        yield from self.follow(page, walk)

    def parse_sitemap(self, response: Response, walk: Walk) -> Iterator[Any]:
        """A sitemap or an index of sitemaps."""
        sitemap = read_sitemap(response.body, response.url, self.bounds)
        if sitemap.page.broken:
            self._listing_broken(walk, "not_a_sitemap")
            return
        if sitemap.page.cut:
            self._listing_cut(response.url, "SITEMAP_MAX_ITEMS or a bound of XML")
        for address, modified in sitemap.sitemaps:
            if not self.selection.is_older(modified):
                url = self.address(address)
                yield self.listing(Walk("sitemap", None, url), self.parse_sitemap)
        links = [
            link for link in sitemap.page.links if not self.selection.is_older(sitemap.modified.get(link.url))
        ]
        walk.reads(sitemap.page)
        yield from self.follow(ListingPage(links), walk)

    def follow(self, page: ListingPage, walk: Walk) -> Iterator[Request]:
        """Requests for the articles of a listing page that nothing has asked for yet."""
        offset = walk.rows - len(page.links)
        for link in page.links:
            request = self.see(link, walk, offset)
            if request is not None:
                yield request

    def see(self, link: ListedLink, walk: Walk, offset: int = 0) -> Request | None:
        """Enter a listed link; the request for its article if it is the first time that it is wanted."""
        url = self.article_address(link.url)
        if url is None:
            self.crawler.stats.inc_value("newscrawler/listing/not_an_article_link")
            return None
        key = article_key(self.name, url, self.article_number)
        listed = self.listed.get(key)
        if listed is None:
            if hash(key) in self.ever_listed:
                return None
            listed = self.enter(url, key)
            first = True
        else:
            first = False
        listed.sightings.append(
            Sighting(walk.url, walk.kind, walk.name, position=offset + link.position, headline=link.headline)
        )
        if link.published_at and (
            listed.published_at is None
            or (is_instant(link.published_at) and not is_instant(listed.published_at))
        ):
            listed.published_at = link.published_at
            listed.time_source = TIME_SOURCES.get(walk.kind, "listing")
        listed.section = listed.section or link.section
        listed.lead = listed.lead or link.lead
        listed.topics = listed.topics or link.topics
        if self.required_kinds:
            _, kinds = self._awaiting.setdefault(key, (listed, set()))
            complete = kinds >= self.required_kinds
            kinds.add(walk.kind)
            first = not complete and kinds >= self.required_kinds
        return self.article_request(listed) if first else None

    def enter(self, url: str, key: str) -> ListedArticle:
        """An article that is listed for the first time in this run; it stays as long as a request holds it."""
        listed = self.listed[key] = ListedArticle(url=url, key=key)
        self.ever_listed.add(hash(key))
        return listed

    def topics_without_index(self, walk: Walk) -> Iterator[Request]:
        """The topic listings that can be asked for when the site's index of topics fails; see ``Discovery``."""
        raise NotImplementedError

    def parse_article(self, response: Response) -> Iterator[Any]:
        """An article page; see ``NewsSpider``."""
        raise NotImplementedError

    def article_request(self, listed: ListedArticle) -> Request | None:
        """The request for a listed article; see ``NewsSpider``."""
        raise NotImplementedError

    def article_address(self, url: str) -> str | None:
        """The address to ask for of a listed link; see ``NewsSpider``."""
        raise NotImplementedError

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """Count a listing that could not be read."""
        request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        walk: Walk = request.cb_kwargs["walk"]
        outcome, reason = outcome_of(failure)
        if outcome == "left":  # a bound of ours, or the end of the run: says nothing of the site
            self.crawler.stats.inc_value(f"newscrawler/listing/left/{reason}")
            return
        missing = is_missing(reason)
        if walk.api is not None and self._can_fall_back(walk):
            yield self._fall_back(walk, reason)
            return
        if missing and walk.alternatives and not walk.pages:
            walk.url, *others = walk.alternatives
            walk.alternatives = tuple(others)
            yield self.listing(walk, self.parse_listing)
            return
        level = logging.WARNING if missing else logging.ERROR
        what = "the site has no such page" if missing else reason
        self.logger.log(level, "%s %s (%s): %s", walk.kind.capitalize(), walk.name or "", request.url, what)
        self.crawler.stats.inc_value(
            "newscrawler/listing/missing" if missing else "newscrawler/listing/failed"
        )
        if missing and walk.kind == "section" and not self.selection.sections:
            run_of(self.crawler).account.sections_missing += 1
        if not missing or not self._does_without(walk):
            run_of(self.crawler).account.listing_failures[reason] += 1
        if _is_topic_index(walk):
            yield from self.topics_without_index(walk)

    def _does_without(self, walk: Walk) -> bool:
        """Whether the run is good without a page that is not there.

        That is so of a section, after the last page, and of an index of topics that are known otherwise.
        """
        if _is_topic_index(walk):
            return self.selection.topics != ("all",)
        return walk.api is None and (walk.kind == "section" or walk.pages > 0)

    def _listing_broken(self, walk: Walk, reason: str) -> None:
        """Count a listing that answered with something else than a listing."""
        self.logger.error("%s %s (%s): %s", walk.kind.capitalize(), walk.name or "", walk.url, reason)
        self.crawler.stats.inc_value("newscrawler/listing/broken")
        run_of(self.crawler).account.listing_failures[reason] += 1

    def _recognise(self, response: Response) -> tuple[Any, ListingLayout | None]:
        """The parsed page and the listing layout that it is in."""
        root = self.parse_listing_page(response).root
        for layout in self._listing_layouts:
            if select(root, layout.marker):
                return root, layout
        return root, None

    @cached_property
    def _listing_layouts(self) -> tuple[ListingLayout, ...]:
        links = self.article_links or self.rows
        if self.listing_layouts or not links:
            return self.listing_layouts
        rows = HtmlListing(row=links, link="a@href", next_page=self.next_page)
        return (ListingLayout("declared", marker="html", rows=rows),)


def _is_topic_index(walk: Walk) -> bool:
    return walk.kind == "index" and walk.name == "topics" and walk.layout is not None


def response_headers(response: Response) -> dict[str, str]:
    """Response headers as text, the last of each name."""
    return {
        name.decode("latin-1"): values[-1].decode("latin-1")
        for name, values in response.headers.items()
        if values
    }


def is_instant(published_at: str | None) -> bool:
    """Whether a listing's time is a whole instant, with its offset."""
    try:
        return published_at is not None and datetime.fromisoformat(published_at).tzinfo is not None
    except ValueError:
        return False
