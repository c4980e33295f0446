"""An export that is killed at random moments and started again gives the same table."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.exports.killed_export import export_through_kills
from tests.exports.test_follow import keys
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["sqlite", "jsonl", "duckdb"])
def test_the_table_is_the_same(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    for day in ("2026-05-04", "2026-05-05"):
        write(output, [article(number, int(day[-1])) for number in range(1500)], day=day)
    export_through_kills(output, name, str(tmp_path / "x"), random.Random(name), kills=3, longest=0.5)
    assert keys(tmp_path / "x", name) == sorted(
        (f"press:{number}", revision) for number in range(1500) for revision in (4, 5)
    )
