"""Each run leaves one line in ``runs.jsonl``, and closes its account and its ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Spider, signals
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import OutputError
from newscrawler.extensions.run_record import RunRecord, append_record, is_recorded
from newscrawler.output.folder import runs_file, runs_lock
from newscrawler.output.locks import locked
from newscrawler.run.run import Run, run_of
from tests.crawl import read_jsonl

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://press.example/1"


class PressSpider(Spider):
    name = "press"


def start(output: Path) -> tuple[Run, RunRecord]:
    """Begin a run as Scrapy does."""
    crawler = get_crawler(PressSpider, {"OUTPUT_DIR": str(output), "LEDGER_WAIT": 0.1})
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.spider = PressSpider()
    extension = RunRecord.from_crawler(crawler)
    crawler.signals.send_catch_log(signals.spider_opened)
    return run_of(crawler), extension


def close(run: Run, reason: str = "finished") -> None:
    run.crawler.signals.send_catch_log(signals.spider_closed, reason=reason)


def records(output: Path) -> list[dict[str, Any]]:
    path = runs_file(output)
    return read_jsonl([path]) if path.exists() else []


def test_a_run_that_ends(tmp_path: Path) -> None:
    run, extension = start(tmp_path)
    run.account.enter(URL)
    assert extension.is_open
    assert records(tmp_path) == []
    close(run)
    close(run)
    (record,) = records(tmp_path)
    assert (record["id"], record["site"], record["finish_reason"]) == (run.id, "press", "finished")
    assert (record["listed"], record["left"]) == (1, {"finished": 1})
    assert record["exit_code"] is not None
    assert not extension.is_open


@pytest.mark.parametrize(("reason", "stopped"), [("shutdown", True), ("finished", False)])
def test_a_signal_is_remembered(tmp_path: Path, reason: str, *, stopped: bool) -> None:
    run, _ = start(tmp_path)
    close(run, reason)
    assert run.stopped is stopped


def test_why_a_run_could_not_go_on_is_its_reason(tmp_path: Path) -> None:
    run, _ = start(tmp_path)
    run.fail("the disk is full", "output_error")
    close(run)
    (record,) = records(tmp_path)
    assert (record["finish_reason"], record["exit_code"]) == ("output_error", 1)


def test_the_next_run_writes_the_line_of_one_that_was_killed(tmp_path: Path) -> None:
    killed, _ = start(tmp_path)
    killed.account.enter(URL)
    killed.close_ledger()  # as the kernel does
    run, _ = start(tmp_path)
    assert [(record["id"], record["finish_reason"]) for record in records(tmp_path)] == [
        (killed.id, "killed")
    ]
    close(run)
    following, _ = start(tmp_path)
    close(following)
    assert [record["id"] for record in records(tmp_path)] == [killed.id, run.id, following.id]


def test_a_line_that_the_ledger_missed_is_not_written_again(tmp_path: Path) -> None:
    killed, _ = start(tmp_path)
    append_record(runs_file(tmp_path), {"id": killed.id}, 1)
    killed.close_ledger()
    run, _ = start(tmp_path)
    close(run)
    assert [record["id"] for record in records(tmp_path)] == [killed.id, run.id]


def test_a_file_that_another_run_holds(tmp_path: Path) -> None:
    run, _ = start(tmp_path)
    with locked(runs_lock(tmp_path), 1):
        close(run)
    assert run.failure
    assert records(tmp_path) == []
    following, _ = start(tmp_path)
    assert [record["id"] for record in records(tmp_path)] == [run.id], "the next run makes it good"
    close(following)


def test_lines_of_a_file(tmp_path: Path) -> None:
    path = runs_file(tmp_path)
    assert not is_recorded(path, "one")
    append_record(path, {"id": "one"}, 1)
    append_record(path, {"id": "two"}, 1)
    assert (is_recorded(path, "one"), is_recorded(path, "tw")) == (True, False)
    with locked(runs_lock(tmp_path), 1), pytest.raises(OutputError):
        append_record(path, {"id": "three"}, 0.05)
