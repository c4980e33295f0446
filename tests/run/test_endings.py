"""The table of failures in docs/operations.md is that of the code, row by row."""

from __future__ import annotations

import re
from pathlib import Path

from newscrawler.run.endings import Ending, word_of, worst

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


def test_the_table_of_failures_is_that_of_the_code() -> None:
    rows = [f"| {ending.exit_code} | `{ending.line}` | {ending.cause} |" for ending in Ending]
    table = OPERATIONS.read_text("utf-8").partition("### Each kind of failure")[2].partition("\n### ")[0]
    documented = re.findall(r"^\| \d+ \|.*$", table, re.MULTILINE)
    assert documented == rows, "\n".join(rows)


def test_every_exit_code_is_documented() -> None:
    codes = set(re.findall(r"^\| (\d+) \| ", OPERATIONS.read_text("utf-8"), re.MULTILINE))
    assert codes >= {str(ending.exit_code) for ending in Ending} | {"0", "2", "75"}


def test_the_word_for_each_exit_code_and_the_worst_of_several() -> None:
    words = {0: "good", 75: "busy", 3: "unhealthy", 2: "wrong", 1: "failed", 130: "stopped"}
    assert {code: word_of(code) for code in words} == words
    assert (word_of(9), word_of(None)) == ("9", "killed")
    rising = list(words)
    for place, code in enumerate(rising):
        assert worst(rising[: place + 1]) == worst(reversed(rising[: place + 1])) == code
    assert worst([]) == 0
