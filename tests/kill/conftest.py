"""A place for the output, with either kind of ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kill.place import Place
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["postgres_database", "postgres_server", "postgres_url"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.fleet)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Empty; asks for each test twice."""
    on_sqlite = request.param == "sqlite"
    return Place(tmp_path, "" if on_sqlite else request.getfixturevalue("postgres_database"))


@pytest.fixture
def sqlite_place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def postgres_place(tmp_path: Path, postgres_database: str) -> Place:
    return Place(tmp_path, postgres_database)
