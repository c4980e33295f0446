"""``scrapy convert`` writes objects, a line each, and names what it leaves out."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import TYPE_CHECKING

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from newscrawler.commands.convert import Command
from tests.defaults import DEFAULTS
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path


def convert(output: Path, *arguments: str) -> int:
    command = Command()
    command.settings = Settings({**DEFAULTS, "OUTPUT_DIR": str(output)})
    parser = ArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    command.run([], parser.parse_args(arguments))
    return command.exitcode or 0


def test_lines_become_objects(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, [article(1), article(1, 2), b"torn\n", article(2, topics="none")])
    assert convert(tmp_path, "--to", "schema.org", "--latest") == 0
    out, err = capfd.readouterr()
    assert [json.loads(line)["identifier"] for line in out.split("\n")[:-1]] == ["press:1", "press:2"]
    assert "1 lines left out: no whole JSON" in err
    assert "similarity: left out of 2 lines, schema.org has no place for it" in err


def test_wrong_arguments(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert convert(tmp_path, "--to", "ninjs", "--site", "press") == 2
    assert "there are: none" in capfd.readouterr().err
    with pytest.raises(UsageError, match="scrapy convert --to"):
        convert(tmp_path)
