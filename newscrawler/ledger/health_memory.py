"""Memory of health: what is usual on a site, and the alarms about it, open and over."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Float, String, Table, Text, bindparam, delete, select

from newscrawler.ledger.tables import Moment, metadata, run_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from newscrawler.ledger.database import Database

KEPT = timedelta(days=400)
"""An alarm that is over for so long is forgotten: a year can be compared with the one before."""

history_table = Table(
    "site_history",
    metadata,
    Column("site", Text, primary_key=True),
    Column("arguments", String(16), primary_key=True),  # hash of the arguments that select articles
    Column("history", Text, nullable=False),  # JSON; it is read and written as a whole
    Column("checked", Moment, nullable=False),
    sqlite_with_rowid=False,
)
alarm_table = Table(
    "alarm",
    metadata,
    Column("site", Text, primary_key=True),
    Column("arguments", String(16), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("since", Moment, primary_key=True, autoincrement=False),
    Column("line", Text, nullable=False),
    Column("chance", Float, nullable=False),
    Column("samples", Text, nullable=False),  # JSON list of URLs
    Column("raised", Moment, nullable=False),
    Column("run_id", Text, nullable=False),  # the run that raised it
    Column("over", Moment),  # null: it is open
    Column("told", Moment),  # null: nobody was told that it is open
    Column("told_over", Moment),  # null: nobody was told that it is over
    sqlite_with_rowid=False,
)
_history = select(history_table.c.history).where(
    history_table.c.site == bindparam("of_site"), history_table.c.arguments == bindparam("with_arguments")
)


@dataclass(slots=True)
class AlarmRow:
    """An alarm as the ledger has it."""

    site: str
    arguments: str
    subject: str
    since: datetime
    line: str
    chance: float
    samples: list[str]
    raised: datetime
    run_id: str
    over: datetime | None = None
    told: datetime | None = None
    told_over: datetime | None = None


def read_alarms(connection: Connection, site: str | None = None) -> list[AlarmRow]:
    """Return the alarms of a site, or of all sites, the latest first."""
    statement = select(alarm_table).order_by(alarm_table.c.raised.desc(), alarm_table.c.subject)
    if site is not None:
        statement = statement.where(alarm_table.c.site == site)
    rows = [AlarmRow(*row) for row in connection.execute(statement)]
    for row in rows:
        row.samples = json.loads(str(row.samples))
    return rows


class HealthMemory:
    """Reads and writes what is known of one site's health."""

    def __init__(self, database: Database, site: str) -> None:
        self._database = database
        self._site = site

    def history(self, arguments: str) -> str:
        """Return the history of the site's runs with some arguments as JSON; empty if there is none."""
        values = {"of_site": self._site, "with_arguments": arguments}
        with self._database.reading() as connection:
            return connection.execute(_history, values).scalar() or ""

    def alarms(self) -> list[AlarmRow]:
        """Return the alarms of the site, the latest first."""
        with self._database.reading() as connection:
            return read_alarms(connection, self._site)

    def alarms_of_all(self) -> list[AlarmRow]:
        """Return the alarms of all sites, the latest first."""
        with self._database.reading() as connection:
            return read_alarms(connection)

    def runs_since(self, moment: datetime) -> list[tuple[str, dict[str, Any]]]:
        """Return (site, record) of the runs of all sites that began since then."""
        statement = select(run_table.c.site, run_table.c.record).where(run_table.c.started >= moment)
        with self._database.reading() as connection:
            return [(site, json.loads(text)) for site, text in connection.execute(statement)]

    def claim(self, mark: AlarmRow, due: datetime) -> bool:
        """Enter a mark unless it was told since it was due; return whether it was entered.

        Of several runs that ask at once, one is answered yes.
        """
        row = {**asdict(mark), "samples": json.dumps(mark.samples)}
        same = [alarm_table.c[name] == row[name] for name in ("site", "arguments", "subject", "since")]
        with self._database.transaction() as connection:
            if not self._database.path:  # SQLite's transactions write one after another
                connection.exec_driver_sql("LOCK TABLE alarm IN SHARE ROW EXCLUSIVE MODE")
            told = connection.execute(select(alarm_table.c.told).where(*same)).scalar()
            if told is not None and told >= due:
                return False
            self._database.upsert(connection, alarm_table, [row])
            return True

    def write_history(self, arguments: str, history: str) -> None:
        """Enter the history with the run that has just ended."""
        now = datetime.now(UTC)
        row = {"site": self._site, "arguments": arguments, "history": history, "checked": now}
        with self._database.transaction() as connection:
            self._database.upsert(connection, history_table, [row])
            old = history_table.c.site == self._site, history_table.c.checked < now - KEPT
            connection.execute(delete(history_table).where(*old))

    def write_alarms(self, alarms: Iterable[AlarmRow]) -> None:
        """Enter alarms; forget those that are over for long."""
        rows: list[dict[str, Any]] = [
            {**asdict(alarm), "samples": json.dumps(alarm.samples)} for alarm in alarms
        ]
        with self._database.transaction() as connection:
            self._database.upsert(connection, alarm_table, rows)
            before = datetime.now(UTC) - KEPT
            connection.execute(
                delete(alarm_table).where(alarm_table.c.site == self._site, alarm_table.c.over < before)
            )
