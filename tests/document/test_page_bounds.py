"""Every bound is a setting, is kept, and would be missed: without it, what it keeps out comes in."""

from __future__ import annotations

import gzip
import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from newscrawler.bounds import NAMES, Bounds, setting
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.links import absolute
from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.discovery.rows.json_api import read_json
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.sections.front_page import read_front
from newscrawler.discovery.sitemaps.sitemap import read_sitemap
from newscrawler.discovery.xml.xml_entries import XmlEntries
from newscrawler.document import parse_document
from newscrawler.extract import read_page
from newscrawler.publication.listing_layout import HtmlListing, JsonListing
from newscrawler.urls import believe_canonical, clean_url

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://news.example.org/a/1"
TEXT = "<h1>The harbour opens</h1><article>" + "<p>The harbour was opened again on Monday.</p>" * 9
SCRIPT = (
    '<script type="application/ld+json">{"@type": "A"}</script><script type="application/ld+json">{"@type": "B", "c": ['
    + "1," * 60
    + "1]}</script>"
)
ATTRIBUTES = " ".join(f"a{n}=b" for n in range(70))
LINKS = "".join(f'<a href="/news/2026/05/04/harbour-opens-{n}">Harbour {n}</a>' for n in range(9))
MENU = "".join(f'<a href="/s{n}">Menu {n}</a>' for n in range(9))
RSS = "<rss><channel>{}</channel></rss>"
ITEM = "<item><title>t</title><link>https://news.example.org/{}</link></item>"
PLACE = "<url><loc>https://news.example.org/{}</loc></url>"
LONG = "https://news.example.org/" + "x" * 80


def page(html: str) -> Callable[[Bounds], object]:
    return lambda bounds: read_page(f"<html><body>{html}</body></html>", URL, bounds=bounds).article


def feed(*items: str) -> Callable[[Bounds], int]:
    return lambda bounds: len(read_feed(RSS.format("".join(items)).encode(), URL, bounds).links)


def sitemap(body: bytes) -> Callable[[Bounds], int]:
    return lambda bounds: len(read_sitemap(body, URL, bounds).links)


def entries(body: str) -> Callable[[Bounds], int]:
    return lambda bounds: sum(1 for _ in XmlEntries(body.encode(), {"item"}, bounds))


def root(html: str) -> object:
    return parse_document(f"<html><body>{html}</body></html>", URL).root


ROWS = {"items": [{"link": f"/{n}"} for n in range(9)]}
JSON = JsonListing("/api", rows="items")
URLSET = f"<urlset>{''.join(PLACE.format(n) for n in range(9))}</urlset>".encode()

KEPT: list[tuple[str, int, Callable[[Bounds], object], object, object]] = [
    # bound, value, what is read, what comes with the bound, what comes without
    ("page_bytes", 200, lambda b: bool(page(TEXT)(b)), False, True),
    ("page_tags", 12, lambda b: bool(page(TEXT)(b)), False, True),
    ("page_depth", 90, lambda b: bool(page(TEXT + "<div>" * 100 + "deep")(b)), False, True),
    ("page_depth", 256, lambda b: bool(page(TEXT + "<div>" * 300 + "deep")(b)), False, True),
    ("page_depth", 20, entries("<r>" + "<a>" * 25 + "</a>" * 25 + "<item/></r>"), 0, 1),
    ("page_depth", 256, entries("<r>" + "<a>" * 300 + "</a>" * 300 + "<item/></r>"), 0, 1),
    ("page_attributes", 60, lambda b: bool(page(TEXT + "<p " + ATTRIBUTES + ">deep")(b)), False, True),
    ("page_links", 4, lambda b: len(read_html(root(LINKS), URL, HtmlListing(row="a"), None, b).links), 4, 9),
    ("page_links", 4, lambda b: len(read_links(root(LINKS), URL, ["example.org"], b).links), 4, 9),
    ("page_links", 4, lambda b: len(read_front(root(f"<nav>{MENU}</nav>"), URL, ["example.org"], b).sections), 4, 9),
    ("url_length", 50, lambda b: absolute(URL, LONG, b.url_length), None, LONG),
    ("url_length", 50, lambda b: believe_canonical(LONG, LONG, longest=b.url_length), None, LONG),
    ("url_length", 50, lambda b: clean_url(LONG + "?utm_source=x", b.url_length), LONG + "?utm_source=x", LONG),
    ("url_length", 50, feed(ITEM.format("x" * 80), ITEM.format("y")), 1, 2),
    ("url_length", 50, sitemap(URLSET.replace(b"org/1<", b"org/" + b"x" * 80 + b"<")), 8, 9),
    ("json_values", 50, lambda b: len(parse_document(SCRIPT, URL, bounds=b).jsonld), 1, 2),
    ("json_values", 50, lambda b: len(parse_document(SCRIPT * 9, URL, bounds=b).jsonld), 1, 18),
    ("xml_attributes", 20, entries("<r><item/><x " + "a='' " * 30 + "/><item/></r>"), 1, 2),
    ("xml_attributes", 20, entries("<r><item/><x " + ATTRIBUTES.replace("b", '""') + "/><item/></r>"), 1, 2),
    ("xml_broken_tags", 3, entries("<r><item/>" + "< " * 9 + "<item/></r>"), 1, 2),
    ("xml_loose_elements", 9, entries("<r><item/>" + "<x/>" * 20 + "<item/></r>"), 1, 2),
    ("listing_items", 4, feed(*map(ITEM.format, range(9))), 4, 9),
    ("listing_items", 4, lambda b: len(read_json(json.dumps(ROWS).encode(), URL, JSON, None, b).links), 4, 9),
    ("listing_items", 4, lambda b: len(read_feed(json.dumps({"items": [{"url": f"/{n}"} for n in range(9)]}).encode(), URL, b).links), 4, 9),
    ("sitemap_items", 4, sitemap(URLSET), 4, 9),
    ("sitemap_items", 4, sitemap(b"\n".join(b"https://news.example.org/%d" % n for n in range(9))), 4, 9),
    ("sitemap_size", 100, sitemap(gzip.compress(URLSET)), 0, 9),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "most", "read", "within", "without"),
    KEPT,
    ids=[f"{case[0]}-{place}" for place, case in enumerate(KEPT)],
)
def test_a_bound_is_kept(
    name: str, most: int, read: Callable[[Bounds], object], within: object, without: object
) -> None:
    assert read(replace(Bounds(), **{name: most})) == within
    assert read(replace(Bounds(), **{name: 0})) == without
    assert read(replace(Bounds(), **{name: 1})) != without, "the smallest bound is one"


def test_an_article_of_a_page_that_was_not_read_to_its_end_is_none() -> None:
    refusal = read_page(f"<body>{TEXT}" + "<b>" * 999, URL).not_an_article
    assert refusal is not None
    assert (refusal.kind, "PAGE_MAX_DEPTH" in refusal.reason) == ("too_large", True)


def test_what_is_cut_is_said() -> None:
    bounds = Bounds(listing_items=4, sitemap_items=4)
    assert read_feed(RSS.format(ITEM * 5).encode(), URL, bounds).cut
    assert not read_feed(RSS.format(ITEM * 4).encode(), URL, bounds).cut
    assert read_sitemap(URLSET, URL, bounds).cut
    assert not read_sitemap(URLSET, URL).cut


@pytest.mark.parametrize("name", NAMES)
def test_a_bound_is_a_setting(name: str) -> None:
    assert get_project_settings().getint(setting(name)) == getattr(Bounds(), name)
    assert getattr(Bounds.of(Settings({setting(name): 7})), name) == 7


def test_every_bound_has_its_test() -> None:
    of_crawls = {"article_pages", "robots_sitemaps", "robots_size"}
    of_lines = {"text_length", "string_length", "list_items", "line_bytes"}  # pipelines/test_keep_bounds.py
    elsewhere = {*of_crawls, *of_lines, "page_seconds"}  # document/test_reading_time.py
    assert {field.name for field in fields(Bounds)} == {case[0] for case in KEPT} | elsewhere
