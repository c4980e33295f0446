"""Day files on the disk: which there are, what their ends are, and what an append leaves behind."""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.output import day_files
from newscrawler.output.day_files import DayFile

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2026-03-01.jsonl"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "paper" / DAY


def written(file: Path, data: bytes) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return file


def test_files_are_found_by_day_and_machine_the_compressed_first(tmp_path: Path) -> None:
    names = [
        "2026-03-02.jsonl",
        "2026-03-01.b.jsonl",
        "2026-03-01.a-1.jsonl",
        "2026-03-01.jsonl",
        "2026-03-01.jsonl.gz",
    ]
    for name in [*names, "2026-03-01.jsonl.part", "2026-03-01.-a.jsonl", "2026-3-01.jsonl", "runs.jsonl"]:
        (tmp_path / name).write_bytes(b"x" * len(name))
    found = day_files.day_files(tmp_path)
    assert found == [
        DayFile("2026-03-01", tmp_path / "2026-03-01.jsonl.gz", 19, True, ""),
        DayFile("2026-03-01", tmp_path / "2026-03-01.jsonl", 16, False, ""),
        DayFile("2026-03-01", tmp_path / "2026-03-01.a-1.jsonl", 20, False, "a-1"),
        DayFile("2026-03-01", tmp_path / "2026-03-01.b.jsonl", 18, False, "b"),
        DayFile("2026-03-02", tmp_path / "2026-03-02.jsonl", 16, False, ""),
    ]
    assert [file.stem for file in found] == [
        "2026-03-01",
        "2026-03-01",
        "2026-03-01.a-1",
        "2026-03-01.b",
        "2026-03-02",
    ]


def test_a_folder_that_is_not_there_has_none_and_a_file_is_no_folder(tmp_path: Path) -> None:
    assert day_files.day_files(tmp_path / "paper") == []
    with pytest.raises(OutputError, match=r"cannot read .*paper"):
        day_files.day_files(written(tmp_path / "x" / "paper", b""))


def test_sites_are_folders_with_day_files(tmp_path: Path) -> None:
    for site in ("two", "one", "..", "empty"):
        (tmp_path / site).mkdir(exist_ok=True)
    for site in ("two", "one"):
        written(tmp_path / site / DAY, b"")
    written(tmp_path / "no.folder", b"")
    assert day_files.sites_in(tmp_path) == ["one", "two"]
    assert day_files.sites_in(tmp_path / "none") == []


def test_lines_are_appended_where_the_last_one_ends(file: Path) -> None:
    assert day_files.append(file, b"one\n") == 0
    assert day_files.append(file, b"two\n", expected=4) == 4
    assert day_files.append(file, b"three\n") == 8
    assert file.read_bytes() == b"one\ntwo\nthree\n"
    assert file.stat().st_mode & 0o777 == 0o644 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_an_append_to_a_torn_end_cuts_it_off(file: Path) -> None:
    assert day_files.append(written(file, b"one\ntw"), b"three\n") == 4
    assert file.read_bytes() == b"one\nthree\n"


def test_a_file_of_another_size_is_left_alone(file: Path) -> None:
    with pytest.raises(OutputError, match="has 4 bytes instead of 3: another program writes to it"):
        day_files.append(written(file, b"one\n"), b"two\n", expected=3)
    assert file.read_bytes() == b"one\n"


def test_a_file_that_could_not_be_synced_ends_where_the_lines_began(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(file, b"one\n")

    def fails(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(day_files, "sync", fails)
    with pytest.raises(OutputError, match=r"cannot write .*: Input/output error; check the free disk space"):
        day_files.append(file, b"two\n", expected=4)
    assert file.read_bytes() == b"one\n"


def test_of_lines_that_did_not_fit_the_whole_ones_stay(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(file, b"one\n")
    write, left = os.write, [6]

    def little(descriptor: int, data: bytes) -> int:
        if not left[0]:
            raise OSError(28, "No space left on device")
        size = write(descriptor, bytes(data)[: left[0]])
        left[0] -= size
        return size

    monkeypatch.setattr(day_files.os, "write", little)
    with pytest.raises(OutputError, match="No space left"):
        day_files.append(file, b"two\nthree\n", expected=4)
    assert file.read_bytes() == b"one\ntwo\n"


def test_a_write_in_pieces_is_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(day_files.os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:3]))
    assert day_files.append(file, b"two\nthree\n") == 0
    assert file.read_bytes() == b"two\nthree\n"


@pytest.mark.parametrize(
    ("data", "rest"),
    [
        (b"", b""),
        (b"one\n", b""),
        (b"one\ntw", b"tw"),
        (b"tw", b"tw"),
        (b"one\n" + b"x" * 200_000, b"x" * 200_000),
        (b"\n", b""),
    ],
)
def test_what_follows_the_last_line_end(file: Path, data: bytes, rest: bytes) -> None:
    assert day_files.unfinished(written(file, data)) == rest
    assert day_files.cut_torn_end(file) == len(rest)
    assert file.read_bytes() == data[: len(data) - len(rest)]


def test_where_a_line_begins(file: Path) -> None:
    written(file, b"ab\ncd\n")
    assert [offset for offset in range(8) if day_files.has_line_end(file, offset)] == [0, 3, 6]


@pytest.mark.parametrize("start", [0, 4, 100])
def test_a_file_that_is_written_anew_is_as_it_was(file: Path, start: int) -> None:
    data = b"one\n" + b"x" * 200_000 + b"\n"
    day_files.write_anew(written(file, data), start)
    assert file.read_bytes() == data


@pytest.mark.parametrize(
    ("last", "begins", "after"),
    [
        (None, [0, 7], b"  \none\n   \ntwo\n"),
        (9, [7], b"\0a\none\n   \ntwo\n"),
        (4, [], b"\0a\none\n\0\0\0\ntwo\n"),
    ],
)
def test_lines_with_zero_bytes_become_blank(
    file: Path, last: int | None, begins: list[int], after: bytes
) -> None:
    assert day_files.blank_zeroed_lines(written(file, b"\0a\none\n\0\0\0\ntwo\n"), last) == begins
    assert file.read_bytes() == after


def test_a_line_end_that_is_lacking_is_written(file: Path) -> None:
    day_files.end_line(written(file, b"one"))
    assert file.read_bytes() == b"one\n"


def test_offsets_of_a_compressed_file_are_those_of_its_text(tmp_path: Path) -> None:
    plain = written(tmp_path / "paper" / DAY, b"one\ntwo\n")
    packed = written(tmp_path / "paper" / f"{DAY}.gz", gzip.compress(b"one\ntwo\n"))
    for path, compressed in ((plain, False), (packed, True)):
        with day_files.reading(DayFile("2026-03-01", path, 8, compressed)) as stream:
            stream.seek(4)
            assert stream.read() == b"two\n"
    packed.write_bytes(packed.read_bytes()[:-9])
    with (
        pytest.raises(OutputError, match=r"cannot read .*gz"),
        day_files.reading(DayFile("2026-03-01", packed, 8, True)) as stream,
    ):
        stream.read()


@pytest.mark.parametrize(
    ("what", "verb"),
    [
        (day_files.unfinished, "read"),
        (lambda path: day_files.has_line_end(path, 3), "read"),
        (day_files.cut_torn_end, "repair"),
        (day_files.blank_zeroed_lines, "repair"),
        (lambda path: day_files.write_anew(path, 0), "sync"),
        (day_files.end_line, "repair"),
    ],
    ids=["unfinished", "has_line_end", "cut_torn_end", "blank_zeroed_lines", "write_anew", "end_line"],
)
def test_a_file_that_is_gone_is_told(file: Path, what, verb) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(
        OutputError,
        match=f"^cannot {verb} {file}: No such file or directory; check the free disk space and the",
    ):
        what(file)


def test_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other" / "x", b"one\n")
    file.parent.mkdir()
    file.symlink_to(other)
    for touch in (lambda: day_files.append(file, b"two\n"), lambda: day_files.cut_torn_end(file)):
        with pytest.raises(OutputError):
            touch()
    assert other.read_bytes() == b"one\n"
