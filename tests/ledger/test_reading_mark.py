"""The mark of the page that is being read: what a killed process leaves in it, and what follows."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.ledger import reading_mark
from newscrawler.ledger.reading_mark import ReadingMark

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://press.example/story/1"


def dies_at(path: Path, url: str = URL) -> None:
    """A process that ends while it reads."""
    child = os.fork()
    if not child:
        with ReadingMark(path).at(url):
            os._exit(1)
    os.waitpid(child, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".locks" / ".reading-press"


def test_a_page_at_which_a_run_died_is_a_suspect(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert not ReadingMark(path).suspects(URL)
    dies_at(path)
    mark = ReadingMark(path)
    assert (mark.suspects(URL), mark.condemns(URL)) == (True, False)
    assert not mark.suspects("https://press.example/story/2")
    assert "it is tried in a process of its own first" in caplog.text


def test_a_death_is_counted_once(path: Path) -> None:
    dies_at(path)
    for _ in range(5):
        assert not ReadingMark(path).condemns(URL)


def test_a_page_whose_trials_end_the_run_is_condemned_at_the_third_death(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        dies_at(path)
        assert not ReadingMark(path).condemns(URL)
    dies_at(path)
    assert ReadingMark(path).condemns(URL)
    assert "rejected as killed_the_reader" in caplog.text
    assert ReadingMark(path).condemns(URL)


def test_pages_that_kill_in_turns_are_all_remembered(path: Path) -> None:
    other = "https://press.example/story/2"
    for url in (URL, other, URL, other):
        dies_at(path, url)
    mark = ReadingMark(path)
    assert [mark.suspects(each) for each in (URL, other)] == [True, True]


def test_what_a_trial_has_shown_is_kept(path: Path) -> None:
    ReadingMark(path).condemn(URL)
    assert ReadingMark(path).condemns(URL)


def test_the_latest_suspects_are_remembered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_mark, "_MOST", 2)
    for n in (1, 2, 1, 3):
        dies_at(path, f"https://press.example/story/{n}")
    mark = ReadingMark(path)
    assert [mark.suspects(f"https://press.example/story/{n}") for n in (1, 2, 3)] == [True, False, True]


def test_a_page_that_has_been_read_is_no_suspect(path: Path) -> None:
    dies_at(path)
    with ReadingMark(path).at(URL):
        pass
    assert not ReadingMark(path).suspects(URL)


def test_a_look_before_the_reading_clears_no_page(path: Path) -> None:
    dies_at(path)
    with ReadingMark(path).at(URL, to_its_end=False):
        pass
    assert ReadingMark(path).suspects(URL)


def test_a_page_whose_reading_raised_did_not_kill(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), ReadingMark(path).at(URL):
        raise ZeroDivisionError
    assert not ReadingMark(path).suspects(URL)


def test_a_condemned_page_is_tried_again_after_a_week(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ReadingMark(path).condemn(URL)
    assert ReadingMark(path).condemns(URL)
    real = datetime

    class NextWeek(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # as datetime's own
            return real.now(UTC) + timedelta(days=8)

    monkeypatch.setattr(reading_mark, "datetime", NextWeek)
    mark = ReadingMark(path)
    assert (mark.suspects(URL), mark.condemns(URL)) == (True, False)


@pytest.mark.parametrize(
    "damage", [b"\0" * 5000, b"\xff" * 5000, b"x" * 4096 + b"many now\n2 then http://a/\n1"]
)
def test_a_damaged_file_condemns_nothing(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    mark = ReadingMark(path)
    assert not mark.condemns(URL)
    with mark.at(URL):
        pass


def test_a_file_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".locks").mkdir()
    (tmp_path / ".locks" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="cannot write to the output folder"):
        ReadingMark(tmp_path / ".locks" / "link")
