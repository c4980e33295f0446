"""The next page of a listing, however its pager is built."""

from __future__ import annotations

import pytest

from newscrawler.discovery.front_page import read_links
from newscrawler.discovery.html_rows import read_html
from newscrawler.discovery.next_page import next_page
from newscrawler.document import parse_document
from newscrawler.publication.listing_layout import HtmlListing

URL = "https://news.example.org/harbour/"
TWO = "https://news.example.org/harbour/page/2/"


@pytest.mark.parametrize(
    "pager",
    [
        '<a rel="next" href="page/2/">x</a>',
        '<link rel="next" href="/harbour/page/2/">',
        '<a class="next page-numbers" href="/harbour/page/2/">Next</a>',
        '<a class="carousel-control-next" href="/x">›</a><a class="next" href="page/2/">Next</a>',
        '<div class="slick-list"><a class="next" href="/x">›</a></div><a href="page/2/">Next page »</a>',
        '<a class="next-event" href="/calendar/">Regatta</a><a aria-label="Next page" href="page/2/">»</a>',
        (
            '<div class="nav-previous"><a href="page/2/">Older posts</a></div><div class="nav-next"><a '
            'href="/y">Newer</a></div>'
        ),
        '<a class="btn" href="page/2/">Older articles →</a>',
        "<a href='page/2/'>Nächste Seite ›</a>",
        "<a href='page/2/'>次へ</a>",
        "<a href='page/2/'>Следующая</a>",
        "<span>1</span><a href='page/2/'>2</a><a href='page/3/'>3</a>",
        '<base href="/harbour/page/"><a rel="next" href="2/">x</a>',
    ],
    ids=range(13),
)
def test_found(pager: str) -> None:
    root = parse_document(f"<html><body>{pager}", URL).root
    assert next_page(root, URL) == TWO


@pytest.mark.parametrize(
    ("url", "pager", "following"),
    [
        ("?page=2", "<a href='?page=1'>1</a><b>2</b><a href='?page=3'>3</a>", "?page=3"),
        ("page/2/", "<a href='/harbour/'>1</a><a href='/harbour/page/3/'>3</a>", "page/3/"),
    ],
)
def test_by_number(url: str, pager: str, following: str) -> None:
    root = parse_document(f"<html><body>{pager}", URL + url).root
    assert next_page(root, URL + url) == URL + following


@pytest.mark.parametrize(
    "pager",
    [
        "<a href='#'>Next</a>",
        "<a rel='next' href='https://other.example/2'>Next</a>",
        "<a href='/2026/11/23/next'>Next week the quay opens</a>",
        "<a href='/top'>2</a>",
        "",
    ],
)
def test_none(pager: str) -> None:
    assert next_page(parse_document(f"<html><body>{pager}", URL).root, URL) is None


def test_links_are_relative_to_the_base_of_the_page() -> None:
    html = '<base href="/"><h2><a href="2026/11/23/quay-opens-again-today">Quay opens</a></h2>'
    root = parse_document(f"<html><head>{html}", URL).root
    expected = ["https://news.example.org/2026/11/23/quay-opens-again-today"]
    assert [link.url for link in read_links(root, URL, ["example.org"]).links] == expected
    assert [link.url for link in read_html(root, URL, HtmlListing(row="h2")).links] == expected
