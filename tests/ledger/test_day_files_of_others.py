"""Day files that were compressed, moved away, lost or changed by another hand."""

from __future__ import annotations

import gzip
import json
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.ledger import open_ledger
from newscrawler.ledger.catch_up import catch_up
from newscrawler.output.line import to_line
from tests.ledger.lines import DAY, article, contents, day_path, opened, same_lines, write

if TYPE_CHECKING:
    from scrapy.settings import Settings


def test_a_file_that_has_become_shorter_loses_its_articles(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    first, second, _ = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + second[:50])
    ledger, recovery = opened(settings)
    assert recovery.lost == [DAY]
    assert ledger.find("press:6")
    assert ledger.find("press:7") is None
    known = ledger.find("press:2")
    assert known
    assert (known.revision, known.day) == (1, "2026-11-19")  # as the other file has it
    assert path.read_bytes() == first
    ledger.close()


def test_a_complete_file_may_be_moved_away(
    settings: Settings, history: list[Any], caplog: pytest.LogCaptureFixture
) -> None:
    day_path(settings, "2026-11-19").unlink()
    ledger, recovery = opened(settings)
    assert ledger.find("press:1")
    assert ledger.find("press:7")
    assert recovery.lost == []
    ledger.close()


def test_a_file_of_today_that_is_gone_is_lost(settings: Settings) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    ledger, _ = opened(settings)
    write(ledger, article(1, day=today))
    ledger.close()
    day_path(settings, today).unlink()
    ledger, recovery = opened(settings)
    assert recovery.lost == [today]
    assert ledger.find("press:1") is None
    write(ledger, article(1, day=today))
    ledger.close()


def test_a_complete_file_stays_complete_when_the_clock_goes_back(
    settings: Settings, history: list[Any]
) -> None:
    day_path(settings).unlink()
    ledger, _ = opened(settings)
    recovery = catch_up(ledger, now=datetime(2026, 11, 19, 9, tzinfo=UTC))
    assert recovery.lost == []
    assert ledger.find("press:7")
    ledger.close()


@pytest.mark.parametrize("hand", ["a line taken out", "a line made longer"])
def test_a_file_that_another_hand_changed_is_read_again(
    hand: str, settings: Settings, history: list[Any]
) -> None:
    path = day_path(settings)
    first, *others = path.read_bytes().splitlines(keepends=True)
    taken_out = hand == "a line taken out"
    changed = b"" if taken_out else first.replace(b"Headline", b"A longer headline")
    path.write_bytes(b"".join([changed, *others]))
    number = json.loads(first)["id"]
    ledger, recovery = opened(settings)
    assert recovery.lost == [DAY]
    known = ledger.find(number)
    if not taken_out:
        assert known
        last = ledger.last_revision(known)
        assert last
        assert last.headline
        assert last.headline.startswith("A longer")
    before = contents(ledger)
    ledger.close()
    ledger = open_ledger(settings, "press", anew=True)
    assert contents(ledger)[0] == before[0]
    assert contents(ledger)[2] == before[2]
    ledger.close()


def test_a_late_line_beside_a_compressed_file_is_adopted(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
    path.write_bytes(to_line(article(8)))  # by a run that was killed before it could commit it
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.lost) == (1, [])
    assert ledger.find("press:8")
    assert ledger.find("press:7")
    write(ledger, article(9))
    ledger.close()


def test_a_complete_file_may_be_compressed(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings, "2026-11-19")
    with path.open("rb") as plain, gzip.open(path.with_name(path.name + ".gz"), "wb") as packed:
        shutil.copyfileobj(plain, packed)
    path.unlink()
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.lost) == (0, [])
    known = ledger.find("press:3")
    assert known
    last = ledger.last_revision(known)
    assert last
    assert last.headline == "Headline 3"
    ledger.close()
    ledger = open_ledger(settings, "press", anew=True)
    assert ledger.recovery
    same_lines(settings, history, ledger.recovery, ledger)
    ledger.close()


def test_lines_of_a_day_whose_file_was_compressed(settings: Settings) -> None:
    """A clock that was set back."""
    ledger, _ = opened(settings)
    write(ledger, article(1))
    path = day_path(settings)
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    write(ledger, article(2))
    for number in (1, 2):
        known = ledger.find(f"press:{number}")
        assert known
        last = ledger.last_revision(known)
        assert last
        assert last.id == known.id
    ledger.close()
    ledger, recovery = opened(settings)
    assert recovery.lost == []
    assert ledger.find("press:1")
    write(ledger, article(3))
    ledger.close()
    ledger = open_ledger(settings, "press", anew=True)
    assert all(ledger.find(f"press:{number}") for number in (1, 2, 3))
    ledger.close()


def test_another_writer_is_noticed(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    with day_path(settings).open("ab") as file:
        file.write(b"by hand\n")
    with pytest.raises(OutputError, match="another program writes to it"):
        write(ledger, article(2))
    ledger.close()


def test_lines_of_a_killed_run_whose_file_was_compressed_before_the_next(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    ledger.close()
    path = day_path(settings)
    torn = to_line(article(9))[:-20]
    path.with_name(path.name + ".gz").write_bytes(
        gzip.compress(path.read_bytes() + to_line(article(8)) + torn)
    )
    path.unlink()
    for adopted in (1, 0):
        ledger, recovery = opened(settings)
        assert (recovery.adopted, recovery.lost) == (adopted, [])
        assert ledger.find("press:1")
        known = ledger.find("press:8")
        assert known
        last = ledger.last_revision(known)
        assert last
        assert last.id == "press:8"
        assert ledger.find("press:9") is None
        ledger.close()
