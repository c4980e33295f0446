"""Clicks and choices that a script follows lead to sections and to the next page, as links do."""

from __future__ import annotations

import pytest

from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.discovery.scripted_links import place_of_click, scripted_links
from newscrawler.discovery.sections.front_page import read_front
from newscrawler.document import parse_document
from newscrawler.publication.selectors import select

URL = "https://paper.example/"
CHOICE = "<select onchange='location = this.value'>{}</select>"


@pytest.mark.parametrize(
    ("script", "place"),
    [
        ("location.href='/world/'", "/world/"),
        ("top.location = '/world/'; return false", "/world/"),
        ("window.open('/world/', '_self')", "/world/"),
        ("goTo('/world/')", "/world/"),
        ("toggle('world')", ""),
        ("location.href='/world/';" + "x()" * 500, ""),
    ],
)
def test_where_a_click_leads(script: str, place: str) -> None:
    (element,) = select(parse_document(f'<b onclick="{script}">World</b>', URL).root, "b")
    assert place_of_click(element) == place


def test_choices_of_a_list() -> None:
    options = CHOICE.format("<option>Sections<option value=/world/>World<option value='#'>-")
    root = parse_document(options + options.replace("location", "show"), URL).root
    assert [place for _, place in scripted_links(root)] == ["/world/"]


@pytest.mark.parametrize(
    ("values", "places"),
    [
        (["", "/a?page=1", "?page=2"], ["/a?page=1", "?page=2"]),
        (["/a"], []),
        (["/a", "b"], []),
        (["1", "2"], []),
    ],
)
def test_a_list_of_urls_needs_no_script_beside_it(values: list[str], places: list[str]) -> None:
    options = "".join(f"<option value='{value}'>Page" for value in values)
    root = parse_document(f"<select class=js-jump>{options}</select>", URL).root
    assert [place for _, place in scripted_links(root)] == places


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><span onclick=\"location.href='/world/'\">World</span></nav>",
        CHOICE.format("<option value=/world/>World"),
        "<map name=m><area href=/world/ alt=World></map>",
    ],
)
def test_menus(markup: str) -> None:
    front = read_front(parse_document(f"<body>{markup}", URL).root, URL, ("paper.example",))
    assert front.sections == {"world": (f"{URL}world/", "World")}


def test_what_is_clicked_elsewhere_is_no_menu() -> None:
    markup = "<main><span onclick=\"location.href='/world/'\">World</span></main>"
    assert read_front(parse_document(markup, URL).root, URL, ("paper.example",)).sections == {}


@pytest.mark.parametrize(
    "markup",
    [
        "<button onclick=\"location.href='/?page=2'\">Next page</button>",
        CHOICE.format("<option value='/?page=1'>1<option value='/?page=2'>2"),
        "<a href=\"javascript:go('/?page=2')\">2</a>",
    ],
)
def test_the_next_page(markup: str) -> None:
    assert next_page(parse_document(f"<body>{markup}", URL).root, URL) == f"{URL}?page=2"
