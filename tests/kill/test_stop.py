"""SIGTERM and SIGINT: the crawl ends before its time, everything committed, a line in runs.jsonl.

No time is measured: what a crawl must not wait for lasts longer than the test waits for the crawl.
"""

from __future__ import annotations

import json
import signal
from time import sleep
from typing import TYPE_CHECKING

import pytest

from tests.forks import BOUND
from tests.kill import rounds
from tests.kill.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kill.place import Place

pytestmark = pytest.mark.slow

SLOW = ("-s", "DOWNLOAD_DELAY=0.3", "-s", "EXPORT_BATCH_SECONDS=30")
"""Nothing is committed by time alone, and 16 requests wait for their turn."""
HANGING = 100.0
"""Seconds for which a page hangs; the downloader's own bounds are off."""
UNBOUNDED = ("-s", "HEADERS_TIMEOUT=0", "-s", "DOWNLOAD_TIMEOUT=600", "-s", "DOWNLOAD_MIN_RATE=0")


def last_record(output: Path) -> dict[str, object]:
    record: dict[str, object] = json.loads((output / "runs.jsonl").read_text().splitlines()[-1])
    return record


def hang(site: Site) -> None:
    """Let every further page hang, and wait until one does."""
    site.delay = HANGING
    site.hanging.wait()


def test_sigterm(place: Place) -> None:
    one_signal(signal.SIGTERM, place)


def test_sigint(sqlite_place: Place) -> None:
    one_signal(signal.SIGINT, sqlite_place)


def one_signal(number: signal.Signals, place: Place) -> None:
    with Site.of(30) as site:
        process = rounds.start(site, place, *SLOW)
        rounds.wait_for_requests(site, process, 5)
        process.send_signal(number)
        process.communicate(timeout=BOUND)
        read = sum(path.startswith("/story/") for path in site.paths())
        assert read < 25, "it went on to the end"
        assert read - 1 <= len(rounds.lines(place.output)) <= read
        record = last_record(place.output)
        assert record["finish_reason"] == "shutdown"
        assert record["left"]
        rounds.check_runs(place.output)
        assert rounds.crawl(site, place)[0] == 0
        rounds.check(site, place)


def test_second_signal_while_a_page_hangs(sqlite_place: Place) -> None:
    with Site.of(30) as site:
        process = rounds.start(site, sqlite_place, *SLOW, *UNBOUNDED)
        rounds.wait_for_requests(site, process, 5)
        hang(site)
        process.send_signal(signal.SIGTERM)
        sleep(0.5)  # two signals at once are one
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=BOUND)
        assert len(rounds.lines(sqlite_place.output)) >= 4
        assert last_record(sqlite_place.output)["finish_reason"] == "shutdown"
        rounds.check_runs(sqlite_place.output)
        site.delay = 0
        assert rounds.crawl(site, sqlite_place)[0] == 0
        rounds.check(site, sqlite_place)


def test_a_page_that_hangs_does_not_hold_up_the_end(sqlite_place: Place) -> None:
    with Site.of(30) as site:
        process = rounds.start(site, sqlite_place, *SLOW, *UNBOUNDED)
        rounds.wait_for_requests(site, process, 5)
        hang(site)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=BOUND)
        assert last_record(sqlite_place.output)["finish_reason"] == "shutdown"
        site.delay = 0


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.1, 0.2])
def test_a_signal_while_it_starts(seconds: float, sqlite_place: Place) -> None:
    with Site.of(10) as site:
        process = rounds.start(site, sqlite_place)
        sleep(seconds)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=BOUND)
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
