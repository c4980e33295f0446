"""Commands write to the operator through one door."""

import ast
from pathlib import Path

import pytest

from newscrawler.commands.terminal import write_code, write_line, write_page

PACKAGE = Path(__file__).parents[2] / "newscrawler"
ANSWERS = {"terminal.py", "progress.py", "live_line.py", "extraction_run.py", "crawl_launcher.py"}
"""Files that may write to a stream: what they write is printable, figures, or our own escape."""


def test_every_command_writes_through_one_door() -> None:
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name not in ANSWERS
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"print", "sys.stderr.write", "sys.stdout.write"}
    ]
    assert wrong == []


def test_what_is_written_is_printable(capsys: pytest.CaptureFixture[str]) -> None:
    write_line("a\nb\x1b[2J http://me:x@example.com/")
    write_code("rows = 'a\u202e'\n")
    write_page("<p>\x07</p>\n\tb")
    written = capsys.readouterr()
    assert written.err == "a\\nb\\x1b[2J http://***@example.com/\n"
    assert written.out == "rows = 'a\\u202e'\n\n<p>\\x07</p>\n\tb\n"
