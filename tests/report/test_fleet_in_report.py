"""The report reads the fleet from the ledger's PostgreSQL, where one is set up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawler.fleet import planned_sites
from newscrawler.fleet.fleet_database import FleetDatabase
from newscrawler.fleet.overview import look
from newscrawler.fleet.planned_sites import PlannedSite
from newscrawler.fleet.setting_up import set_up
from newscrawler.report.gather import gather_page
from tests.defaults import DEFAULTS
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["postgres_database", "postgres_server", "postgres_url"]
pytestmark = pytest.mark.fleet

assert look


def test_a_fleet_is_shown_once_it_is_set_up(postgres_database: str, tmp_path: Path) -> None:
    settings = Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path), "LEDGER_URL": postgres_database})
    assert gather_page(settings).fleet is None
    set_up(settings)
    database = FleetDatabase(postgres_database)
    every = timedelta(minutes=15)
    with database.transaction() as connection:
        planned_sites.add(
            connection, [PlannedSite(name, name, {}, every, timedelta()) for name in ("herald", "gazette")]
        )
        planned_sites.pause(connection, ["gazette"])
    database.close()
    fleet = gather_page(settings).fleet
    assert fleet is not None
    assert [(site.site, site.state, site.why) for site in fleet.trouble_first()] == [
        ("gazette", "paused", "by the operator"),
        ("herald", "due", ""),
    ]
    assert fleet.machines == []
