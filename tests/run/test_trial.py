"""The trial of a suspect page, in a real process."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import KillsTheReader
from newscrawler.ledger.reading_mark import ReadingMark
from newscrawler.run.trial import read_marked, survives

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

URL = "https://press.example/story/1"


def kills() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fails() -> None:
    raise ValueError


def leaves() -> None:
    os._exit(3)


def hangs() -> None:
    while True:
        time.sleep(0.01)


def is_told_to_stop() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        os.kill(os.getpid(), number)


@pytest.mark.parametrize(
    ("read", "expected"),
    [(dict, True), (fails, True), (is_told_to_stop, True), (kills, False), (leaves, False)],
)
def test_a_reading_comes_to_its_end_or_not(read: Callable[[], object], expected: bool) -> None:
    assert survives(read) is expected


def test_a_reading_that_hangs_is_ended() -> None:
    assert not survives(hangs, 1)


def test_a_copy_changes_nothing_here() -> None:
    before = signal.getsignal(signal.SIGINT)
    read: list[int] = []
    assert survives(lambda: read.append(1))
    assert read == []
    assert signal.getsignal(signal.SIGINT) is before


@pytest.fixture
def mark(tmp_path: Path) -> ReadingMark:
    """A mark by which the last run died at the page."""
    path = tmp_path / ".locks" / ".reading-press"
    child = os.fork()
    if not child:
        with ReadingMark(path).at(URL):
            os._exit(1)
    os.waitpid(child, 0)
    return ReadingMark(path)


def test_a_page_that_kills_its_trial_is_not_read(mark: ReadingMark) -> None:
    for _ in range(2):
        with pytest.raises(KillsTheReader):
            read_marked(mark, URL, kills)
    assert mark.condemns(URL)


def test_a_suspect_that_survives_is_read_and_no_suspect_any_more(mark: ReadingMark) -> None:
    assert read_marked(mark, URL, lambda: 1, to_its_end=False) == 1
    assert mark.suspects(URL)
    assert read_marked(mark, URL, lambda: 2) == 2
    assert not mark.suspects(URL)


def test_a_page_at_which_no_run_died_is_read_here(mark: ReadingMark) -> None:
    assert read_marked(mark, "https://press.example/story/2", os.getpid) == os.getpid()
