"""Tallies: how often, in all runs, a shape of URLs led to articles, and a source of dates was right."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import datetime  # noqa: TC003 - part of the record that is made at run time
from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, Table, Text, bindparam, delete, select

from newscrawler.ledger.tables import Moment, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from newscrawler.ledger.database import Database


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found of one thing on a site, in the order of the columns."""

    site: str
    name: str
    right: int
    wrong: int
    checked: datetime


class Tallies:
    """One table of tallies."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._of_site = select(table).where(table.c.site == bindparam("of_site"))

    def read(self, database: Database, site: str) -> dict[str, Tally]:
        """Return the tallies of a site, by name."""
        with database.reading() as connection:
            rows = [Tally(*row) for row in connection.execute(self._of_site, {"of_site": site})]
        return {row.name: row for row in rows}

    def write(
        self, database: Database, connection: Connection, tallies: Iterable[Tally], forgotten: datetime
    ) -> None:
        """Enter tallies of one site, within the transaction of a commit; forget its others.

        :param forgotten: those that were not checked since.
        """
        rows = sorted(tallies, key=lambda tally: tally.name)
        if not rows:
            return
        columns = self.table.c.keys()
        database.upsert(
            connection, self.table, [dict(zip(columns, astuple(row), strict=True)) for row in rows]
        )
        old = self.table.c.site == rows[0].site, self.table.c.checked < forgotten
        connection.execute(delete(self.table).where(*old))


LINK_SHAPES = Tallies(
    Table(
        "link_shape",
        metadata,
        Column("site", Text, primary_key=True),
        Column("shape", Text, primary_key=True),
        Column("articles", Integer, nullable=False),  # pages of the shape that were articles
        Column("others", Integer, nullable=False),  # pages of it that were none
        Column("checked", Moment, nullable=False),
        sqlite_with_rowid=False,
    )
)
STATED_DATES = Tallies(
    Table(
        "stated_date",
        metadata,
        Column("site", Text, primary_key=True),
        Column("source", Text, primary_key=True),  # url, or the URL of a sitemap without its figures
        Column("right", Integer, nullable=False),  # pages that agreed
        Column("wrong", Integer, nullable=False),  # pages that were newer than it said
        Column("checked", Moment, nullable=False),
        sqlite_with_rowid=False,
    )
)
