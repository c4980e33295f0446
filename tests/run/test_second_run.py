"""Runs after the first: nothing is asked for or written without need, edits are revisions, withdrawals are
known."""

import contextlib
import json
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from newscrawler.output.line import from_line
from newscrawler.run.endings import EXIT_STOPPED
from tests.crawl import crawl, options
from tests.forks import SCRAPY, Fork
from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow

ALWAYS = {"REVISIT_AFTER": "40000d:0m"}  # every known article is due at once


def test_an_unchanged_site_costs_listings_alone(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    first = crawl("tass", tmp_path, site_url=site.base_url)
    site.reset()
    # no sample is asked for without validators: which one would be depends on the port
    second = crawl("tass", tmp_path, {"VERIFY_NOT_MODIFIED": "0"}, site_url=site.base_url)
    assert second.lines == first.lines
    known = {article.number for article in site.articles}
    asked = {int(request.path.rpartition("/")[2]) for request in site.requests if request.path[-1:].isdigit()}
    assert not asked & known, "an article was asked for again"
    assert site.statuses[304] >= 9
    run = second.runs[-1]
    assert run["not_due"] == len(known)
    assert second.stderr.count("\n") <= 12, second.stderr
    outcomes = ("new", "revised", "unchanged", "not_due", "duplicate", "out_of_range", "withdrawn")
    reasons = ("waiting", "rejected", "refused", "failed", "left")
    assert run["listed"] == sum(run[name] for name in outcomes) + sum(
        sum(run[name].values()) for name in reasons
    )


def test_edits_are_revisions_and_nothing_else_is_written(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    before = {article.number: article for article in site.articles}
    first = crawl("tass", tmp_path, ALWAYS, site_url=site.base_url)
    site.epoch = 1
    after = {article.number: article for article in site.articles}
    second = crawl("tass", tmp_path, {**ALWAYS, "EXPORT_WITHDRAWN": "True"}, site_url=site.base_url)
    added = second.lines[len(first.lines) :]
    by_number = {int(line["id"].rpartition(":")[2]): line for line in added}
    edited = {
        n
        for n in before.keys() & after.keys()
        if (before[n].headline, before[n].lead, before[n].body)
        != (after[n].headline, after[n].lead, after[n].body)
    }
    gone = before.keys() - after.keys()
    fresh = after.keys() - before.keys()
    assert by_number.keys() == edited | gone | fresh
    assert all(by_number[n]["withdrawn"] for n in gone)
    for number in edited:
        line = by_number[number]
        assert line["revision"] == 2
        assert line["changed"]
        assert line["previous_hash"] == first.line(number)["content_hash"]
        assert line["body"] == after[number].body
    assert all(by_number[n]["revision"] == 1 for n in fresh)
    assert from_line(json.dumps(added[0])).run_id == second.runs[-1]["id"]


@pytest.mark.parametrize("seconds", [0.0, 0.03, 0.06, 0.1, 0.15])
def test_a_run_that_a_signal_ends_while_it_starts_is_recorded(
    seconds: float, newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site = newsroom("today", latency=0.3)
    with Fork(SCRAPY, options("tass", tmp_path, site_url=site.base_url)) as process:
        while not (tmp_path / ".ledger.db-wal").exists() and process.poll() is None:
            time.sleep(0.005)
        time.sleep(seconds)
        process.send_signal(signal.SIGTERM)
        assert process.wait() == EXIT_STOPPED
    connection = sqlite3.connect(tmp_path / ".ledger.db")
    with contextlib.closing(connection):
        (entered,) = connection.execute("SELECT count(*) FROM run").fetchone()
    runs = tmp_path / "runs.jsonl"
    found = [json.loads(line)["finish_reason"] for line in runs.read_text().splitlines()] if entered else []
    assert found == ["shutdown"] * entered


def test_a_ledger_that_cannot_be_opened_is_one_line_at_the_end(tmp_path: Path) -> None:
    (tmp_path / ".ledger.db").mkdir()
    found = crawl("tass", tmp_path, site_url="http://127.0.0.1:9")
    assert found.code == 1
    last = found.stderr.strip().splitlines()[-1]
    assert last.startswith("tass: the ledger ")
    assert last.endswith("cannot be used: unable to open database file")


def test_a_second_run_of_a_running_site_ends_at_once(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today", latency=0.3)
    one = {"CONCURRENT_REQUESTS_PER_DOMAIN": "1"}
    with Fork(SCRAPY, options("tass", tmp_path, one, site_url=site.base_url)) as running:
        while not site.requests:
            time.sleep(0.05)
        second = crawl("tass", tmp_path, site_url=site.base_url)
        assert second.code == 75
        assert second.stderr.strip().count("\n") == 0
        assert "another run" in second.stderr
        running.send_signal(signal.SIGTERM)
        assert running.wait() == EXIT_STOPPED
