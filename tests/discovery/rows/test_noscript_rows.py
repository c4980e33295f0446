"""What a page shows to readers without scripts is read as the page is: rows, sections, feeds, the next page."""

from __future__ import annotations

import pytest

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.rows.noscript_rows import add_noscript_rows, add_noscript_ways
from newscrawler.discovery.sections.front_page import Front
from newscrawler.document import parse_document

URL = "https://paper.example/"
DOMAINS = ("paper.example",)
ROWS = "<h2><a href=/2026/11/28/quay-opens-again>The quay opens again</a></h2>"


def read(markup: str, shown: list[ListedLink] | None = None) -> ListingPage:
    page = ListingPage(shown or [])
    add_noscript_rows(page, parse_document(markup, URL), URL, DOMAINS, DEFAULT)
    return page


@pytest.mark.parametrize("head", ["<body>", "<head><noscript><link rel=stylesheet href=/a.css></noscript>"])
def test_rows_and_the_next_page(head: str) -> None:
    page = read(f"{head}<div id=app></div><noscript>{ROWS}<a rel=next href=/?page=2>2</a></noscript>")
    assert [link.url for link in page.links] == [f"{URL}2026/11/28/quay-opens-again"]
    assert (page.next_page, page.seen) == (f"{URL}?page=2", 2)


def test_what_the_page_shows_itself_stays_first() -> None:
    shown = ListedLink(f"{URL}2026/11/28/quay-opens-again", 1, "Quay")
    page = read(f"<noscript>{ROWS}{ROWS.replace('28', '27')}</noscript>", [shown])
    assert [(link.url, link.position) for link in page.links] == [
        (f"{URL}2026/11/28/quay-opens-again", 1), (f"{URL}2026/11/27/quay-opens-again", 2),
    ]  # fmt: skip


def test_the_base_of_the_page_counts() -> None:
    page = read(
        f"<base href=https://www.paper.example/a/><noscript>{ROWS.replace('/2026', '2026')}</noscript>"
    )
    assert [link.url for link in page.links] == ["https://www.paper.example/a/2026/11/28/quay-opens-again"]


def test_nothing_for_readers_without_scripts() -> None:
    assert read("<noscript><img src=/pixel.gif></noscript>") == ListingPage()


def test_sections_and_feeds() -> None:
    front = Front()
    menu = "<nav><a href=/world>World</a></nav><a href=/rss>RSS</a>"
    add_noscript_ways(front, parse_document(f"<noscript>{menu}</noscript>", URL), URL, DOMAINS, DEFAULT)
    assert front == Front([f"{URL}rss"], {"world": (f"{URL}world", "World")})
    front = Front(["a"], {"own": ("b", "c")})
    add_noscript_ways(front, parse_document(f"<noscript>{menu}</noscript>", URL), URL, DOMAINS, DEFAULT)
    assert front == Front(["a"], {"own": ("b", "c")})
