"""Memory of link shapes: how many pages of each shape of URL were articles, and how many were none."""

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

shape_table = Table(
    "link_shape",
    metadata,
    Column("site", Text, primary_key=True),
    Column("shape", Text, primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("others", Integer, nullable=False),
    Column("checked", Moment, nullable=False),
    sqlite_with_rowid=False,
)
_of_site = select(shape_table).where(shape_table.c.site == bindparam("of_site"))


@dataclass(frozen=True, slots=True)
class LinkShape:
    """A shape of URL, as all runs know it."""

    site: str
    shape: str
    articles: int
    others: int
    checked: datetime


def read_shapes(database: Database, site: str) -> dict[str, LinkShape]:
    """Return what is known of the shapes of a site, by shape."""
    with database.reading() as connection:
        rows = [LinkShape(*row) for row in connection.execute(_of_site, {"of_site": site})]
    return {row.shape: row for row in rows}


def write_shapes(
    database: Database, connection: Connection, shapes: Iterable[LinkShape], forgotten: datetime
) -> None:
    """Enter what was learned, within the transaction of a commit; forget what was not asked for since."""
    rows = sorted(map(asdict, shapes), key=lambda row: row["shape"])
    if not rows:
        return
    database.upsert(connection, shape_table, rows)
    old = shape_table.c.site == rows[0]["site"], shape_table.c.checked < forgotten
    connection.execute(delete(shape_table).where(*old))
