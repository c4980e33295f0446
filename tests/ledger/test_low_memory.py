"""Low runs are remembered for each set of arguments, in either kind of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawler.ledger import Batch, tables
from newscrawler.ledger.low_memory import LowRuns, low_table, read_low, write_low
from newscrawler.ledger.supply_memory import SupplyBatch
from tests.ledger.lines import opened

if TYPE_CHECKING:
    from scrapy.settings import Settings

LOW = LowRuns("press", "all", datetime(2026, 5, 1, 12, tzinfo=UTC), lowest=90, passed=120)


def test_they_are_read_back(settings: Settings) -> None:
    found, _ = opened(settings)
    low = replace(LOW, site=found.site)
    assert found.supply.low("all") == LowRuns(found.site, "all", since=None, lowest=0, passed=1000)
    for row in (low, replace(low, since=None)):
        found.write(Batch(supply=SupplyBatch(low=row)))
        assert found.supply.low("all") == row
    assert found.supply.low("some") == LowRuns(found.site, "some")
    found.close()


def test_each_site_has_its_own(settings: Settings) -> None:
    found, _ = opened(settings)
    rows = [replace(LOW, site=site, lowest=lowest) for site, lowest in ((found.site, 90), ("other", 70))]
    with found.database.transaction() as connection:
        for row in rows:
            write_low(found.database, connection, row)
    assert [read_low(found.database, row.site, "all") for row in rows] == rows
    found.close()


def test_a_ledger_of_version_7_gets_their_table(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with ledger.database.transaction() as connection:
        low_table.drop(connection)
        connection.execute(tables.version_table.update().values(version=7))
    ledger.close()
    ledger, _ = opened(settings)
    assert ledger.supply.low("all").since is None
    ledger.close()
