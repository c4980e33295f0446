"""A lock is held by one process at a time; who cannot have it is told in one line."""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.output.locks import locked, open_lock_file, try_lock

if TYPE_CHECKING:
    from pathlib import Path


def test_one_descriptor_has_it_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "lines" / ".locks" / "press"
    first, second = open_lock_file(path), open_lock_file(path)
    assert (try_lock(first), try_lock(second), try_lock(first)) == (True, False, True)
    os.close(first)
    assert try_lock(second)
    assert not os.get_inheritable(second)
    os.close(second)


def test_others_may_read_a_lock_file_and_not_write_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        os.close(open_lock_file(tmp_path / "press"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "press").stat().st_mode) == 0o644


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lines" / ".locks" / "press"
    path.mkdir(parents=True)
    with pytest.raises(OutputError) as caught:
        open_lock_file(path)
    assert str(caught.value) == (
        f"cannot write to the output folder {tmp_path}/lines: Is a directory ({path}); "
        "set OUTPUT_DIR or mend its permissions"
    )


def test_a_lock_is_asked_for_until_it_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder, slept = open_lock_file(tmp_path / "press"), list[float]()
    assert try_lock(holder)

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            os.close(holder)

    monkeypatch.setattr(time, "monotonic", lambda: 10 + sum(slept))
    monkeypatch.setattr(time, "sleep", sleep)
    with locked(tmp_path / "press", 0.06):
        assert slept == [0.02] * 3


def test_a_lock_that_is_held_for_longer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder, slept = open_lock_file(tmp_path / "press"), list[float]()
    assert try_lock(holder)
    monkeypatch.setattr(time, "monotonic", lambda: 10 + sum(slept))
    monkeypatch.setattr(time, "sleep", slept.append)
    with pytest.raises(OutputError) as caught, locked(tmp_path / "press", 0.05):
        pass
    os.close(holder)
    assert str(caught.value) == (
        f"{tmp_path}/press has been held locked by another process for 0.05 seconds (LEDGER_WAIT); "
        "find it (lslocks, fuser), end it, start again"
    )
    assert len(slept) == 3
