"""Settings for either database; a ledger with a history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy.settings import Settings

from newscrawler.ledger.catch_up import catch_up
from tests.defaults import DEFAULTS
from tests.ledger.lines import article, contents, opened, write
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["postgres_database", "postgres_server", "postgres_url"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.fleet)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    values = {"OUTPUT_DIR": str(tmp_path), "REVISIT_AFTER": "1d:1h", "LEDGER_WAIT": 0.3}
    if request.param == "sqlite":
        return Settings({**DEFAULTS, **values})
    return Settings({**DEFAULTS, **values, "LEDGER_URL": request.getfixturevalue("postgres_database")})


@pytest.fixture
def history(settings: Settings) -> list[Any]:
    """Two days with revisions in the ledger, closed; what it contains."""
    ledger, _ = opened(settings)
    write(ledger, *(article(number, day="2026-11-19") for number in range(1, 6)))
    write(ledger, article(6), article(2, 2), article(7))
    catch_up(ledger)
    before = contents(ledger)
    ledger.close()
    return before
