"""``scrapy convert`` writes objects, a line each, and names what it leaves out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from scrapy.exceptions import UsageError

from newscrawler.commands.convert import Command
from tests.exports.exporting import run
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path


def convert(output: Path, *arguments: str) -> int:
    return run(Command(), output, *arguments)


def test_lines_become_objects(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, [article(1), article(1, 2), b"torn\n", article(2, topics="none")])
    assert convert(tmp_path, "--to", "schema.org", "--latest") == 0
    out, err = capfd.readouterr()
    assert [json.loads(line)["identifier"] for line in out.split("\n")[:-1]] == ["press:1", "press:2"]
    assert "1 line left out: no whole JSON" in err
    assert "similarity: left out of 2 lines, schema.org has no place for it" in err


def test_wrong_arguments(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert convert(tmp_path, "--to", "ninjs", "--site", "press") == 2
    assert "there are: none" in capfd.readouterr().err
    with pytest.raises(UsageError, match="scrapy convert --to"):
        convert(tmp_path)
