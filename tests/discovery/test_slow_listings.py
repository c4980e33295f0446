"""Listings made of one thing again and again: five times as much takes about five times as long, not 25."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

import pytest

from newscrawler.bounds import Bounds
from newscrawler.discovery.answer import Answer, Found, Problem
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout
from newscrawler.publication.selection import Selection
from tests.cpu import grows_with_its_length
from tests.discovery.test_declared import Press

if TYPE_CHECKING:
    from newscrawler.discovery.listing import ListingFormat
    from newscrawler.items import ListingKind

URL = "https://press.example/world"
WITHOUT = replace(
    Bounds(), page_seconds=0, page_tags=0, page_links=0, page_bytes=0, listing_items=0, sitemap_items=0,
    sitemap_size=0, json_values=0, xml_broken_tags=0, xml_loose_elements=0, xml_attributes=0,
    robots_size=0, robots_sitemaps=0,
)  # fmt: skip
SCOPE = Scope("https://press.example/", ("press.example",), Selection(), bounds=WITHOUT)
HTML = "<html><body><main>{}</main></body></html>"
LINK = "<a href=/2026/11/{n}/the-harbour-opens-again>The harbour opens again after the storm {n}</a>"
FEED = "<rss><channel>{}</channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>"
URLSET = "<urlset>{}</urlset>"
JSON = JsonListing("/rows", rows="items", link="url", published_at="date")


class Declared(Press):
    listing_layouts = (
        ListingLayout(
            "declared",
            marker="html",
            rows=HtmlListing(row="li", headline="h2", published_at="time", next_page="a.next"),
            api={"section": JSON},
        ),
    )


ROW = "<li><h2>The harbour opens</h2><time>4 May 2026</time><a href=/world/{n}>x</a></li>"
CASES: dict[str, tuple[ListingKind, ListingFormat, str, str]] = {
    # name: kind, format, all of it, what is repeated
    "front: links": ("index", "front", HTML, LINK),
    "front: the same link": ("index", "front", HTML, "<a href=/2026/11/23/quay>The quay opens</a>"),
    "front: links in each other": ("index", "front", HTML, "<div><a href=/2026/11/{n}/quay>The quay opens</a>"),
    "front: cards": ("index", "front", HTML, "<article><h2>The harbour {n}</h2>" + LINK + "<p>A lead.</p></article>"),
    "front: menus": ("index", "front", HTML, "<nav><a href=/section{n}>Section</a></nav>"),
    "front: feeds": ("index", "front", HTML, "<link rel=alternate type=text/xml href=/f{n}>"),
    "front: links to feeds": ("index", "front", HTML, "<a href=/rss/{n}>x</a>"),
    "front: buttons": ("index", "front", HTML, "<button data-url='x y {n}'>more</button>"),
    "front: scripts": ("index", "front", HTML, "<button>more</button><script>fetch('/api/{n}?p=' + n); open(</script>"),
    "front: calls": ("index", "front", "<button>more</button><script>{}</script>", "fetch(x, fetch('/a b', "),
    "front: pagers": ("index", "front", HTML, "<a class=next rel=x href=?p={n}>next page {n}</a>"),
    "front: long words": ("index", "front", HTML, "<a href=/a-b-c-d-{n}>---__--- -_-_ a1a1a1 {n}</a>"),
    "section: links": ("section", "links", HTML, LINK),
    "section: pages": ("section", "links", HTML, "<li><a href=/world/page/{n}>{n}</a></li>"),
    "rows": ("section", "html", HTML, ROW),
    "rows within rows": ("section", "html", HTML, "<li><a href=/world/{n}>x</a>"),
    "rows without links": ("section", "html", HTML, "<li><h2>The harbour opens</h2></li>"),
    "feed": ("feed", "feed", FEED, "<item><title>A {n}</title><link>/{n}</link><pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate></item>"),
    "feed: categories": ("feed", "feed", FEED, "<item><link>/{n}</link><category>a</category><category>{n}</category></item>"),
    "feed: text with markup": ("feed", "feed", FEED, "<item><link>/{n}</link><description>&lt;p&gt;A &lt;b&gt;b&amp;amp; c</description></item>"),
    "feed: broken entries": ("feed", "feed", FEED, "<item><title>A & B < C</title><link>/{n}</link>"),
    "feed: broken tags": ("feed", "feed", FEED, "<item><link>/{n}</link></item>< & <<<"),
    "feed: marked sections": ("feed", "feed", FEED, "<item><link><![CDATA[/{n}]]></link><title><![CDATA[ ]] ] ]></title></item>"),
    "feed: comments": ("feed", "feed", FEED, "<!-- - -- {n} -->"),
    "feed: unfinished comments": ("feed", "feed", FEED, "<!-- {n} <item><link>/{n}</link></item>"),
    "feed: vocabularies": ("feed", "feed", FEED, '<item xmlns:q{n}="urn:{n}"><link>/{n}</link><q{n}:a/></item>'),
    "feed: bases": ("feed", "feed", ATOM, '<entry xml:base="/{n}/"><link href="a"/><title>A</title></entry>'),
    "feed: entries in entries": ("feed", "feed", FEED, "<item><link>/{n}</link>"),
    "feed: entities": ("feed", "feed", FEED, "<item><link>/{n}</link><title>&nbsp;&hellip;&x;&#{n};</title></item>"),
    "feed: one long title": ("feed", "feed", "<rss><item><link>/1</link><title>{}</title></item></rss>", "&lt;a b &amp; "),
    "sitemap": ("sitemap", "sitemap", URLSET, "<url><loc>https://press.example/2026/{n}</loc><lastmod>2026-11-01</lastmod></url>"),
    "sitemap: index": ("sitemap", "sitemap", "<sitemapindex>{}</sitemapindex>", "<sitemap><loc>/2026-{n}.xml</loc></sitemap>"),
    "sitemap: lines": ("sitemap", "sitemap", "{}", "https://press.example/2026/{n}\n"),
    "sitemap: news": ("sitemap", "sitemap", URLSET, "<url><loc>/{n}</loc><n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><n:title>A</n:title><n:publication_date>2026-11-01</n:publication_date></n:news></url>"),
    "robots": ("sitemap", "robots", "{}", "Sitemap: /2026-{n}.xml\n"),
    "robots: blanks": ("sitemap", "robots", "{}", "sitemap    \n   sitemap :  \n"),
}  # fmt: skip
JSON_ROWS = {
    "json": '{"url": "/world/N", "title": "The harbour", "date": "2026-11-01"},',
    "json: nested": '{"a": [{"b": [{"url": "/world/N"}]}]},',
    "json: texts": '"The harbour N",',
}


def seconds(kind: ListingKind, form: ListingFormat, data: bytes) -> float:
    declared = form in {"html", "json"}
    discovery = DeclaredDiscovery(Declared, SCOPE) if declared else FrontPageDiscovery(SCOPE, URL)
    listing = Listing(kind, "world", URL, form, layout=Declared.listing_layouts[0], api=JSON)
    begin = process_time()
    discovery.readers[form](Answer(URL, data), listing)
    return process_time() - begin


@pytest.mark.parametrize(("kind", "form", "whole", "repeated"), CASES.values(), ids=CASES)
def test_five_times_as_much_takes_about_five_times_as_long(
    kind: ListingKind, form: ListingFormat, whole: str, repeated: str
) -> None:
    def data(count: int) -> bytes:
        return whole.replace("{}", "".join(repeated.replace("{n}", str(n)) for n in range(count))).encode()

    grows_with_its_length(lambda count: seconds(kind, form, data(count)), 500)


@pytest.mark.parametrize("repeated", JSON_ROWS.values(), ids=JSON_ROWS)
@pytest.mark.parametrize("form", ["json", "more"])
def test_so_does_json(form: ListingFormat, repeated: str) -> None:
    def data(count: int) -> bytes:
        rows = "".join(repeated.replace("N", str(n)) for n in range(count))
        return f'{{"items": [{rows}0], "next": null}}'.encode()

    grows_with_its_length(lambda count: seconds("section", form, data(count)), 500)


@pytest.mark.parametrize("kind", ["html", "json", "feed", "sitemap"])
def test_a_listing_that_takes_too_long_has_a_problem(kind: ListingFormat) -> None:
    def never_read(*_: object) -> Found:
        while True:
            pass

    bounds = Bounds(page_seconds=0.2)
    slow = DeclaredDiscovery(Press, replace(SCOPE, bounds=bounds))
    slow.readers = dict.fromkeys(slow.readers, never_read)
    found = slow.read(Answer(URL, b""), Listing("section", None, URL, kind))
    assert found.problem == Problem("too_slow")
