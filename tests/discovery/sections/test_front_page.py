"""What a front page names: feeds, menus, sections."""

from __future__ import annotations

import pytest

from newscrawler.discovery.sections.front_page import read_front
from newscrawler.document import parse_document

DOMAINS = ("paper.example",)
PAGE = "https://paper.example/"


def front(markup: str, domains: tuple[str, ...] = DOMAINS) -> tuple[list[str], list[str]]:
    found = read_front(parse_document(f"<html><body>{markup}", PAGE).root, PAGE, domains)
    return found.feeds, list(found.sections)


@pytest.mark.parametrize(
    "kind",
    [
        *(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "text/rss+xml",
            "text/atom+xml",
        ),
        *("text/rdf+xml", "application/feed+json", "application/rss", "application/atom", "application/xml"),
        *("text/xml", "application/json", "Application/RSS+XML; charset=utf-8"),
    ],
)
def test_a_feed_that_a_page_names(kind: str) -> None:
    assert front(f'<link rel=alternate type="{kind}" href="/f">')[0] == ["https://paper.example/f"]


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel=alternate type="text/html" href="/f">',
        '<link rel=alternate href="/f">',
        '<link rel=stylesheet type="text/xml" href="/f">',
        *(
            f'<link rel=alternate type="application/json" href="{path}">'
            for path in (
                "/oembed?x",
                "/wp-json/x",
                "/openapi",
                "/site.webmanifest",
                "/api/x",
                "/opensearch.xml",
            )
        ),
    ],
)
def test_an_alternative_that_is_no_feed(markup: str) -> None:
    assert front(markup)[0] == []


@pytest.mark.parametrize(
    "path", ["/rss", "/rss/", "/news.rss", "/feed", "/a-feed", "/world_atom.xml", "/RSS.xml"]
)
def test_a_feed_that_is_only_linked(path: str) -> None:
    feed = "https://paper.example/named"
    assert front(f'<a href="{path}">x</a>')[0] == [f"https://paper.example{path}"]
    named = f'<link rel=alternate type="text/xml" href="/named"><a href="{path}">x</a>'
    assert front(named)[0] == [feed], "one that is named stands before it"
    assert front(f'<a href="https://other.example{path}">x</a>')[0] == []


@pytest.mark.parametrize("path", ["/feedback", "/brss", "/atomic", "/world"])
def test_a_link_to_no_feed(path: str) -> None:
    assert front(f'<a href="{path}">x</a>')[0] == []


@pytest.mark.parametrize(
    "around",
    [
        "<nav>{}</nav>",
        "<header>{}</header>",
        "<p class='main-menu'>{}",
        "<p class=subnav>{}",
        "<p role=navigation>{}",
        "<p id=gnav>{}",
    ],
)
def test_the_sections_of_a_menu(around: str) -> None:
    def sections(link: str) -> list[str]:
        return front(around.format(link))[1]

    assert sections("<a href=/World.html>World</a>") == ["world"]
    assert sections("<a href=/a/b/c>World</a>") == ["c"]
    assert sections("<a href=/a/b/c/d>World</a>") == []
    assert sections("<a href=/>World</a>") == []
    assert sections("<a href=/world?x=1>World</a>") == []
    assert sections("<a href=/list.cgi?cat=World>World</a>") == ["list?cat=world"]
    assert sections("<a href='/list.cgi?cat=2&page=2'>World</a>") == []
    for name in ("sc_section_code", "sc_sub_section_code", "section_id", "cat-no", "categoryid"):
        assert sections(f"<a href='/news/list.html?{name}=S1N1'>World</a>") == [f"list?{name}=s1n1"]
    assert sections("<a href='/news/list.html?code=S1N1'>World</a>") == []
    assert sections("<a href=/world/2>2nd page</a>") == []
    assert sections(f"<a href=/world>{'W' * 40}</a>") == ["world"]
    assert sections(f"<a href=/world>{'W' * 41}</a>") == []
    assert sections("<a href=/world>W</a>") == []
    assert sections("<a href=https://other.example/world>World</a>") == []
    assert sections("<a href=/one-two-three-four>World</a>") == [], "a story"


def test_links_outside_of_menus_are_no_sections() -> None:
    assert front("<p><a href=/world>World</a>")[1] == []


@pytest.mark.parametrize(
    ("link", "is_feed"),
    [
        ("<a href=/syndication>RSS</a>", True),
        ("<a href=/export?type=1>RSS 2.0</a>", True),
        ("<a href=/x> Atom feed </a>", True),
        ("<a href=/world/rss>All of the world</a>", True),
        ("<a href=/atomic>Atoms for the harbour</a>", False),
        ("<a href=/world/party>RSS wins the election</a>", False),
    ],
)
def test_a_link_that_leads_to_a_feed(link: str, is_feed: bool) -> None:
    assert bool(front(link)[0]) is is_feed
