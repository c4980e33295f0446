"""Which URLs are articles of a site, by what it declares of host, path and query."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.discovery.scope import Scope
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.selection import Selection

DOMAINS = ("press.example", "other-press.example")
STORY = {"article_path": r"/story$", "article_query": r"(^|&)id=\d+"}


def scope(selection: Selection = Selection(), **declared: Any) -> Scope:  # noqa: B008 - it is frozen
    spider = type("Press", (NewsSpider,), {"name": "press", "allowed_domains": DOMAINS, **declared})
    return Scope.of(spider, "https://press.example", DOMAINS, selection)


@pytest.mark.parametrize(
    ("declared", "url", "taken"),
    [
        ({}, "https://press.example/a", True),
        ({}, "https://paper.example/a", False),
        ({"article_path": r"/story$"}, "https://press.example/x/story?id=1", True),
        (
            STORY,
            "https://press.example/story?id=1",
            True,
        ),
        (STORY, "https://press.example/story", False),
        ({"article_query": r"(^|&)id=\d+"}, "https://press.example/x?id=1&utm_source=a", True),
        ({"article_hosts": ("www.press.example",)}, "https://www.press.example/a", True),
        ({"article_hosts": ("www.press.example",)}, "https://shop.press.example/a", False),
        ({"not_article": r"^shop\.press\.example/"}, "https://shop.press.example/a", False),
        ({"not_article": r"/annonse/"}, "https://press.example/annonse/1", False),
        ({"not_article": r"[?&]format=audio"}, "https://press.example/a?format=audio", False),
        ({"not_article": r"/annonse/"}, "https://press.example/nyheter/1", True),
    ],
)
def test_what_is_an_article(declared: dict[str, Any], url: str, taken: bool) -> None:
    assert (scope(**declared).article_url(url) is not None) is taken


def test_what_stands_for_the_site_has_articles_of_all_its_hosts() -> None:
    here = Selection(site_url="http://127.0.0.1:8080")
    site = scope(here, article_hosts=("www.press.example",), feeds=("https://feeds.example/press.xml",))
    assert site.article_url("https://www.press.example/a") == "http://127.0.0.1:8080/a"
    assert site.article_url("https://shop.press.example/a") is None
    assert site.url("https://feeds.example/press.xml") == "http://127.0.0.1:8080/press.xml"


def test_feeds_on_other_hosts() -> None:
    site = scope(
        feeds=("https://feeds.example/press.xml", "/rss", "https://www.press.example/rss"),
        section_feeds={"world": ("https://feeds.example/w", "//cdn.example/x")},
        news_sitemaps=("http://maps.example:8080/{YYYY}.xml",),
    )
    assert site.listing_hosts == ("feeds.example", "maps.example")
    assert site.url("https://feeds.example/press.xml") == "https://feeds.example/press.xml"
