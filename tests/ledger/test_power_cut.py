"""What a failed sync or a power cut leaves of a day file is neither believed nor glued to, and nothing of it
is lost."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.output import day_files, durable
from tests.ledger.lines import DAY, article, day_path, opened, write

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.settings import Settings

TODAY = f"{datetime.now(UTC):%Y-%m-%d}"
YESTERDAY = f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}"


def fail_once(monkeypatch: pytest.MonkeyPatch, *, truncate: bool = False) -> None:
    """Let the next fsync fail, as a disk does that could not write; on request the truncation after it,
    too."""
    real_sync, real_truncate, failed = os.fsync, os.ftruncate, []

    def sync(descriptor: int) -> None:
        if not failed:
            failed.append(descriptor)
            raise OSError(errno.EIO, "Input/output error")
        real_sync(descriptor)

    def cut(descriptor: int, size: int) -> None:
        if truncate:
            raise OSError(errno.EIO, "Input/output error")
        real_truncate(descriptor, size)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "ftruncate", cut)


def test_a_batch_whose_sync_fails_is_cut_off_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    with monkeypatch.context() as patched:
        fail_once(patched)
        with pytest.raises(OutputError, match="Input/output error"):
            write(ledger, article(2), article(3))
    ledger.close()
    assert day_path(settings).read_bytes().count(b"\n") == 1
    ledger, recovery = opened(settings)
    assert recovery.adopted == 0
    assert ledger.find("press:2") is None
    ledger.close()


def test_a_failed_sync_of_a_new_files_folder_takes_the_file_back(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    real = durable.sync_folder

    def sync_folder(folder: Path) -> None:
        if folder.name == "press":
            raise OSError(errno.EIO, "Input/output error")
        real(folder)

    with monkeypatch.context() as patched:
        patched.setattr(durable, "sync_folder", sync_folder)
        with pytest.raises(OutputError, match="Input/output error"):
            write(ledger, article(1))
    ledger.close()
    assert day_path(settings).read_bytes() == b""
    ledger, recovery = opened(settings)
    assert (recovery.adopted, ledger.find("press:1")) == (0, None)
    ledger.close()


def test_lines_are_adopted_only_when_they_have_been_written_and_synced_anew(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failed sync a kernel calls the pages clean: a second sync alone would say yes and write
    nothing."""
    ledger, _ = opened(settings)
    write(ledger, article(1))
    end = day_path(settings).stat().st_size
    with monkeypatch.context() as patched:
        fail_once(patched, truncate=True)
        with pytest.raises(OutputError):
            write(ledger, article(2))
    ledger.close()
    size = day_path(settings).stat().st_size
    assert size > end
    calls: list[tuple[str, Any]] = []
    real_write, real_sync = os.pwrite, os.fsync
    with monkeypatch.context() as patched:
        patched.setattr(
            os, "pwrite", lambda fd, data, at: calls.append(("write", at)) or real_write(fd, data, at)
        )
        patched.setattr(os, "fsync", lambda fd: calls.append(("sync", os.fstat(fd).st_size)) or real_sync(fd))
        ledger, recovery = opened(settings)
    assert recovery.adopted == 1
    assert ledger.find("press:2")
    written = calls.index(("write", end))
    assert ("sync", size) in calls[written:]
    ledger.close()


def test_nothing_is_adopted_that_cannot_be_synced(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    ledger.close()
    with day_path(settings).open("ab") as file:
        file.write(day_path(settings).read_bytes().replace(b"press:1", b"press:2"))
    with monkeypatch.context() as patched:
        patched.setattr(
            day_files, "sync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error"))
        )
        with pytest.raises(OutputError, match="Input/output error"):
            opened(settings)
    ledger, recovery = opened(settings)
    assert recovery.adopted == 1
    ledger.close()


@pytest.mark.parametrize("tail", [b"\0" * 300, b'{"id": "press:3", "headl'])
def test_a_line_is_never_glued_to_a_torn_tail_of_the_committed_size(settings: Settings, tail: bytes) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1, day=TODAY), article(2, day=TODAY))
    ledger.close()
    path = day_path(settings, TODAY)
    data = path.read_bytes()
    path.write_bytes(data[: -len(tail)] + tail)
    ledger, recovery = opened(settings)
    assert recovery.lost == [TODAY]
    assert ledger.find("press:1")
    assert ledger.find("press:2") is None
    write(ledger, article(2, day=TODAY))
    ledger.close()
    lines = path.read_bytes().splitlines()
    assert [b'"id":"press:1"' in lines[0], b'"id":"press:2"' in lines[1], len(lines)] == [True, True, 2]


@pytest.mark.parametrize("across", [False, True], ids=["within a line", "across a line end"])
def test_zeroed_blocks_inside_a_file_are_noticed_and_their_articles_fetched_again(
    settings: Settings, across: bool, caplog: pytest.LogCaptureFixture
) -> None:
    ledger, _ = opened(settings)
    write(ledger, *(article(number, day=TODAY) for number in range(1, 6)))
    ledger.close()
    path = day_path(settings, TODAY)
    data = bytearray(path.read_bytes())
    second = data.index(b"\n") + 1
    begin = second - 40 if across else second + 20
    data[begin : begin + 100] = bytes(100)
    path.write_bytes(data)
    ledger, recovery = opened(settings)
    assert recovery.lost == [TODAY]
    assert "zeroed" in caplog.text
    assert ledger.find("press:2") is None
    assert (ledger.find("press:1") is None) == across
    assert ledger.find("press:5")
    assert path.stat().st_size == len(data)
    assert b"\0" not in path.read_bytes()
    ledger.close()
    ledger, recovery = opened(settings)  # said once
    assert (recovery.lost, recovery.unreadable) == ([], 0)
    assert ledger.find("press:5")
    ledger.close()


def test_a_file_that_is_gone_before_its_day_was_closed_is_lost(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1, day=YESTERDAY), article(2, day="2026-11-01"))
    ledger.close()
    day_path(settings, YESTERDAY).unlink()
    ledger, recovery = opened(settings)
    assert recovery.lost == [YESTERDAY]
    assert ledger.find("press:1") is None
    assert ledger.find("press:2")
    ledger.close()


def test_a_folder_that_is_gone_is_lost(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1, day=YESTERDAY))
    ledger.close()
    day_path(settings, YESTERDAY).unlink()
    day_path(settings).parent.rmdir()
    ledger, recovery = opened(settings)
    assert recovery.lost == [YESTERDAY]
    assert ledger.find("press:1") is None
    ledger.close()


def test_a_closed_day_may_be_moved_away(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    ledger.close()
    opened(settings)[0].close()  # the first run after that day closes it
    day_path(settings, DAY).unlink()
    ledger, recovery = opened(settings)
    assert (recovery.lost, bool(ledger.find("press:1"))) == ([], True)
    ledger.close()


def test_every_folder_in_which_something_is_made_is_synced(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set("OUTPUT_DIR", str(tmp_path / "deep" / "output"))
    synced: list[Path] = []
    real = durable.sync_folder
    monkeypatch.setattr(durable, "sync_folder", lambda folder: (synced.append(folder), real(folder))[1])
    ledger, _ = opened(settings)
    write(ledger, article(1))
    ledger.close()
    output = tmp_path / "deep" / "output"
    assert {tmp_path, tmp_path / "deep", output, output / "press"} <= set(synced)
