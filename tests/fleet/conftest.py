"""A fleet on trial, on a PostgreSQL that the tests of a process share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fleet.trial import Trial
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["postgres_database", "postgres_server", "postgres_url"]


@pytest.fixture
def trial(postgres_database: str, tmp_path: Path) -> Iterator[Trial]:
    trial = Trial(postgres_database, tmp_path)
    yield trial
    trial.close()
