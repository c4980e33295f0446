"""Many newsrooms on loopback, of several shapes, and the declarations of their sites."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Self

from tests.newsroom.connection import LoopbackServer
from tests.newsroom.http import Request, Response, html, xml
from tests.spiders.newsrooms import text

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 3
PACES = (1, 1.25, 1.5)
SHAPES = ("feed", "links", "rows", "sitemap", "foreign_feed", "json")
_LISTED = {
    "feed": '    feeds = ("/rss.xml",)\n',
    "links": '    sections = {{"harbour": "/harbour"}}\n',
    "rows": (
        '    sections = {{"harbour": "/harbour"}}\n'
        '    article_links = "h2 a"\n    next_page = "a[rel=next]"\n'
    ),
    "sitemap": '    news_sitemaps = ("/news-{{YYYY}}.xml",)\n',
    "foreign_feed": '    section_feeds = {{"harbour": "{feeds}/rss.xml"}}\n',
    "json": '    sections = {{"harbour": "/harbour"}}\n    listing_layouts = (LISTING,)\n',
}
_JSON = """from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout

LISTING = ListingLayout(
    "now", marker="html", rows=HtmlListing(row="h3"),
    api={"section": JsonListing("/api", method="GET", rows="items", link="url", offset_param="from")},
)
"""
_SITE = '''"""Paper {number}."""

from newscrawler.news_spider import NewsSpider
{imports}

class Paper{number}Spider(NewsSpider):
    """A paper on loopback."""

    name = "paper{number}"
    allowed_domains = ("{host}",)
    home = "{home}"
    language = "en"
    timezone = "Europe/London"
    download_delay = {delay}
    article_path = r"/(\\d+)$"
    article_number = r"/(\\d+)$"
{listed}'''


class Newsroom(LoopbackServer):
    """Serves one paper; its feed may be on another host.

    :param delay: seconds between two requests, as its site declares.
    """

    def __init__(self, number: int, host: str, delay: float, paper: LoopbackServer | None = None) -> None:
        super().__init__(host, 0, 0.0)
        self.number, self.shape, self.delay = number, SHAPES[number % len(SHAPES)], delay
        self.paper = paper or self

    def respond(self, request: Request) -> Response:
        path, urls = request.path, [f"{self.paper.base_url}/harbour/{n}" for n in range(ARTICLES)]
        if path.rpartition("/")[2].isdigit():
            return html(self.article(int(path.rpartition("/")[2])))
        if path == "/rss.xml":
            items = "".join(f"<item><title>Quay</title><link>{url}</link></item>" for url in urls)
            return xml(f"<rss version='2.0'><channel>{items}</channel></rss>")
        if path == f"/news-{datetime.now(UTC):%Y}.xml":
            places = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
            return xml(f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{places}</urlset>")
        if path == "/api":
            begin = int(request.query.get("from", "0"))
            return Response(
                json.dumps(
                    {"items": [{"url": url, "title": "Quay"} for url in urls[begin : begin + 2]]}
                ).encode(),
                content_type="application/json",
            )
        if path == "/harbour":
            second = "page" in request.query
            shown = [] if self.shape == "json" else urls[2:] if second else urls[:2]
            older = "" if second or self.shape == "json" else "<a rel=next href='/harbour?page=2'>Older</a>"
            links = "".join(f"<h2><a href={url}>The quay of Quillmouth opens again</a></h2>" for url in shown)
            return html(f"<html lang=en><body><a href=/about>About</a>{links}{older}</body></html>")
        return Response(b"", 404)

    def article(self, number: int) -> str:
        when = (datetime.now(UTC) - timedelta(hours=number + 1)).isoformat(timespec="seconds")
        unique = self.number * 100 + number
        return (
            f"<html lang=en><head><title>Quay {unique} opens</title><meta property=og:type content=article>"
            f'<meta property="article:published_time" content="{when}"></head>'
            f"<body><article><h1>Quay {unique} opens</h1>{text(unique)}</article></body></html>"
        )


class Newsrooms:
    """So many newsrooms, and the package of their sites.

    :param delay: seconds, of every third site; the others take more time, by ``PACES``.
    """

    def __init__(self, count: int, folder: Path, delay: float = 0.05) -> None:
        self.folder = folder
        self.papers = [
            Newsroom(number, f"127.0.2.{number + 1}", delay * PACES[number % len(PACES)])
            for number in range(count)
        ]
        self.feeds = {
            paper.number: Newsroom(paper.number, f"127.0.3.{paper.number + 1}", paper.delay, paper)
            for paper in self.papers if paper.shape == "foreign_feed"
        }  # fmt: skip
        self._open = ExitStack()

    def __enter__(self) -> Self:
        for server in (*self.papers, *self.feeds.values()):
            self._open.enter_context(server)
        package = self.folder / "many_press"
        package.mkdir()
        (package / "__init__.py").write_text("")
        for paper in self.papers:
            (package / f"paper{paper.number}.py").write_text(self._declaration(paper))
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._open.close()

    @property
    def hosts(self) -> str:
        """The hosts that a crawl has to be let to."""
        return ",".join(server.host for server in (*self.papers, *self.feeds.values()))

    def _declaration(self, paper: Newsroom) -> str:
        feeds = self.feeds[paper.number].base_url if paper.number in self.feeds else ""
        return _SITE.format(
            number=paper.number, host=paper.host, home=paper.base_url, delay=paper.delay,
            imports=_JSON if paper.shape == "json" else "", listed=_LISTED[paper.shape].format(feeds=feeds),
        )  # fmt: skip
