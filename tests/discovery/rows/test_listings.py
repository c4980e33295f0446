"""Listings: what they show is read to the end, or it is said that it was not."""

from __future__ import annotations

import gzip
from dataclasses import replace

from newscrawler.bounds import Bounds
from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.sitemaps.sitemap import read_sitemap
from newscrawler.document import parse_document
from newscrawler.publication.listing_layout import HtmlListing

URL = "https://news.example.org/world?page=2"
FIVE = Bounds(page_links=5)


def links(count: int) -> str:
    return "".join(f'<a href="/news/2026/05/04/the-harbour-opens-{n}">Harbour {n}</a>' for n in range(count))


def urlset(*numbers: int) -> bytes:
    places = "".join(f"<url><loc>https://news.example.org/{n}</loc></url>" for n in numbers)
    return f"<urlset>{places}</urlset>".encode()


def test_a_sitemap_of_several_gzip_members_is_read_whole() -> None:
    """``cat part1.gz part2.gz`` is one gzip file."""
    body = urlset(1, 2, 3)
    members = gzip.compress(body[:40]) + gzip.compress(body[40:])
    assert [link.url[-1] for link in read_sitemap(members, URL).links] == ["1", "2", "3"]
    assert len(read_sitemap(members + b"\0" * 64, URL).links) == 3
    assert read_sitemap(members[:-9], URL).broken
    assert read_sitemap(members, URL, replace(Bounds(), sitemap_size=len(body) - 1)).broken
    assert not read_sitemap(members, URL, replace(Bounds(), sitemap_size=len(body))).broken


def test_a_page_with_more_links_than_are_looked_at_is_cut() -> None:
    for count, cut in ((5, False), (6, True)):
        root = parse_document(f"<body>{links(count)}", URL).root
        assert read_html(root, URL, HtmlListing(row="a"), bounds=FIVE).cut is cut
        assert read_links(root, URL, ("example.org",), FIVE).cut is cut
        assert not read_html(root, URL, HtmlListing(row="a"), bounds=replace(FIVE, page_links=0)).cut


def test_the_next_page_is_not_the_page_itself() -> None:
    pager = '<a class="page" href="?page=2">2</a><a class="page" href="?page=3">next</a>'
    root = parse_document(f"<body>{links(1)}{pager}", URL).root
    page = read_html(root, URL, HtmlListing(row="a", next_page="a.page"))
    assert page.next_page == "https://news.example.org/world?page=3"
