"""An export that is killed at random moments and started again gives the same table."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.exports.killed_export import kill_exports
from tests.exports.test_follow import keys
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["sqlite", "jsonl", "duckdb"])
def test_the_table_is_the_same(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    for day in ("2026-05-04", "2026-05-05"):
        write(output, [article(number, int(day[-1])) for number in range(2500)], day=day)
    wanted = sorted((f"press:{number}", revision) for number in range(2500) for revision in (4, 5))

    def check(target: Path) -> None:
        assert keys(target, name) == wanted

    kill_exports(output, name, tmp_path, random.Random(name), kills=3, check=check)
