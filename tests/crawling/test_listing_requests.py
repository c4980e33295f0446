"""Listings that are asked for: with what errand, in which order, and which are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.crawling.listing_requests import ASKED_LAST, FEED_FIRST, rendered_listing
from newscrawler.discovery.answer import Found, Question
from newscrawler.discovery.listing import Listing, ListingFormat
from newscrawler.news_spider import ARTICLE_FIRST, NewsSpider

if TYPE_CHECKING:
    from newscrawler.items import ListingKind

HOME = "https://press.example"


class PressSpider(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    rows = "article"
    load_more = "button"
    render: ClassVar = frozenset({"listing"})


@pytest.fixture
def spider() -> PressSpider:
    return PressSpider.from_crawler(get_crawler(PressSpider), max_pages="3")


def test_a_listing_is_entered_in_the_run_when_it_is_asked_for(spider: PressSpider) -> None:
    listing = Listing("section", "world", f"{HOME}/world")
    (request,) = spider.listings.worth_asking([Question(listing, listing.url)])
    assert request.url == listing.url
    assert request.cb_kwargs == {"listing": listing}
    assert (request.callback, request.errback) == (spider.parse_listing, spider.listing_failed)
    assert (request.priority, request.meta["errand"].kind, request.meta["errand"].render) == (
        0,
        "section",
        None,
    )
    assert set(spider.run.listings.asked) == {listing.url}


@pytest.mark.parametrize(
    ("kind", "is_read"), [("feed", True), ("sitemap", True), ("section", False), ("index", False)]
)
def test_feeds_and_sitemaps_are_read_on_other_hosts(
    spider: PressSpider, kind: ListingKind, is_read: bool
) -> None:
    listing = Listing(kind, None, "https://feeds.example/press")
    request = spider.listings.request(Question(listing, listing.url))
    assert request.meta.get("allow_offsite", False) is is_read


def test_robots_txt_is_no_sitemap_of_sitemaps(spider: PressSpider) -> None:
    forms: dict[ListingFormat, int] = {"robots": 0, "sitemap": 1}
    for form, pages in forms.items():
        listing = Listing("sitemap", None, f"{HOME}/{form}", form)
        assert spider.listings.request(Question(listing, listing.url)).meta["errand"].pages == pages


def test_what_is_asked_last_has_the_lowest_priority(spider: PressSpider) -> None:
    listing = Listing("sitemap", None, f"{HOME}/sitemap.xml", "sitemap")
    request = spider.listings.request(Question(listing, listing.url, last=True))
    assert request.priority == ASKED_LAST
    assert request.meta["download_maxsize"] == spider.scope.bounds.sitemap_size


def test_the_browser_loads_no_more_batches_than_asked_for(spider: PressSpider) -> None:
    listing = Listing("section", "world", f"{HOME}/world")
    seen: list[list[str]] = []
    spider.discovery.wants_more = lambda rows: not seen.append(rows)  # type: ignore[method-assign]
    rendering = spider.listings.request(Question(listing, listing.url, rendered=True)).meta["errand"].render
    assert (rendering.rows, rendering.load_more, rendering.pages) == ("article", "button", 3)
    assert rendering.wants_more(["<li>"])
    assert seen == [["<li>"]]
    assert rendered_listing(PressSpider).pages == 0


def test_a_listing_that_has_moved_is_asked_for_where_it_is(
    spider: PressSpider, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Memory:
        def place(self, url: str) -> str:
            return url.replace("world", "international")

        def is_asked(self, url: str, *, guessed: bool) -> bool:
            return not guessed

        def is_retired(self, url: str) -> bool:
            return False

    monkeypatch.setitem(vars(spider.run), "supply", Memory())
    named, guessed = (
        Listing("section", "world", f"{HOME}/world"),
        Listing("feed", None, f"{HOME}/rss", guessed=True),
    )
    questions = [Question(named, named.url), Question(guessed, guessed.url)]
    assert [request.url for request in spider.listings.worth_asking(questions)] == [f"{HOME}/international"]
    further = Question(named, f"{named.url}?page=2")
    assert spider.listings.request(further).url == further.url


def test_a_feed_is_asked_for_before_articles(spider: PressSpider) -> None:
    questions = [
        Question(listing, listing.url)
        for listing in (
            Listing("section", "world", f"{HOME}/world"),
            Listing("feed", None, f"{HOME}/rss", "feed"),
        )
    ]
    found = Found(listings=[*questions])
    (feed,) = spider.listings.feeds_of(found)
    assert feed.url == f"{HOME}/rss"
    assert feed.priority == FEED_FIRST > ARTICLE_FIRST
    assert found.listings == questions[:1]
    questions[1].listing.pages = 1
    assert spider.listings.request(questions[1]).priority == 0, "what lies behind it is no news"
