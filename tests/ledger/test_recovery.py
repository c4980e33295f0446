"""What a killed run left is brought in when the ledger is opened; made anew from the lines, it is the
same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.ledger import open_ledger
from newscrawler.ledger.recovery import Recovery
from newscrawler.output.line import to_line
from tests.ledger.lines import article, contents, day_path, opened, same_lines

if TYPE_CHECKING:
    from scrapy.settings import Settings


def test_nothing_to_do(settings: Settings, history: list[Any]) -> None:
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.cut, recovery.lost) == (0, 0, [])
    assert contents(ledger) == history
    ledger.close()


def test_rebuilt_anew_it_is_the_same(settings: Settings, history: list[Any]) -> None:
    ledger = open_ledger(settings, "press", anew=True)
    assert ledger.recovery
    assert ledger.recovery.adopted == 8
    same_lines(settings, history, ledger.recovery, ledger)
    ledger.close()


def test_lines_beyond_the_committed_offset_are_adopted(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    with path.open("ab") as file:
        file.write(to_line(article(8)) + to_line(article(2, 3)))
    ledger, recovery = opened(settings)
    assert recovery.adopted == 2
    known = ledger.find("press:2")
    assert known
    assert known.revision == 3
    last = ledger.last_revision(known)
    assert last
    assert last.revision == 3
    ledger.close()


@pytest.mark.parametrize("cut", [1, 20, 400])
def test_a_torn_line_is_cut_off(settings: Settings, history: list[Any], cut: int) -> None:
    path = day_path(settings)
    size = path.stat().st_size
    with path.open("ab") as file:
        file.write(to_line(article(8)) + to_line(article(9))[: -1 - cut])
    ledger, recovery = opened(settings)
    assert recovery.adopted == 1
    assert recovery.cut > 0
    assert ledger.find("press:9") is None
    assert path.stat().st_size == size + len(to_line(article(8)))
    ledger.close()


def test_a_line_that_lacks_its_end_alone_stays(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    with path.open("ab") as file:
        file.write(to_line(article(8))[:-1])
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.cut) == (1, 0)
    assert path.read_bytes().endswith(b"}\n")
    ledger.close()


def test_a_line_that_cannot_be_read_is_left_and_told(
    settings: Settings, history: list[Any], caplog: pytest.LogCaptureFixture
) -> None:
    path = day_path(settings)
    with path.open("ab") as file:
        file.write(b"a line of another hand\n" + to_line(article(8)))
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.unreadable) == (1, 1)
    assert "cannot be read" in caplog.text
    assert ledger.find("press:8")
    ledger.close()
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.unreadable) == (0, 0)
    ledger.close()


@pytest.mark.parametrize(
    "line", [b"[" * 200_000, b'{"id":"press:8","body":["x"]}', b'{"id":"a","revision":"x"}']
)
def test_a_line_that_is_none_in_an_odd_way(line: bytes, settings: Settings, history: list[Any]) -> None:
    with day_path(settings).open("ab") as file:
        file.write(line + b"\n")
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.unreadable) == (0, 1)
    ledger.close()


def test_what_was_found_in_the_files_of_several_machines_is_added_up() -> None:
    found = Recovery(1, 20, 3, ["2026-05-04"])
    found.add(Recovery(10, 5, 4, ["2026-05-03", "2026-05-04"], rebuilt=True))
    assert found == Recovery(11, 25, 7, ["2026-05-03", "2026-05-04"], rebuilt=True)
    found.add(Recovery())
    assert found == Recovery(11, 25, 7, ["2026-05-03", "2026-05-04"], rebuilt=True)
    assert str(found) == "18 lines read, 7 of them unreadable"
