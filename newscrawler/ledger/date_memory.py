"""Memory of stated dates: how often a date in URLs, or a sitemap's ``lastmod``, agreed with the page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime  # noqa: TC003 - part of the record that is made at run time
from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, Table, Text, bindparam, delete, select

from newscrawler.ledger.tables import Moment, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from newscrawler.ledger.database import Database

date_table = Table(
    "stated_date",
    metadata,
    Column("site", Text, primary_key=True),
    Column("source", Text, primary_key=True, doc="url, or the URL of a sitemap without its figures"),
    Column("right", Integer, nullable=False, doc="pages that agreed"),
    Column("wrong", Integer, nullable=False, doc="pages that were newer than it said"),
    Column("checked", Moment, nullable=False),
    sqlite_with_rowid=False,
)
_of_site = select(date_table).where(date_table.c.site == bindparam("of_site"))


@dataclass(frozen=True, slots=True)
class DateRecord:
    """What one source of dates has been worth on a site."""

    site: str
    source: str
    right: int
    wrong: int
    checked: datetime


def read_dates(database: Database, site: str) -> dict[str, DateRecord]:
    """Return what is known of the sources of a site, by source."""
    with database.reading() as connection:
        rows = [DateRecord(*row) for row in connection.execute(_of_site, {"of_site": site})]
    return {row.source: row for row in rows}


def write_dates(
    database: Database, connection: Connection, records: Iterable[DateRecord], forgotten: datetime
) -> None:
    """Enter what was learned, within the transaction of a commit; forget what was not checked since."""
    rows = sorted(map(asdict, records), key=lambda row: row["source"])
    if not rows:
        return
    database.upsert(connection, date_table, rows)
    old = date_table.c.site == rows[0]["site"], date_table.c.checked < forgotten
    connection.execute(delete(date_table).where(*old))
