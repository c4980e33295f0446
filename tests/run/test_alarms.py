"""An alarm is raised once, kept while it lasts, and over when things are as before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from scrapy.utils.test import get_crawler

from newscrawler.health.alarm import Alarm
from newscrawler.ledger.health_memory import AlarmRow
from newscrawler.run.alarms import CRAWL, enter_alarms, kept
from newscrawler.run.run import run_of
from newscrawler.run.verdict import Verdict
from newscrawler.spiders.tass.spider import TassSpider
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 2, tzinfo=UTC)
BLANK = AlarmRow("tass", "a", "", NOW, "", 0.0, [], NOW, "run-2")
OPEN = replace(BLANK, subject="body", line="old", samples=["u"], raised=NOW - timedelta(1), run_id="run-1")


def test_a_new_alarm_is_raised_and_a_known_one_keeps_when_and_by_which_run() -> None:
    body, lead = Alarm("body", "new", NOW, 0.1), Alarm("lead", "x", NOW - timedelta(2), 0.2, ["v"])
    rows = kept([OPEN], [body, lead], set(), BLANK)
    assert rows == [
        replace(OPEN, line="new", chance=0.1),
        replace(BLANK, subject="lead", since=NOW - timedelta(2), line="x", chance=0.2, samples=["v"]),
    ]


def test_it_is_over_unless_the_run_has_seen_nothing_of_it() -> None:
    assert kept([OPEN], [], {"body"}, BLANK) == []
    assert kept([OPEN], [], set(), BLANK) == [replace(OPEN, over=NOW)]


def test_a_failed_crawl_is_an_alarm_a_stopped_one_says_nothing(tmp_path: Path) -> None:
    crawler = get_crawler(TassSpider, {**DEFAULTS, "OUTPUT_DIR": str(tmp_path)})
    crawler.spider = TassSpider()
    run = run_of(crawler)
    enter_alarms(run, Verdict(1, "nothing was listed"))
    run.alarms = [Alarm("body", "body: gone", NOW)]
    enter_alarms(run, Verdict(130, "stopped"))
    assert [(row.subject, row.over) for row in run.ledger.health.alarms()] == [(CRAWL, None)]
    enter_alarms(run, Verdict(3, "the site may have changed: body", signs=""))
    state = {row.subject: row.over is None for row in run.ledger.health.alarms()}
    assert state == {CRAWL: False, "body": True}
    enter_alarms(run, Verdict(3, "the site may have changed: lead; body: gone", signs="lead"))
    said = {row.subject: row.line for row in run.ledger.health.alarms() if row.over is None}
    assert said == {CRAWL: "lead", "body": "body: gone"}
