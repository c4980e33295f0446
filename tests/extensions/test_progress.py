"""The progress line counts, and the summary names every outcome with its reasons."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

import pytest
from scrapy import Spider
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.extensions import live_line, progress
from newscrawler.extensions.progress import Progress
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class PressSpider(Spider):
    name = "press"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def crawler() -> Crawler:
    crawler = get_crawler(PressSpider, {"OUTPUT_DIR": "output", "PROGRESS_LINE": True})
    crawler.stats = MemoryStatsCollector(crawler)
    account = run_of(crawler).account
    outcomes = ["new", "new", "revised", "unchanged", "failed", "failed", "refused"]
    for number, outcome in enumerate(outcomes):
        url = f"https://press.example/{number}"
        account.enter(url)
        account.settle(url, outcome, {"failed": "dns", "refused": "robots"}.get(outcome, ""))  # type: ignore[arg-type]
    account.listing_failures["http-404"] += 1
    return crawler


def test_the_line(crawler: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    extension = Progress.from_crawler(crawler)
    crawler.stats.set_stats({"response_received_count": 9, "scheduler/enqueued": 12, "scheduler/dequeued": 8})
    monkeypatch.setattr(progress.time, "monotonic", lambda: extension.started + 2)
    assert extension.line("press") == "press: 3 articles, 9 pages, 4 waiting, 4.5 pages/s, 3 errors"


def test_the_summary(crawler: Crawler) -> None:
    run_of(crawler).files.update({"press/2026-05-04.jsonl", "press/2026-05-03.jsonl"})
    assert Progress.from_crawler(crawler).summary("press", "finished").splitlines() == [
        "press: 2 new, 1 revised, 1 unchanged; 7 listed; ended: finished",
        "  refused: robots 1",
        "  failed: dns 2",
        "  listings not read: http-404 1",
        "  output/press/2026-05-03.jsonl",
        "  output/press/2026-05-04.jsonl",
    ]


def test_the_summary_of_a_run_without_news() -> None:
    extension = Progress.from_crawler(get_crawler(PressSpider, {"OUTPUT_DIR": "output"}))
    assert extension.summary("press", "finished") == "press: nothing new; 0 listed; ended: finished"


async def test_log_lines_wipe_the_line_while_it_is_drawn(
    crawler: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    handler = logging.NullHandler()
    monkeypatch.setattr(logging.root, "handlers", [handler])
    extension = Progress.from_crawler(crawler)
    extension.spider_opened(PressSpider())
    (wipe,) = handler.filters
    assert isinstance(wipe, logging.Filter)
    assert wipe.filter(logging.makeLogRecord({}))
    assert terminal.getvalue() == live_line.CLEAR
    extension.spider_closed(PressSpider(), "finished")
    assert handler.filters == []
    assert terminal.getvalue().startswith(live_line.CLEAR * 2 + "press: 2 new")


def test_elsewhere_it_is_the_log(crawler: Crawler, caplog: pytest.LogCaptureFixture) -> None:
    extension = Progress.from_crawler(crawler)
    assert not extension.live
    with caplog.at_level(logging.INFO):
        extension.spider_opened(PressSpider())
        extension.spider_closed(PressSpider(), "finished")
    assert caplog.messages[0].startswith("press: 2 new")
