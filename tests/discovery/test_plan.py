"""The first listings of a crawl follow from its arguments and the site's declaration."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar

import pytest

from newscrawler.discovery.plan import declared_listing, first_listings, section_listing
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
    listing = section_listing(Press, scope(), "world")
    assert (listing.url, listing.alternatives) == (f"{BASE}world", (f"{BASE}international",))


class Daily(NewsSpider):
    name = "daily"
    allowed_domains = ("daily.example",)
    sections: ClassVar = {"world": "/world", "sport": "https://sport.daily.example/"}
    section_feeds: ClassVar = {"world": ("/world/rss", "https://feeds.example/world"), "quay": "/quay/rss"}
    section_sitemaps: ClassVar = {"sport": "/sport-{YYYY}.xml"}
    feeds = ("https://feeds.example/all",)
    news_sitemaps = ("/news.xml",)
    sitemaps = ("/map-{YYYY}-{MM}-{DD}.xml",)


def asked(**arguments: object) -> list[str]:
    selection = Selection(**arguments)  # type: ignore[arg-type]  # the test's own
    site = Scope.of(Daily, "https://daily.example", Daily.allowed_domains, selection)
    listings = first_listings(Daily, site)
    return [f"{each.name}: {each.url.removeprefix('https://')}" for each in listings]


def test_feeds_of_sections_and_sitemaps_of_the_latest_days() -> None:
    assert asked() == [
        "world: daily.example/world", "sport: sport.daily.example/",
        "world: daily.example/world/rss", "world: feeds.example/world", "quay: daily.example/quay/rss",
        "None: feeds.example/all", "None: daily.example/news.xml",
    ]  # fmt: skip
    assert asked(sections=("quay",)) == [
        "quay: daily.example/quay/rss", "None: feeds.example/all", "None: daily.example/news.xml",
    ]  # fmt: skip


def test_sitemaps_of_the_days_that_are_asked_for() -> None:
    since, until = datetime(2026, 2, 28, tzinfo=UTC), datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert asked(source="sitemap", since=since, until=until) == [
        "None: daily.example/news.xml", "sport: daily.example/sport-2026.xml",
        "None: daily.example/map-2026-03-01.xml", "None: daily.example/map-2026-02-28.xml",
    ]  # fmt: skip
    assert len(asked(source="sitemap", since=since, until=until, max_pages=1)) == 3
    today, yesterday = asked(source="sitemap")[-2:]
    assert (today > yesterday) is True


def test_what_lies_at_a_url_with_a_date() -> None:
    site = Scope.of(Daily, "https://daily.example", Daily.allowed_domains, Selection())
    found = declared_listing(Daily, site, "https://daily.example/sport-2019.xml")
    assert (found and (found.kind, found.slug)) == ("sitemap", "sport")
    found = declared_listing(Daily, site, "https://feeds.example/world")
    assert (found and (found.kind, found.slug)) == ("feed", "world")


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
