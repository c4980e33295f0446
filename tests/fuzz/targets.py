"""Targets: each reader of what comes from the web, as a function of bytes whose result can be compared.

A target raises only what its reader must never raise; a reader's declared errors are results.
"""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.settings import Settings

from newscrawler.bounds import Bounds
from newscrawler.dates import YearEvidence, parse_time, trailing_place
from newscrawler.discovery.answer import Answer
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.listed_link import ListingPage
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.discovery.rows.json_api import ask, page_values, read_json
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.sections.front_page import read_front
from newscrawler.discovery.sitemaps.sitemap import read_sitemap
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.document import parse_document
from newscrawler.download.inflate import inflate
from newscrawler.downloadermiddlewares.robotstxt import RobotsMiddleware
from newscrawler.exceptions import Failed
from newscrawler.extract import read_page
from newscrawler.items import ListedArticle
from newscrawler.output.line import from_line, to_line
from newscrawler.publication.listing_layout import HtmlListing, JsonListing
from newscrawler.publication.selection import Selection
from newscrawler.spiders.tass.layouts import TODAY_LISTINGS
from newscrawler.spiders.tass.spider import TassSpider
from newscrawler.urls import article_id, article_key, believe_canonical, clean_url, url_key

if TYPE_CHECKING:
    from collections.abc import Callable


URL = "https://news.example.org/politics/harbour-reopens-4711"
HEADER = b"Content-Type:"
"""A case may begin with a line ``Content-Type: …``, which is then the response's header."""
ROWS = HtmlListing(
    row=".story, li, article",
    link="a@href",
    headline="h2, h3",
    published_at="time@datetime",
    section=".section",
    lead="p",
    next_page="a[rel=next], .next",
    outside="aside",
)
JSON_ROWS = JsonListing(
    url="/api",
    rows="newsList",
    link="link",
    headline="title",
    published_at="date",
    section="section.title",
    lead="lead",
    cursor="-1.date",
    cursor_param="timestamp",
    cursor_step=1,
    end="lastTime.done",
    page_values={"sectionId": r'"(?:{slug})":(\d+)|sectionId\s*=\s*(\d+)'},
)
INFLATED_BYTES = 1024 * 1024
SITE = TassSpider.declared_site()
SCOPE = Scope("https://tass.com/", TassSpider.allowed_domains, Selection(topics=("all",), query="ferry"))
YEAR = YearEvidence("feed", datetime(2017, 5, 1, tzinfo=UTC), datetime(2017, 6, 1, tzinfo=UTC))


def _page_of(data: bytes) -> tuple[bytes, dict[str, str]]:
    """A page and its response headers."""
    if data.startswith(HEADER):
        line, _, body = data.partition(b"\n")
        return body, {"Content-Type": line[len(HEADER) :].decode("latin-1").strip()}
    return data, {}


def read_extract(data: bytes) -> object:
    """A page of a site about which nothing is known."""
    html, headers = _page_of(data)
    return _reading(read_page(html, URL, headers=headers))


def read_declared(data: bytes) -> object:
    """A page of a site whose layouts are declared, as text, with what a feed said of it."""
    html, headers = _page_of(data)
    listed = ListedArticle(
        URL, URL, published_at="2017-05-04T19:27:00+03:00", time_source="feed", section="Politics"
    )
    text = html.decode("utf-8", "surrogateescape")
    return _reading(
        read_page(text, "https://tass.com/politics/944692", headers=headers, site=SITE, listed=[listed])
    )


def _reading(reading: Any) -> object:
    article = reading.article
    if article is None:
        assert reading.not_an_article is not None
        return repr(reading.not_an_article)
    article.run_id, article.fetched_at = "run", "2026-01-01T00:00:00+00:00"
    line = to_line(article)
    assert line.count(b"\n") == 1
    assert to_line(from_line(line)) == line
    return line, reading.next_page, reading.layout


def read_feed_file(data: bytes) -> object:
    """RSS, Atom, RDF, JSON Feed."""
    page = read_feed(data, URL)
    return _listing(page)


def read_sitemap_file(data: bytes) -> object:
    """A sitemap or an index of sitemaps, plain or gzipped."""
    found = read_sitemap(data, URL, Bounds(sitemap_size=INFLATED_BYTES))
    for url, _ in found.sitemaps:
        _url(url)
    page = ListingPage([*found.links], skipped=found.skipped, cut=found.cut, broken=found.broken)
    return _listing(page), repr(found.sitemaps)


def read_json_answer(data: bytes) -> object:
    """The answer of a JSON listing, the question that follows from it, and a page that declares its
    values."""
    page = read_json(data, URL, JSON_ROWS, "Europe/Moscow")
    question = ask(JSON_ROWS, URL, {}, page.cursor)
    return _listing(page), repr(question), page_values(JSON_ROWS, data.decode("utf-8", "replace"), "politics")


def read_listing(data: bytes) -> object:
    """An HTML page: as a listing with declared rows, a front page or a section of which nothing is known, a
    page with known menus."""
    html, headers = _page_of(data)
    document = parse_document(html, URL, headers)
    front = read_front(document.root, document.base_url, ("example.org",))
    discovery = DeclaredDiscovery(TassSpider, SCOPE)
    answer = Answer(URL, html, headers)
    found = [
        discovery.read(answer, Listing("section", "politics", URL)),
        discovery.read(answer, Listing("index", None, URL, "home")),
        discovery.read(answer, Listing("index", "topics", URL, "topics", layout=TODAY_LISTINGS)),
        *(
            FrontPageDiscovery(SCOPE, URL).read(answer, listing)
            for listing in (Listing("index", None, URL, "front"), Listing("section", "world", URL, "links"))
        ),
    ]
    return (
        _listing(read_html(document.root, document.base_url, ROWS, "Europe/Moscow")),
        _listing(read_links(document.root, document.base_url, ("example.org",))),
        repr(front),
        [(each.problem, each.cut, [question.url for question in each.listings]) for each in found],
    )


def _listing(page: ListingPage) -> str:
    for link in page.links:
        _url(link.url)
        for text in (link.headline, link.published_at, link.section, link.lead, link.language, *link.topics):
            assert text is None or isinstance(text, str)
            (text or "").encode()
        if link.published_at:
            parse_time(link.published_at, zone="Europe/Moscow")
    if page.next_page:
        _url(page.next_page)
    return repr(page)


def _url(url: str) -> None:
    """What the spider does with a URL of a listing."""
    article_key("example", url, r"/(\d+)$")
    if clean_url(url).startswith(("http://", "https://")):
        Request(clean_url(url))


def _robots_reader() -> RobotsMiddleware:
    async def sent(*_: object, **__: object) -> list[object]:
        return []

    settings = Settings(
        {"ROBOTSTXT_OBEY": True, "ROBOTS_MAX_SIZE": 500 * 1024, "USER_AGENT": "newscrawler/1.0"}
    )
    signals = SimpleNamespace(send_catch_log_async=sent)
    crawler = SimpleNamespace(settings=settings, spider=None, signals=signals, stats=None)
    return RobotsMiddleware(crawler)  # type: ignore[arg-type]  # the part of a crawler that reading a file needs


ROBOTS = _robots_reader()


def read_robots(data: bytes) -> object:
    """robots.txt, and what it says of a URL, its delay and its rate."""
    reading = ROBOTS._read(Response(f"{URL}/robots.txt", body=data), Request(URL))
    try:
        reading.send(None)
    except StopIteration as done:
        rules = done.value
    else:  # pragma: no cover
        raise AssertionError("reading a file waits for nothing")
    said: list[object] = [rules.ai_agents, rules.opt_outs, repr(rules.failure)]
    if (parser := rules.parser) is not None:
        assert isinstance(parser, ProtegoRobotParser)
        said += [parser.allowed(URL, ROBOTS.agent), parser.crawl_delay(ROBOTS.agent)]
        said += [repr(parser.rp.request_rate(ROBOTS.agent)), ROBOTS._opt_outs(rules, URL)]
        said += [parser.allowed("https://example.org/" + "a" * 200 + "?x=%D0%B0&b=*$", ROBOTS.agent)]
    return repr(said)


def read_time(data: bytes) -> object:
    """A printed time. The language before the first ``|``, if there is one, is the page's."""
    text = data.decode("utf-8", "surrogateescape")
    head, mark, tail = text.partition("|")
    language, text = (head, tail) if mark and 2 <= len(head) <= 5 else (None, text)
    formats = ("%d %B %Y, %H:%M", "%b %d, %H:%M UTC%z", "%A, %d. %B")
    return repr(
        (
            parse_time(text),
            parse_time(text, zone="Europe/Moscow", formats=formats, language=language, years=[YEAR]),
            parse_time(text, zone="America/New_York", language=language or "en", day_first=False),
            trailing_place(text),
        )
    )


def read_url(data: bytes) -> object:
    """A URL, and a canonical one after a space."""
    text = data.decode("utf-8", "surrogateescape")
    fetched, _, canonical = text.partition(" ")
    clean = clean_url(fetched)
    assert clean_url(clean) == clean, "a clean URL stays as it is"
    assert url_key(clean) == url_key(fetched)
    return repr(
        (
            clean,
            believe_canonical(fetched, canonical, domains=("example.org",)),
            believe_canonical(URL, fetched),
            article_id("example", fetched, r"/(\d+)$", "example.org", base_url="http://127.0.0.1:8080"),
            url_key(fetched, merge_hosts=True),
        )
    )


def read_inflate(data: bytes) -> object:
    """A compressed body, under every encoding."""
    results = []
    for encoding in ("gzip", "deflate", "br", "zstd"):
        try:
            body = inflate(data, encoding, INFLATED_BYTES)
        except (Failed, ResponseDataLossError) as error:
            results.append(type(error).__name__)
        else:
            assert len(body) <= INFLATED_BYTES
            results.append(repr(body))
    return results


TARGETS: dict[str, Callable[[bytes], object]] = {
    "extract": read_extract,
    "declared": read_declared,
    "listing": read_listing,
    "feed": read_feed_file,
    "sitemap": read_sitemap_file,
    "json": read_json_answer,
    "robots": read_robots,
    "time": read_time,
    "url": read_url,
    "inflate": read_inflate,
}
