"""The first listings of a crawl follow from its arguments and the site's declaration."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest

from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.sections.plan import declared_listing, first_listings, section_listing
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


def test_the_first_listings_in_whole() -> None:
    def listings(**given: object) -> list[Listing]:
        return list(first_listings(Press, scope(**given)))

    world = Listing("section", "world", f"{BASE}world", slug="world", alternatives=(f"{BASE}international",))
    sport = Listing("section", "sport", f"{BASE}sport/", slug="sport")
    feed = Listing("feed", None, f"{BASE}rss.xml", "feed")
    assert listings() == [world, sport, feed]
    assert listings(source="sitemap") == [Listing("sitemap", None, f"{BASE}sitemap.xml", "sitemap")]
    assert listings(topics=("harbours",)) == [Listing("index", None, BASE, "home")]
    assert listings(sections=("sport", "unknown"), source="json") == [sport]
    assert section_listing(Press, scope(), "world") == world


def test_feeds_and_sitemaps_of_a_section_in_whole() -> None:
    home = "https://daily.example"
    site = Scope.of(Daily, home, Daily.allowed_domains, Selection(sections=("world",), source="feed"))
    assert next(first_listings(Daily, site)) == Listing(
        "feed", "world", f"{home}/world/rss", "feed", slug="world"
    )
    site = Scope.of(Daily, home, Daily.allowed_domains, Selection(sections=("sport",), source="sitemap"))
    assert list(first_listings(Daily, site))[1].slug == "sport"


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


def test_a_listing_at_a_url_in_whole() -> None:
    def at(declared: type[NewsSpider], base: str, path: str) -> Listing | None:
        of_site = Scope.of(declared, base, declared.allowed_domains, Selection())
        return declared_listing(declared, of_site, path if "//" in path else base + path)

    assert at(Press, BASE, "") == Listing("index", None, BASE)
    sport = Listing("section", "sport", f"{BASE}sport", slug="sport")
    assert at(Press, BASE, "sport") == sport
    assert at(Press, BASE, "sport/") == replace(sport, url=f"{BASE}sport/")
    assert at(Press, BASE, "rss.xml") == Listing("feed", None, f"{BASE}rss.xml", "feed")
    assert at(Press, BASE, "sitemap.xml") == Listing("sitemap", None, f"{BASE}sitemap.xml", "sitemap")
    home = "https://daily.example/"
    assert at(Daily, home, "quay/rss") == Listing("feed", "quay", f"{home}quay/rss", "feed", slug="quay")
    assert at(Daily, home, "news.xml") == Listing("sitemap", None, f"{home}news.xml", "sitemap")
    assert at(Daily, home, "sport-2019.xml") == Listing(
        "sitemap", "sport", f"{home}sport-2019.xml", "sitemap", slug="sport"
    )
    assert at(Daily, home, "https://feeds.example/all") == Listing(
        "feed", None, "https://feeds.example/all", "feed"
    )


def test_the_days_of_sitemaps_are_those_of_the_site() -> None:
    def days(**given: object) -> list[str]:
        selection = Selection(source="sitemap", **given)  # type: ignore[arg-type]  # the test's own
        site = Scope.of(Daily, "https://daily.example", Daily.allowed_domains, selection)
        return [each.url[-14:-4] for each in first_listings(Daily, site) if "map-" in each.url]

    tokyo = ZoneInfo("Asia/Tokyo")
    since, until = datetime(2026, 2, 27, 16, tzinfo=UTC), datetime(2026, 3, 1, 16, tzinfo=UTC)
    assert days(since=since, until=until, zone=tokyo) == ["2026-03-02", "2026-03-01", "2026-02-28"]
    assert days(until=until, zone=tokyo) == ["2026-03-02", "2026-03-01"]
    assert days(since=datetime.now(UTC) - timedelta(days=2))[:-1] == days()
    assert days(until=datetime.now(UTC) + timedelta(days=9)) == days()
