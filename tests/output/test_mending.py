"""Rejections and runs that a power cut has torn are mended when the next run starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.output.day_files import blank_zeroed_lines
from newscrawler.output.mending import mend, mend_newest

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_torn_end_is_cut_off_and_zeroed_lines_become_blank(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_bytes(b'{"id":"1"}\n{"id":' + bytes(9) + b'}\n{"id":"3"}\n{"i')
    mend(path)
    assert [line.strip() for line in path.read_bytes().splitlines()] == [b'{"id":"1"}', b"", b'{"id":"3"}']
    assert caplog.messages == [
        f"{path}: cut off an unfinished line of 3 bytes",
        f"{path}: 1 line zeroed, as by a power cut",
    ]


def test_zeros_of_long_ago_are_left(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    end = b"{}\n" + b" " * ((1 << 20) - 4) + b"\n"
    path.write_bytes(b"\0\n" + end)
    mend(path)
    assert path.read_bytes() == b"\0\n" + end
    path.write_bytes(b"{}\n\0\n" + end[5:])
    mend(path)
    assert path.read_bytes() == b"{}\n \n" + end[5:]


def test_a_whole_file_and_none_are_left_as_they_are(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "runs.jsonl"
    mend(path)
    assert not path.exists()
    path.write_bytes(b'{"id":"1"}\n')
    mend(path)
    assert path.read_bytes() == b'{"id":"1"}\n'
    assert not caplog.text


def test_the_two_newest_day_files_are_mended(tmp_path: Path) -> None:
    for day in ("2026-11-01", "2026-11-02", "2026-11-03"):
        (tmp_path / f"{day}.jsonl").write_bytes(b"{}\n" + bytes(20))
    mend_newest(tmp_path)
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [
        b"{}\n" + bytes(20),
        b"{}\n",
        b"{}\n",
    ]


def test_only_the_end_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_bytes(b"\0\n" + b"{}\n" * 10 + b"\0\0\n{}\n")
    assert blank_zeroed_lines(path, 12) == [32]
    assert blank_zeroed_lines(path) == [0]
