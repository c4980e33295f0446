"""The ledger's tables, the same in SQLite and PostgreSQL, and the steps from one version to the next."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
    inspect,
    select,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

VERSION = 9
"""Version of these tables. A change adds a step to ``MIGRATIONS`` and one to this number."""


def _add_supply(connection: Connection) -> None:
    """Add the memory of supply."""
    proven = "ALTER TABLE listing ADD COLUMN proven BOOLEAN NOT NULL DEFAULT false"
    connection.exec_driver_sql(proven)
    create(connection)


def _rename_urls(connection: Connection) -> None:
    """Give the table of URLs its name, if the ledger has it under the one that it had first."""
    if "address" not in inspect(connection).get_table_names():
        return
    if "article_url" in inspect(connection).get_table_names():  # made empty by a step before this one
        connection.exec_driver_sql("DROP TABLE article_url")
    connection.exec_driver_sql("ALTER TABLE address RENAME TO article_url")


def _add_who_told(connection: Connection) -> None:
    """Say of hosts that are left alone since when, and which site's run they told."""
    there = {column["name"] for column in inspect(connection).get_columns("host")}
    for name, kind in (("since", "BIGINT"), ("site", "TEXT")):
        if name not in there:
            connection.exec_driver_sql(f"ALTER TABLE host ADD COLUMN {name} {kind}")


MIGRATIONS: dict[int, Callable[[Connection], None]] = {
    2: _add_supply,
    3: lambda connection: create(connection),  # noqa: PLW0108 - link_shape; create stands below
    4: lambda connection: create(connection),  # noqa: PLW0108 - stated_date
    5: _rename_urls,
    6: lambda connection: create(connection),  # noqa: PLW0108 - rotation
    7: lambda connection: create(connection),  # noqa: PLW0108 - site_history, alarm
    8: lambda connection: create(connection),  # noqa: PLW0108 - low_runs
    9: _add_who_told,
}
"""Version -> what makes its tables from those of the version before; it runs in one transaction."""


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored as whole seconds since 1970 UTC.

    Both databases would take a datetime, but SQLite gives it back without its zone and needs 26 bytes for it.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return the seconds; a naive datetime is an error of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"naive datetime: {value}"
            raise ValueError(msg)
        return int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


metadata = MetaData()

version_table = Table("ledger_version", metadata, Column("version", Integer, nullable=False))

article_table = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("field_hashes", LargeBinary, nullable=False),
    Column("published_at", Text),
    Column("modified_at", Text),
    Column("withdrawn", Boolean, nullable=False),
    Column("url", Text, nullable=False),  # as it was asked for last
    Column("first_seen", Moment, nullable=False),
    Column("last_checked", Moment, nullable=False),
    Column("next_check", Moment),  # null: never again
    Column("store", String(16), nullable=False),  # output folder that has the last revision's line
    Column("day", String(10), nullable=False),  # its day file
    Column("offset", BigInteger, nullable=False),  # first byte of that line in the day file
    sqlite_with_rowid=False,
)
article_due = Index("article_due", article_table.c.site, article_table.c.next_check)

url_table = Table(
    "article_url",
    metadata,
    Column("key", LargeBinary, primary_key=True),  # 16 bytes of hash of urls.url_key
    Column("article_id", Text, nullable=False),
    sqlite_with_rowid=False,
)

day_file_table = Table(
    "day_file",
    metadata,
    Column("store", String(16), primary_key=True),  # output folder; machines may share a ledger, not a disk
    Column("site", Text, primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("committed", BigInteger, nullable=False),  # bytes of it that are in the ledger
    Column("complete", Boolean, nullable=False),  # never written again; may be compressed and moved away
    sqlite_with_rowid=False,
)

listing_table = Table(
    "listing",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("site", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("content_type", Text),
    Column("link", Text),  # the Link header
    Column("body", LargeBinary, nullable=False),  # the answer that the validators stand for, zlib
    Column("asked", Integer, nullable=False),  # conditional requests since the body came
    Column("trusted", Boolean, nullable=False),  # false: same validators were seen on another body
    Column("checked", Moment, nullable=False),
    # other validators came with another body
    Column("proven", Boolean, nullable=False, server_default=false()),
    sqlite_with_rowid=False,
)

run_table = Table(
    "run",
    metadata,
    Column("id", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("started", Moment, nullable=False),
    Column("ended", Moment),  # null: running, or killed
    Column("record", Text, nullable=False),  # the run's line as far as it was known at the last commit
    sqlite_with_rowid=False,
)
run_open = Index("run_open", run_table.c.site)

# In SQLite the row's own number: a table without it would spend a page of 4 KB on each sketch.
_row_number = BigInteger().with_variant(Integer, "sqlite")
text_table = Table(
    "original_text",
    metadata,
    Column("holder", _row_number, primary_key=True, autoincrement=False),  # hash of the article's id
    Column("id", Text, nullable=False),
    Column("seen", Moment, nullable=False, index=True),
    Column("sketch", LargeBinary, nullable=False),
    Column("copy_of", Text),  # id of the original, where this is a near copy within its site
)
key_table = Table(
    "original_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("holder", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

no_line_table = Table(
    "no_line",
    metadata,
    Column("key", LargeBinary, primary_key=True),  # as in article_url
    Column("site", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("tries", Integer, nullable=False),  # in a row
    Column("not_before", Moment, nullable=False),
    Column("published_at", Text),  # of an article that was out of range
    Column("moved_to", Text),
    Column("said", LargeBinary, nullable=False),  # hash of what a listing said of it
    Column("checked", Moment, nullable=False),
    sqlite_with_rowid=False,
)
no_line_checked = Index("no_line_checked", no_line_table.c.site, no_line_table.c.checked)

supply_table = Table(
    "supply",
    metadata,
    Column("key", LargeBinary, primary_key=True),  # hash of site and URL
    Column("site", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("guessed", Boolean, nullable=False),  # nobody names it
    Column("runs", Integer, nullable=False),
    Column("answered", Moment),
    Column("new_at", Moment),  # when it last showed a new article
    Column("usual", Integer, nullable=False),  # hundredths of links
    Column("failures", Integer, nullable=False),  # runs in a row
    Column("failing_since", Moment),
    Column("problem", Text),
    Column("moved_to", Text),
    Column("not_before", Moment),
    Column("checked", Moment, nullable=False),
    sqlite_with_rowid=False,
)
supply_checked = Index("supply_checked", supply_table.c.site, supply_table.c.checked)

usual_table = Table(
    "usual",
    metadata,
    Column("site", Text, primary_key=True),
    Column("arguments", String(16), primary_key=True),
    Column("hour", Integer, primary_key=True, autoincrement=False),  # of the week, UTC
    Column("runs", Integer, nullable=False),
    Column("listed", Integer, nullable=False),  # hundredths
    Column("least", Integer, nullable=False),
    sqlite_with_rowid=False,
)

host_table = Table(
    "host",
    metadata,
    Column("host", Text, primary_key=True),
    Column("not_before", Moment, nullable=False),
    Column("reason", Text, nullable=False),
    Column("since", Moment),  # when it asked; null: before this was kept
    Column("site", Text),  # whose run it told; null: likewise
    sqlite_with_rowid=False,
)

_WHERE = {article_due: article_table.c.next_check.is_not(None), run_open: run_table.c.ended.is_(None)}
"""Rows that an index is of, said when it is made: ``sqlite_where`` and ``postgresql_where`` would load
both."""


def are_current(connection: Connection) -> bool:
    """Tell whether all tables are there, as this version makes them. It takes no lock."""
    if not set(inspect(connection).get_table_names()).issuperset(metadata.tables):
        return False
    return bool(connection.execute(select(version_table.c.version)).scalar() == VERSION)


def create(connection: Connection) -> None:
    """Make the tables and indexes that are not there."""
    for index, where in _WHERE.items():
        index.dialect_options[connection.dialect.name]["where"] = where
    metadata.create_all(connection)
