"""One run for one crawl; it keeps why it ended, and lets the next one in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Spider
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import OutputError
from newscrawler.publication.selection import Selection
from newscrawler.run.endings import EXIT_STOPPED
from newscrawler.run.run import Run, run_of
from newscrawler.run.verdict import Verdict, judge
from newscrawler.spiders.tass.spider import TassSpider
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler


class PressSpider(Spider):
    name = "press"


@pytest.fixture
def crawler(tmp_path: Path) -> Crawler:
    crawler = get_crawler(PressSpider, {**DEFAULTS, "OUTPUT_DIR": str(tmp_path)})
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.spider = PressSpider()
    return crawler


@pytest.fixture
def run(crawler: Crawler) -> Run:
    return run_of(crawler)


def test_one_run_for_one_crawler(crawler: Crawler, run: Run) -> None:
    assert run_of(crawler) is run
    assert run_of(get_crawler(PressSpider)) is not run


def test_a_spider_of_any_kind(run: Run) -> None:
    assert (run.site, run.arguments, run.selection) == ("press", {}, Selection())


def test_a_spider_with_a_declaration() -> None:
    crawler = get_crawler(TassSpider)
    crawler.spider = TassSpider(sections="world")
    run = run_of(crawler)
    assert (run.site, run.arguments, run.selection.sections) == ("tass", {"sections": "world"}, ("world",))


def test_a_closed_ledger_lets_the_next_run_in_and_answers_nothing(crawler: Crawler, run: Run) -> None:
    assert run.ledger.find("press:1") is None
    run.close_ledger()
    again = get_crawler(PressSpider, crawler.settings.copy_to_dict())
    again.spider = PressSpider()
    assert run_of(again).ledger.find("press:1") is None
    run_of(again).close_ledger()
    with pytest.raises(OutputError):
        run.ledger.find("press:1")


def test_a_run_without_ledger_has_none_to_close(run: Run, tmp_path: Path) -> None:
    run.close_ledger()
    assert not list(tmp_path.iterdir())


def test_a_run_that_failed_is_not_good(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    assert judge(run) == Verdict(0)
    run.fail("no browser is there", "no_browser")
    run.fail("the disk is full")
    assert judge(run) == Verdict(1, "no browser is there")
    assert run.failure_reason == "no_browser"
    assert [record.message for record in caplog.records] == ["no browser is there"]


STOPPED = "stopped by a signal: what was read is written, the rest is for the next run"


@pytest.mark.parametrize(
    ("what", "stats", "verdict"),
    [
        (lambda run: run.wrong_argument("query=: no search"), {}, Verdict(2, "query=: no search")),
        (lambda run: run.unhealthy("a", "b"), {}, Verdict(3, "the site may have changed: a; b", "a; b")),
        (
            lambda _: None,
            {"finish_reason": "start_error"},
            Verdict(1, "the crawl failed at its start: see the log"),
        ),
        (lambda run: run.unhealthy("a"), {"finish_reason": "shutdown"}, Verdict(EXIT_STOPPED, STOPPED)),
        (
            lambda _: None,
            {"spider_exceptions/count": 2},
            Verdict(1, "2 pages failed in a callback: see the log"),
        ),
        (
            lambda run: run.account.listing_failures.update({"dns": 2}),
            {},
            Verdict(1, "no listing could be read (dns ×2): the site is out of reach or has changed"),
        ),
    ],
)  # fmt: skip
def test_the_verdict(run: Run, what: Any, stats: dict[str, Any], verdict: Verdict) -> None:
    what(run)
    run.stats.set_stats(stats)
    assert judge(run) == verdict


def test_some_listings_that_could_not_be_read(run: Run) -> None:
    run.account.enter("https://press.example/1")
    run.account.listing_failures["timeout"] += 1
    assert judge(run) == Verdict(3, "some listings could not be read: timeout ×1")


def test_sections_that_are_not_there(run: Run) -> None:
    run.account.sections_missing = 2
    assert judge(run).exit_code == 1
    run.account.listings_not_modified = 1
    assert judge(run).exit_code == 0
