"""A list that an argument names can be read again and again, from a file, a pipe or standard input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.list_argument import open_list


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text("one\n")
    for _ in range(2):
        with open_list("urls=", str(path)) as file:
            assert file.read() == b"one\n"


def test_a_pipe_is_read_once_and_kept() -> None:
    read, write = os.pipe()
    os.write(write, b"one\ntwo\n")
    os.close(write)
    for _ in range(2):
        with open_list("urls=", f"/proc/self/fd/{read}") as file:
            assert file.readlines() == [b"one\n", b"two\n"]
    os.close(read)


@pytest.mark.parametrize("name", ["nothing.txt", "."])
def test_what_cannot_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(WrongArgument, match=r"urls=.*; name a file with one URL a line"):
        open_list("urls=", str(tmp_path / name))


def test_the_copy_is_closed_when_the_process_ends() -> None:
    read = "from newscrawler.publication.list_argument import open_list; open_list('urls=', '-').close()"
    command = [sys.executable, "-W", "error::ResourceWarning", "-c", read]
    assert subprocess.run(command, input=b"one\n", capture_output=True, check=True).stderr == b""
