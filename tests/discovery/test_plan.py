"""The first listings of a crawl follow from its arguments and the site's declaration."""

from __future__ import annotations

from typing import ClassVar

import pytest

from newscrawler.discovery.plan import declared_listing, first_listings, section_listing, section_paths
from newscrawler.discovery.scope import Scope
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.selection import Selection

BASE = "https://press.example/"


class Press(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    sections: ClassVar = {"world": ("/world", "/international"), "sport": "/sport/"}
    feeds = ("/rss.xml",)
    sitemaps = ("/sitemap.xml",)


def scope(**asked: object) -> Scope:
    return Scope(BASE, ("press.example",), Selection(**asked))  # type: ignore[arg-type]  # the test's own


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({}, ["section", "section", "feed"]),
        ({"sections": ("sport",)}, ["section", "feed"]),
        ({"source": "html"}, ["section", "section"]),
        ({"source": "feed"}, ["feed"]),
        ({"source": "sitemap"}, ["sitemap"]),
        ({"topics": ("harbours",)}, ["index"]),
        ({"query": "ferry", "source": "feed"}, ["index", "feed"]),
    ],
)
def test_what_a_crawl_begins_with(asked: dict[str, object], kinds: list[str]) -> None:
    assert [listing.kind for listing in first_listings(Press, scope(**asked))] == kinds


def test_a_section_has_its_newest_place_first() -> None:
    assert section_paths(Press, "sport") == ("/sport/",)
    listing = section_listing(Press, scope(), "world")
    assert (listing.url, listing.alternatives) == (f"{BASE}world", (f"{BASE}international",))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("international", "section"),
        ("sport", "section"),
        ("rss.xml", "feed"),
        ("sitemap.xml", "sitemap"),
        ("", "index"),
        ("economy", None),
    ],
)
def test_what_is_declared_at_a_url(path: str, kind: str | None) -> None:
    found = declared_listing(Press, scope(), BASE + path)
    assert (found.kind if found else None) == kind
