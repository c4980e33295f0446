"""Runs in the ledger: begun, as far as the last commit knows them, ended; one that never ended was killed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from newscrawler.ledger.tables import run_table

if TYPE_CHECKING:
    from sqlalchemy import Connection


def row_of(record: dict[str, Any], site: str, *, ended: bool = False) -> dict[str, Any]:
    """Return the row of a run; ``record`` is its line of ``runs.jsonl`` so far."""
    return {
        "id": record["id"],
        "site": site,
        "started": datetime.fromisoformat(record["start"]),
        "ended": datetime.fromisoformat(record["end"]) if ended else None,
        "record": json.dumps(record, ensure_ascii=False),
    }


def killed(connection: Connection, site: str) -> list[dict[str, Any]]:
    """Return the records of the runs of a site that never ended, the earliest first.

    Whoever asks holds the lock of the site, so none of them is running.
    """
    statement = (
        select(run_table.c.record)
        .where(run_table.c.site == site, run_table.c.ended.is_(None))
        .order_by(run_table.c.id)
    )
    return [json.loads(text) for (text,) in connection.execute(statement)]
