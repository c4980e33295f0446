"""Topics: asked for by name or slug, in the words of the site where it names them."""

from __future__ import annotations

import pytest

from newscrawler.discovery.scope import Scope
from newscrawler.discovery.sections.topics import ALL, Topics
from newscrawler.document import parse_document
from newscrawler.publication.listing_layout import HtmlListing, ListingLayout
from newscrawler.publication.selection import Selection

BASE = "https://press.example/"
LAYOUT = ListingLayout("now", marker="html", rows=HtmlListing(row="a"), topic_url="/topic/{slug}")
HOME = (
    "<a href=/topic/harbours>Harbours</a><a href=/topic/world>World</a><a href=/topic/harbours>again</a>"
    "<a href=/topic/ferries/>Ferries  and boats</a><a href=/about>About</a><a href=/topic/empty></a>"
)


def topics(*asked: str) -> Topics:
    scope = Scope(BASE, ("press.example",), Selection(topics=asked))
    return Topics(scope, {"Old quays": "quays-2011"}, ["world"])


def test_links_to_topics_have_names_and_are_no_sections() -> None:
    root = parse_document(HOME, BASE).root
    assert topics().named_by(root, BASE, LAYOUT) == {"harbours": "Harbours", "ferries": "Ferries and boats"}
    assert topics().named_by(root, BASE, ListingLayout("x", marker="html", rows=HtmlListing(row="a"))) == {}


@pytest.mark.parametrize(
    ("asked", "path", "name"),
    [
        ("harbours", "topic/harbours", "Harbours"),
        ("Ferries and Boats", "topic/ferries", "Ferries and boats"),
        ("old quays", "topic/quays-2011", "old quays"),
        ("Night trains", "topic/night-trains", "Night trains"),
    ],
)
def test_each_topic_has_one_listing(asked: str, path: str, name: str) -> None:
    named = {"harbours": "Harbours", "ferries": "Ferries and boats"}
    (listing,) = topics(asked).listings(LAYOUT, named)
    assert (listing.kind, listing.url, listing.name) == ("topic", BASE + path, name)


def test_all_topics_are_those_that_the_site_names() -> None:
    named = {"harbours": "Harbours", "ferries": "Ferries and boats"}
    assert [listing.slug for listing in topics(*ALL).listings(LAYOUT, named)] == ["harbours", "ferries"]


@pytest.mark.parametrize(
    ("asked", "needed"),
    [(ALL, True), (("harbours",), False), (("Harbours",), False), (("Night trains",), True)],
)
def test_the_index_is_needed_for_names_that_are_not_known(asked: tuple[str, ...], needed: bool) -> None:
    assert topics(*asked).need_index({"harbours": "Harbours"}) is needed


NUMBERED = ListingLayout("now", marker="html", rows=HtmlListing(), topic_path=r"^/topics/\d+/([\w-]+)$")
NUMBERED_HOME = (
    "<a href=/topics/17/harbours>Harbours</a><a href='https://www.press.example/topics/4/ice'>Ice</a>"
)


@pytest.mark.parametrize(
    ("topic", "path", "without"),
    [
        ("harbours", "topics/17/harbours", []),
        ("ICE", "topics/4/ice", []),
        ("/topics/99/quays", "topics/99/quays", []),
        ("Night trains", None, ["Night trains"]),
    ],
)
def test_topics_by_pattern_are_where_a_page_links_them(
    topic: str, path: str | None, without: list[str]
) -> None:
    found = topics(topic)
    named = found.named_by(parse_document(NUMBERED_HOME, BASE).root, BASE, NUMBERED)
    assert named == {"harbours": "Harbours", "ice": "Ice"}
    urls = [listing.url.replace("www.", "") for listing in found.listings(NUMBERED, named)]
    assert urls == ([BASE + path] if path else [])
    assert found.without_page(NUMBERED, named) == without
    assert found.need_index(named) is (path is None)
