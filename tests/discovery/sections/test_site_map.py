"""Sections that no menu names: the site's map, and sections of sections."""

from __future__ import annotations

import pytest

from newscrawler.discovery.listing import Listing
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.sections.front_page import read_front
from newscrawler.discovery.sections.site_map import maps_of, sections_beyond_menus
from newscrawler.document import parse_document

HOME = "https://paper.example/"
SCOPE = Scope(HOME, ("paper.example",))
STORY = "<a href=/2026/11/27/board-hears-harbour-plan>The board hears the plan of the harbour</a>"


def maps(markup: str) -> list[str]:
    document = parse_document(f"<body>{markup}", HOME)
    front = read_front(document.root, HOME, SCOPE.domains)
    return [listing.url for listing in maps_of(document, front, SCOPE)]


def sections(markup: str, path: str, form: str = "links", **state: int) -> list[str]:
    document = parse_document(f"<body>{markup}", HOME + path)
    page = read_links(document.root, HOME + path, SCOPE.domains)
    listing = Listing("section", None, HOME + path, form, **state)  # type: ignore[arg-type]
    found = sections_beyond_menus(document, page, listing, SCOPE, {f"{HOME}known"})
    return [section.url.removeprefix(HOME) for section in found]


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("<a href=/sitemap>All pages</a>", "sitemap"),
        ("<a href=/site-map.html>All pages</a>", "site-map.html"),
        ("<a href=/help/html-sitemap/>All pages</a>", "help/html-sitemap/"),
        ("<a href=/x/17>Site Map »</a>", "x/17"),
        ("<a href=/plan>Plan du site</a>", "plan"),
        ("<a href=/karta>Карта сайта</a>", "karta"),
    ],
)
def test_a_front_page_links_its_map(link: str, place: str) -> None:
    assert maps(f"<footer>{link}</footer>") == [HOME + place]


@pytest.mark.parametrize(
    "markup",
    [
        "<a href=/sitemap.xml>Sitemap</a>",
        "<a href=https://other.example/sitemap>Site map</a>",
        "<a href=/sitemaps-of-the-old-harbour>The maps of the old harbour</a>",
        "<a href=/>Site map</a>",
        "<nav>" + "".join(f"<a href=/{name}>{name}</a>" for name in ("world", "sport", "arts", "city"))
        + "</nav><a href=/sitemap>Site map</a>",
    ],
    ids=["for machines", "of another site", "a story", "itself", "menu"],
)  # fmt: skip
def test_no_map_to_read(markup: str) -> None:
    assert maps(markup) == []


def test_a_map_names_sections_and_no_services() -> None:
    links = "".join(
        f"<li><a href=/{path}>Name</a>" for path in ("city", "city/north", "about", "sitemap", "")
    )
    assert sections(f"<ul>{links}<li>{STORY}</ul>", "sitemap", "map") == ["city", "city/north"]
    assert sections(f"<ul>{links}</ul>", "sitemap", "map", pages=1) == []


def test_a_section_without_articles_names_those_below_it() -> None:
    links = "<a href=/region/north>North</a><a href=/region/south/>South</a><a href=/sport>Sport</a>"
    deep = "<a href=/region/north/ships>Ships</a>"
    assert sections(links + deep, "region") == ["region/north", "region/south/"]
    assert sections(links, "") == []
    assert sections(links + STORY, "region") == []


def test_a_section_without_articles_states_its_feed() -> None:
    feed = "<link rel=alternate type=application/rss+xml href=/region/rss>"
    assert sections(feed, "region") == ["region/rss"]
    assert sections(feed + STORY, "region") == []
    assert sections(feed, "sitemap", "map") == []
