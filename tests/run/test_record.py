"""The line of ``runs.jsonl`` says what became of every listed URL; its numbers add up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from scrapy import Spider
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler import __version__
from newscrawler.run.record import LATENCY_COUNT, LATENCY_SUM, OUTCOMES, record_of, sum_of_outcomes, timestamp
from newscrawler.run.run import Run, run_of


class PressSpider(Spider):
    name = "press"
    arguments = {"sections": "world", "max_pages": 3}  # noqa: RUF012 - a spider's, as given


@pytest.fixture
def run() -> Run:
    crawler = get_crawler(PressSpider)
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.spider = PressSpider()
    run = run_of(crawler)
    for number in range(5):
        run.account.enter(f"https://press.example/{number}")
    run.account.settle("https://press.example/0", "new")
    run.account.settle("https://press.example/1", "refused", "robots")
    run.account.settle("https://press.example/2", "left", "depth")
    return run


def test_a_run_that_goes_on(run: Run) -> None:
    record = record_of(run)
    assert (record["finish_reason"], record["exit_code"]) == ("killed", None)
    assert (record["listed"], record["new"], record["robots_denied"]) == (5, 1, 1)
    assert record["left"] == {"depth": 1, "killed": 2}
    assert (record["fetched"], record["bytes"], record["listings_not_modified"]) == (0, 0, 0)
    assert sum_of_outcomes(record) == record["listed"]
    assert record["arguments"] == {"sections": "world", "max_pages": "3"}
    assert set(OUTCOMES) <= record.keys()
    assert run.account.total("left") == 1, "nothing is settled by looking"


def test_a_run_that_has_ended(run: Run) -> None:
    run.account.close("finished")
    run.account.listing_failures["timeout"] += 1
    run.account.listings_not_modified = 2
    run.sources["lead", "site"] += 3
    run.sources["lead", "none"] += 1
    run.files.update({"press/2026-05-04.jsonl", "press/2026-05-03.jsonl"})
    run.stats.inc_value(LATENCY_COUNT, 3)
    run.stats.inc_value(LATENCY_SUM, 1.23456)
    end = datetime(2026, 5, 4, 12, tzinfo=UTC)
    record = record_of(run, end=end, reason="finished")
    assert record["end"] == timestamp(end) == "2026-05-04T12:00:00+00:00"
    assert record["left"] == {"depth": 1, "finished": 2}
    assert record["listings_failed"] == {"timeout": 1}
    assert record["listings_not_modified"] == 2
    assert record["latency"] == {"count": 3, "sum": 1.235}
    assert record["sources"] == {"lead": {"site": 3, "none": 1}}
    assert record["files"] == ["press/2026-05-03.jsonl", "press/2026-05-04.jsonl"]


def test_each_number_has_its_own_source() -> None:
    crawler = get_crawler(PressSpider)
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.spider = PressSpider()
    run = run_of(crawler)
    outcomes = ("new", "revised", "unchanged", "not_due", "out_of_range", "duplicate", "withdrawn")
    with_reason = ("waiting", "rejected", "refused", "failed", "left")
    expected: dict[str, object] = {}
    for count, outcome in enumerate((*outcomes, *with_reason), 2):
        reason = None if outcome in outcomes else f"why-{outcome}"
        for number in range(count):
            url = f"https://press.example/{outcome}/{number}"
            run.account.enter(url)
            run.account.settle(url, outcome, *filter(None, [reason]))
        expected[outcome] = count if reason is None else {reason: count}
    run.stats.set_value("response_received_count", 101)
    run.stats.set_value("downloader/response_bytes", 102)
    record = record_of(run)
    assert {name: record[name] for name in expected} == expected
    assert (record["fetched"], record["bytes"], record["robots_denied"]) == (101, 102, 0)
    assert (record["site"], record["id"], record["verdict"]) == ("press", run.id, "")
    assert record["start"] == timestamp(run.start)
    assert record["version"] == __version__
