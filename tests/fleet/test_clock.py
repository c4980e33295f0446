"""The fleet goes by the server's clock: nothing in it reads that of its machine."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "newscrawler" / "fleet"
CLOCKS = {"now", "utcnow", "today", "time", "time_ns"}


def clocks_in(path: Path) -> list[str]:
    """Return the calls that read the clock of the machine; a stopwatch (``monotonic``) is none."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and ast.unparse(node.func.value) in {"datetime", "date", "time"}
    ]


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_no_file_reads_the_machines_clock(path: Path) -> None:
    assert clocks_in(path) == []


def test_a_clock_would_be_found(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text("import time\nfrom datetime import UTC, datetime\ntime.time(); datetime.now(UTC)")
    assert clocks_in(path) == ["time.time()", "datetime.now(UTC)"]
