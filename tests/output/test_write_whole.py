"""Whoever reads a file that is replaced sees the old one or the new one."""

from pathlib import Path

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.output.write_whole import write_whole


def test_a_file_is_replaced_and_its_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "today" / "report.html"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.html" / "in").mkdir(parents=True)
    with pytest.raises(
        OutputError,
        match=r"cannot write .*report\.html: .*; name another file or mend the folder's permissions$",
    ):
        write_whole(tmp_path / "report.html", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
