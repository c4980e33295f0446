"""Of a long listing, known articles are settled in bulk; unknown, due and numbered ones go their way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.crawling.known_articles import KnownArticles
from newscrawler.discovery.frontier import Frontier
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.packed_links import PackedLinks
from newscrawler.ledger import Batch
from newscrawler.news_spider import NewsSpider
from newscrawler.output.line import to_line
from newscrawler.run.run import run_of
from tests.defaults import DEFAULTS
from tests.pipelines.test_identify import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime.now(UTC)
LONG_AGO = "2026-11-01T10:00:00+00:00"


class PressSpider(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    timezone = "UTC"


@pytest.fixture
def spider(tmp_path: Path) -> Iterator[PressSpider]:
    """A site of which /old is known, and /young is known and due."""
    settings = {**DEFAULTS, "OUTPUT_DIR": str(tmp_path), "REVISIT_AFTER": "1d:1h"}
    crawler = get_crawler(PressSpider, settings)
    spider = crawler.spider = PressSpider.from_crawler(crawler)
    early = (NOW - timedelta(hours=2)).isoformat(timespec="seconds")
    articles = [page("/old", published_at=LONG_AGO), page("/young", published_at=early, fetched_at=early)]
    run_of(crawler).ledger.write(Batch([(article, to_line(article)) for article in articles]))
    yield spider
    run_of(crawler).close_ledger()


def links(*paths: str) -> list[ListedLink]:
    return [ListedLink(f"https://press.example{path}", place) for place, path in enumerate(paths, 1)]


def test_known_articles_are_settled_once(spider: PressSpider) -> None:
    known = KnownArticles(spider.run, spider.frontier, spider.article_url)
    shown = links("/old", "/young", "/new", "/old?utm_source=x", "/../old")
    shown.append(ListedLink("https://other.example/a", 9))
    assert [link.url[-6:] for link in known.others(PackedLinks(shown))] == ["/young", "le/new", "mple/a"]
    assert known.settled == 1
    assert spider.run.account.outcomes == {("not_due", ""): 1}
    listing = Listing("section", "world", "https://press.example/world")
    assert spider.frontier.see("https://press.example/old", shown[0], listing) is None
    assert [link.url[-6:] for link in known.others(PackedLinks(links("/old", "/new")))][-1] == "le/new"
    assert spider.run.account.listed == 1


def test_the_ledger_is_asked_first_when_a_part_of_the_site_is_wanted_as_well(spider: PressSpider) -> None:
    spider.run.crawler.spider.selection = spider.selection.__class__(since=NOW)  # type: ignore[union-attr]  # it has one
    known = KnownArticles(spider.run, spider.frontier, spider.article_url)
    assert [link.url[-6:] for link in known.others(PackedLinks(links("/old", "/new")))] == ["le/new"]
    assert spider.run.account.outcomes == {("not_due", ""): 1}


def test_articles_that_several_listings_must_show_are_looked_at_row_by_row(spider: PressSpider) -> None:
    frontier = Frontier("press", required=frozenset({"topic", "search"}))
    known = KnownArticles(spider.run, frontier, spider.article_url)
    assert len(list(known.others(PackedLinks(links("/old", "/new"))))) == 2
    assert not spider.run.account.listed
