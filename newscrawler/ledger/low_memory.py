"""Memory of low runs: since when a site lists far less than is usual, and how low it went and came back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime  # noqa: TC003 - part of the record that is made at run time
from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, String, Table, Text, bindparam, select

from newscrawler.ledger.tables import Moment, metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from newscrawler.ledger.database import Database

low_table = Table(
    "low_runs",
    metadata,
    Column("site", Text, primary_key=True),
    Column("arguments", String(16), primary_key=True),  # hash of the arguments that select articles
    Column("since", Moment),  # null: the latest run was no low one
    Column("lowest", Integer, nullable=False),  # of these runs; thousandths of what is usual
    Column("passed", Integer, nullable=False),  # the lowest that has passed by itself; the same
    sqlite_with_rowid=False,
)
_low = select(low_table).where(
    low_table.c.site == bindparam("of_site"), low_table.c.arguments == bindparam("with_arguments")
)


@dataclass(frozen=True, slots=True)
class LowRuns:
    """The runs of a site, with one set of arguments, that listed far less than is usual."""

    site: str
    arguments: str
    since: datetime | None = None
    """None: the latest run was no such one."""
    lowest: int = 0
    """The least of the runs since then, in thousandths of what was usual."""
    passed: int = 1000
    """The least that ever passed by itself: a holiday of this site."""


def read_low(database: Database, site: str, arguments: str) -> LowRuns:
    """Return what is known of a site's low runs."""
    with database.reading() as connection:
        row = connection.execute(_low, {"of_site": site, "with_arguments": arguments}).first()
    return LowRuns(*row) if row else LowRuns(site, arguments)


def write_low(database: Database, connection: Connection, low: LowRuns) -> None:
    """Enter what was learned, within the transaction of a commit."""
    database.upsert(connection, low_table, [asdict(low)])
