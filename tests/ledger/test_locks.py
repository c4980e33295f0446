"""Locks are never waited for in silence, follow no link, and what is long can be interrupted."""

from __future__ import annotations

import fcntl
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.ledger import open_ledger
from newscrawler.ledger.adoption import _LINES_AT_ONCE
from newscrawler.output.line import to_line
from newscrawler.output.locks import locked
from tests.ledger.lines import article, day_path, opened, write

if TYPE_CHECKING:
    from scrapy.settings import Settings


def hold(path: Path) -> int:
    """Hold a lock as another process does: locks of two descriptors exclude each other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor


def test_a_ledger_lock_that_is_held_ends_in_one_line(settings: Settings) -> None:
    path = Path(settings["OUTPUT_DIR"]) / ".locks" / ".ledger"
    descriptor = hold(path)
    with pytest.raises(OutputError, match=r"\.ledger has been held locked .*LEDGER_WAIT"):
        open_ledger(settings, "press")
    os.close(descriptor)
    opened(settings)[0].close()


def test_a_lock_is_taken_as_soon_as_it_is_free(tmp_path: Path) -> None:
    descriptor = hold(tmp_path / ".runs")
    os.close(descriptor)
    with locked(tmp_path / ".runs", 0), pytest.raises(OutputError), locked(tmp_path / ".runs", 0):
        pass
    with locked(tmp_path / ".runs", 0):
        pass


@pytest.mark.parametrize("name", [".ledger", ".store", "press"])
def test_lock_and_store_files_follow_no_link(settings: Settings, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    locks = Path(settings["OUTPUT_DIR"]) / ".locks"
    locks.mkdir()
    (locks / name).symlink_to(victim)
    with pytest.raises(OutputError, match=name):
        open_ledger(settings, "press")
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("damage", [b"\xff\xfe\x00", b"not an id", b""])
def test_a_damaged_store_file_is_made_anew(settings: Settings, damage: bytes) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    ledger.close()
    (Path(settings["OUTPUT_DIR"]) / ".locks" / ".store").write_bytes(damage)
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.unreadable) == (1, 0)
    assert ledger.find("press:1")
    ledger.close()
    ledger, recovery = opened(settings)
    assert recovery.adopted == 0
    ledger.close()


def test_a_long_adoption_is_interrupted_and_goes_on_where_it_was(settings: Settings) -> None:
    path = day_path(settings)
    path.parent.mkdir(parents=True)
    many = _LINES_AT_ONCE + 200
    path.write_bytes(b"".join(to_line(article(number)) for number in range(many)))
    asked: list[bool] = []

    def after_one_batch() -> bool:
        asked.append(True)
        return len(asked) > 1

    with pytest.raises(OutputError, match=r"interrupted .* start again"):
        open_ledger(settings, "press", interrupted=after_one_batch)
    ledger, recovery = opened(settings)
    assert recovery.adopted == many - _LINES_AT_ONCE
    assert ledger.find("press:0")
    assert ledger.find(f"press:{many - 1}")
    ledger.close()


def test_ended_runs_leave_the_ledger_after_a_time(settings: Settings) -> None:
    ledger, _ = opened(settings)
    now = datetime.now(UTC)
    for name, days, ended in (("old", 500, True), ("killed", 500, False), ("young", 3, True)):
        moment = (now - timedelta(days=days)).isoformat()
        ledger.save_run({"id": name, "start": moment, "end": moment}, ended=ended)
    ledger.forget_runs(now - timedelta(days=400))
    assert [record["id"] for record in ledger.killed_runs()] == ["killed"]
    with ledger.database.reading() as connection:
        left = {row[0] for row in connection.exec_driver_sql("SELECT id FROM run")}
    assert left == {"killed", "young"}
    ledger.close()
