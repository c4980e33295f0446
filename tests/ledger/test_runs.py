"""Runs in the ledger: what is known of each, and which of them never ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.ledger.runs import killed, row_of
from newscrawler.ledger.tables import run_table
from tests.ledger.lines import opened

if TYPE_CHECKING:
    from scrapy.settings import Settings


def record(number: int) -> dict[str, Any]:
    return {
        "id": f"2026112{number}T100000Z",
        "start": f"2026-11-2{number}T10:00:00+00:00",
        "end": f"2026-11-2{number}T10:05:00+00:00",
        "arguments": {"query": "Ярмарка"},
    }


def test_runs_of_this_site_that_never_ended_the_earliest_first(settings: Settings) -> None:
    ledger, _ = opened(settings)
    rows = [
        row_of(record(3), "press"),
        row_of(record(1), "press"),
        row_of(record(2), "press", ended=True),
        row_of(record(4), "other"),
    ]
    with ledger.database.transaction() as connection:
        ledger.database.upsert(connection, run_table, rows)
    with ledger.database.reading() as connection:
        assert killed(connection, "press") == [record(1), record(3)]
    ledger.save_run(record(1), ended=True)
    with ledger.database.reading() as connection:
        assert killed(connection, "press") == [record(3)]
    ledger.close()
