"""An export that is killed at random moments and started again gives the same table."""

from __future__ import annotations

import random
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.exports.killed_export import kill_exports
from tests.exports.test_follow import keys
from tests.exports.written import article, write
from tests.postgres import database

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def written(output: Path) -> list[tuple[str, int]]:
    """Write lines of two days; return their keys."""
    for day in ("2026-05-04", "2026-05-05"):
        write(output, [article(number, int(day[-1])) for number in range(2500)], day=day)
    return sorted((f"press:{number}", revision) for number in range(2500) for revision in (4, 5))


@pytest.mark.parametrize("name", ["sqlite", "jsonl", "duckdb"])
def test_the_table_is_the_same(tmp_path: Path, name: str) -> None:
    wanted = written(tmp_path / "output")

    def check(target: str) -> None:
        assert keys(target, name) == wanted

    kill_exports(
        tmp_path / "output",
        name,
        lambda word: str(tmp_path / word),
        random.Random(name),
        kills=3,
        check=check,
    )


@pytest.mark.fleet
def test_the_table_of_a_postgres_is_the_same(tmp_path: Path, postgres_url: str) -> None:
    wanted = written(tmp_path / "output")

    def check(target: str) -> None:
        assert keys(target, "postgres") == wanted

    with ExitStack() as databases:

        def target(_: str) -> str:
            return databases.enter_context(database(postgres_url))

        kill_exports(tmp_path / "output", "postgres", target, random.Random(23), kills=3, check=check)
