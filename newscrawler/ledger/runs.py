"""Runs in the ledger: begun, as far as the last commit knows them, ended; one that never ended was killed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from newscrawler.ledger.tables import run_table

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from newscrawler.ledger.ledger import Ledger


def save(ledger: Ledger, connection: Connection, record: dict[str, Any], *, ended: bool = False) -> None:
    """Enter what is known of a run; ``record`` is its line of ``runs.jsonl`` so far."""
    row = {
        "id": record["id"],
        "site": ledger.site,
        "started": datetime.fromisoformat(record["start"]),
        "ended": datetime.fromisoformat(record["end"]) if ended else None,
        "record": json.dumps(record, ensure_ascii=False),
    }
    ledger.database.upsert(connection, run_table, [row])


def killed(ledger: Ledger) -> list[dict[str, Any]]:
    """Return the records of runs of this site that never ended, the earliest first.

    Whoever asks holds the lock of the site, so none of them is running.
    """
    statement = (
        select(run_table.c.record)
        .where(run_table.c.site == ledger.site, run_table.c.ended.is_(None))
        .order_by(run_table.c.id)
    )
    with ledger.database.reading() as connection:
        return [json.loads(text) for (text,) in connection.execute(statement)]
