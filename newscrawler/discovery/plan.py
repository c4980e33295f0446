"""Discovery: which listings of a publication are asked for: sections, topics, feeds, sitemaps, search."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from scrapy.exceptions import CloseSpider

from newscrawler.discovery.links import absolute
from newscrawler.discovery.listing import Walk
from newscrawler.listing_spider import ListingSpider
from newscrawler.publication.selectors import select
from newscrawler.run.run import run_of
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from scrapy import Request
    from scrapy.http import Response

    from newscrawler.publication.listing_layout import ListingLayout


class Discovery(ListingSpider):
    """Starts from what the arguments ask for; topics and search by way of the home page."""

    async def start(self) -> AsyncIterator[Any]:
        """The first listings of what the arguments ask for."""
        ask_for = self.selection
        if ask_for.topics or ask_for.query:
            yield self.listing(Walk("index", None, self.base), self.parse_home)
        elif ask_for.source not in {"feed", "sitemap"}:
            for slug in ask_for.sections or self.sections:
                paths = self.sections[slug]
                url, *others = map(self.address, (paths,) if isinstance(paths, str) else paths)
                yield self.listing(
                    Walk("section", slug, url, slug=slug, alternatives=tuple(others)), self.parse_listing
                )
        if ask_for.source == "feed" or (ask_for.source is None and not (ask_for.topics or ask_for.query)):
            for feed in self.feeds:
                url = self.address(feed)
                yield self.listing(Walk("feed", None, url), self.parse_feed)
        if ask_for.source == "sitemap":
            for sitemap in self.sitemaps:
                url = self.address(sitemap)
                yield self.listing(Walk("sitemap", None, url), self.parse_sitemap)

    def parse_home(self, response: Response, walk: Walk) -> Iterator[Any]:
        """The home page tells which generation of the site this is; then topics and search can be asked."""
        root, layout = self._recognise(response)
        if layout is None:
            self._listing_broken(walk, "the home page is in no known layout")
            return
        if self.selection.query:
            search = layout.api.get("search")
            if search is None:
                raise self._wrong_argument("query=: this site has no search that can be asked")
            found = Walk(
                "search", self.selection.query, self.address(search.url), layout=layout, api=search,
                values={"query": self.selection.query},
            )  # fmt: skip
            yield self._ask(found)
        if self.selection.topics:
            if layout.topic_url is None:
                raise self._wrong_argument("topics=: this site has no topic pages")
            named = self._named_topics(root, response.url, layout)
            if layout.topic_index and (
                self.selection.topics == ("all",) or not self._slugs_of(named).keys() >= self._asked_names
            ):
                walk = Walk(
                    "index", "topics", self.address(layout.topic_index), layout=layout, values=dict(named)
                )
                yield self.listing(walk, self.parse_topic_index)
            else:
                yield from self._topics(layout, named)

    def _wrong_argument(self, line: str) -> CloseSpider:
        """What ends a run whose argument only the site itself could show to be wrong."""
        run_of(self.crawler).wrong_argument(line)
        return CloseSpider("wrong_argument")

    def parse_topic_index(self, response: Response, walk: Walk) -> Iterator[Any]:
        """The topics that the site itself names, one level deep."""
        assert walk.layout
        root = self.parse_listing_page(response).root
        named = self._named_topics(root, response.url, walk.layout)
        yield from self._topics(walk.layout, named or walk.values)

    def topics_without_index(self, walk: Walk) -> Iterator[Request]:
        """The topic listings that the home page named."""
        assert walk.layout
        yield from self._topics(walk.layout, walk.values)

    def _named_topics(self, root: Any, url: str, layout: ListingLayout) -> dict[str, str]:
        """Slug -> name of the topic links on a page."""
        if not layout.topic_url:
            return {}
        pattern = re.compile(re.escape(layout.topic_url).replace(r"\{slug\}", r"([\w-]+)") + "/?$")
        named: dict[str, str] = {}
        for link in select(root, layout.topic_links or "a")[: self.bounds.page_links or None]:
            match = pattern.fullmatch(urlsplit(absolute(url, link.attr("href") or "") or "").path)
            if match and match[1] not in self.sections and (name := clean(link.text)):
                named.setdefault(match[1], name)
        return named

    @cached_property
    def _asked_names(self) -> set[str]:
        """Topics that were asked for by name rather than by slug."""
        return {topic.casefold() for topic in self.selection.topics if not is_slug(topic)}

    def _slugs_of(self, named: Mapping[str, str]) -> dict[str, str]:
        declared = {name.casefold(): slug for name, slug in self.topic_names.items()}
        return declared | {clean(name).casefold(): slug for slug, name in named.items()}

    def _topics(self, layout: ListingLayout, named: Mapping[str, str]) -> Iterator[Request]:
        """The listings of the topics that were asked for; ``named``: slug -> name, of the site's own index."""
        assert layout.topic_url is not None  # else it was a wrong argument
        slugs = self._slugs_of(named)
        for topic in named if self.selection.topics == ("all",) else self.selection.topics:
            slug = topic if topic in named else slugs.get(topic.casefold()) or slug_of(topic)
            url = self.address(layout.topic_url.format(slug=quote(slug)))
            walk = Walk("topic", named.get(slug, topic), url, slug=slug, layout=layout)
            yield self.listing(walk, self.parse_listing)


def is_slug(text: str) -> bool:
    """Whether a topic was given by its slug rather than by its name."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text))


def slug_of(name: str) -> str:
    """The slug that sites usually make of a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
