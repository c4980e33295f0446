"""Run ``scrapy export`` in this process, and say what a table has to hold."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import TYPE_CHECKING, Any

from scrapy.settings import Settings

from newscrawler.commands.export import Command
from newscrawler.exports.columns import NAMES
from newscrawler.exports.row import row_of
from newscrawler.exports.summary import Summary
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.commands import ScrapyCommand


def export(output: Path, *arguments: str) -> int:
    """Run ``scrapy export``; return its exit code."""
    return run(Command(), output, *arguments)


def run(command: ScrapyCommand, output: Path, *arguments: str) -> int:
    """Run a command that reads the lines of an output folder; return its exit code."""
    command.settings = Settings({**DEFAULTS, "OUTPUT_DIR": str(output)})
    parser = ArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    command.run([], parser.parse_args(arguments))
    return command.exitcode or 0


def expected(output: Path) -> list[dict[str, Any]]:
    """Return the rows of all lines, read without the code that streams them."""
    lines = [
        line
        for path in sorted(output.glob("press/*.jsonl"))
        for line in path.read_bytes().split(b"\n")
        if line
    ]
    return [dict(zip(NAMES, row_of(json.loads(line), Summary()), strict=True)) for line in lines]
