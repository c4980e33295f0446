"""The JSON listing behind a declared page: found by what the page says, followed by its cursor."""

from __future__ import annotations

from typing import ClassVar

from newscrawler.discovery.answer import Answer
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout
from newscrawler.publication.selection import Selection

URL = "https://press.example/world"


def behind(api: JsonListing) -> DeclaredDiscovery:
    """Read the sections of a site behind whose pages such a listing stands."""

    class Press(NewsSpider):
        name = "press"
        allowed_domains = ("press.example",)
        sections: ClassVar = {"world": "/world"}
        listing_layouts = (
            ListingLayout("new", marker="#list", rows=HtmlListing(row="a.row"), api={"section": api}),
        )

    return DeclaredDiscovery(Press, Scope("https://press.example/", ("press.example",), Selection()))


def test_what_the_page_says_of_its_json_is_found_by_the_slug_of_the_listing() -> None:
    said = {"id": r'data-{slug}="(\d+)"'}
    api = JsonListing("/rows", method="GET", params={"of": "{id}"}, page_values=said, required=("id",))
    html = b'<div id="list" data-sport="8" data-world="7"></div>'
    found = behind(api).read(Answer(URL, html), Listing("section", "World", URL, slug="world"))
    assert found.next is not None
    assert found.next.url == "https://press.example/rows?of=7"
    other = behind(api).read(Answer(URL, html), Listing("section", "Culture", URL, slug="culture"))
    assert other.next is None


def test_each_question_has_the_cursor_of_the_answer_before() -> None:
    press = behind(JsonListing("/rows", rows="items", cursor="next", cursor_param="before", method="GET"))
    listing = Listing("section", "world", URL)
    asked = press.read(Answer(URL, b'<div id="list"></div>'), listing).next
    for number in (7, 6):
        assert asked is not None
        answer = f'{{"items": [{{"link": "/world/{number}", "title": "Story"}}], "next": {number}}}'
        asked = press.read(Answer(asked.url, answer.encode()), listing).next
        assert asked is not None
        assert asked.url == f"https://press.example/rows?before={number}"
