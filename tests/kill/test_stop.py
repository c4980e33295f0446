"""SIGTERM and SIGINT: within seconds, everything committed, a line in runs.jsonl; a second signal too."""

from __future__ import annotations

import json
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.kill import rounds
from tests.kill.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kill.place import Place

pytestmark = pytest.mark.slow

SLOW = ("-s", "DOWNLOAD_DELAY=0.3", "-s", "EXPORT_BATCH_SECONDS=30")
"""Nothing is committed by time alone, and 16 requests wait for their turn."""


def last_record(output: Path) -> dict[str, object]:
    record: dict[str, object] = json.loads((output / "runs.jsonl").read_text().splitlines()[-1])
    return record


def test_sigterm(place: Place) -> None:
    one_signal(signal.SIGTERM, place)


def test_sigint(sqlite_place: Place) -> None:
    one_signal(signal.SIGINT, sqlite_place)


def one_signal(number: signal.Signals, place: Place) -> None:
    with Site.of(30) as site:
        process = rounds.start(site, place, *SLOW)
        rounds.wait_for_requests(site, process, 5)
        begin = time.monotonic()
        process.send_signal(number)
        process.communicate(timeout=30)
        assert time.monotonic() - begin < 4
        read = sum(path.startswith("/story/") for path in site.paths())
        assert read - 1 <= len(rounds.lines(place.output)) <= read
        record = last_record(place.output)
        assert record["finish_reason"] == "shutdown"
        assert record["left"]
        rounds.check_runs(place.output)
        assert rounds.crawl(site, place)[0] == 0
        rounds.check(site, place)


def test_second_signal_while_a_page_hangs(sqlite_place: Place) -> None:
    with Site.of(30) as site:
        process = rounds.start(site, sqlite_place, *SLOW)
        rounds.wait_for_requests(site, process, 5)
        site.delay = 8
        time.sleep(0.5)
        begin = time.monotonic()
        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
        assert time.monotonic() - begin < 3
        assert len(rounds.lines(sqlite_place.output)) >= 4
        assert last_record(sqlite_place.output)["finish_reason"] == "shutdown"
        rounds.check_runs(sqlite_place.output)
        site.delay = 0
        assert rounds.crawl(site, sqlite_place)[0] == 0
        rounds.check(site, sqlite_place)


def test_a_page_that_hangs_does_not_hold_up_the_end(sqlite_place: Place) -> None:
    with Site.of(30) as site:
        process = rounds.start(site, sqlite_place, *SLOW)
        rounds.wait_for_requests(site, process, 5)
        site.delay = 15
        time.sleep(0.5)
        begin = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
        assert time.monotonic() - begin < 8
        assert last_record(sqlite_place.output)["finish_reason"] == "shutdown"
        site.delay = 0


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.1, 0.2])
def test_a_signal_while_it_starts(seconds: float, sqlite_place: Place) -> None:
    with Site.of(10) as site:
        process = rounds.start(site, sqlite_place)
        time.sleep(seconds)
        process.send_signal(signal.SIGTERM)
        begin = time.monotonic()
        process.communicate(timeout=30)
        assert time.monotonic() - begin < 5
        assert rounds.crawl(site, sqlite_place)[0] == 0
        rounds.check(site, sqlite_place)


@pytest.mark.parametrize("point", ["before_append", "after_sync", "before_commit"])
def test_a_signal_while_it_closes(point: str, sqlite_place: Place) -> None:
    """All lines are written at the end."""
    with Site.of(10) as site:
        batch = ("-s", "EXPORT_BATCH_LINES=1000", "-s", "EXPORT_BATCH_SECONDS=60")
        code, text = rounds.crawl(site, sqlite_place, *batch, "--fault", f"{point}:1", "--signal", "SIGTERM")
        assert (code, text) == (0, "")
        rounds.check(site, sqlite_place)
