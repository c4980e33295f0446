"""The SQL that all three databases have in common: the tables, and how a batch is merged into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.exports.columns import COLUMNS, NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawler.exports.columns import Kind

TYPES: dict[str, Mapping[Kind, str]] = {
    "sqlite": {
        "text": "TEXT",
        "integer": "INTEGER",
        "number": "REAL",
        "boolean": "INTEGER",
        "instant": "TEXT",
        "list": "TEXT",
        "json": "TEXT",
    },
    "postgres": {
        "text": "text",
        "integer": "bigint",
        "number": "double precision",
        "boolean": "boolean",
        "instant": "timestamp with time zone",
        "list": "jsonb",
        "json": "jsonb",
    },
    "duckdb": {
        "text": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "boolean": "BOOLEAN",
        "instant": "TIMESTAMP WITH TIME ZONE",
        "list": "VARCHAR[]",
        "json": "JSON",
    },
}
"""Database -> what a kind of column is called there."""

BATCH = "newscrawler_batch"
"""The table that holds the rows of a batch on their way."""
POSITION_TABLE = """
CREATE TABLE IF NOT EXISTS export_position (
    reader TEXT NOT NULL,
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    read_to BIGINT NOT NULL,
    stamp TEXT NOT NULL,
    PRIMARY KEY (reader, site, day)
)
"""
LOAD_POSITIONS = "SELECT site, day, read_to, stamp FROM export_position WHERE reader = ?"
SAVE_POSITION = """
INSERT INTO export_position VALUES (?, ?, ?, ?, ?)
ON CONFLICT (reader, site, day) DO UPDATE SET read_to = excluded.read_to, stamp = excluded.stamp
"""
OURS = frozenset({"schema_version", "id", "revision", "content_hash"})
"""Columns by which a table of ours is known."""
_KEY = {False: ("id", "revision"), True: ("id",)}
_COLUMNS = ", ".join(f'"{name}"' for name in NAMES)


def table_name(*, latest: bool) -> str:
    """Return the name of the table: of all revisions, or of the latest one of each article."""
    return "latest_articles" if latest else "articles"


def table_sql(types: Mapping[Kind, str], *, latest: bool, is_indexed: bool = True) -> str:
    """Return the statement that makes the table.

    :param is_indexed: let the database keep the key unique, too.
    """
    columns = [column_sql(name, types) for name in NAMES]
    if is_indexed:
        columns.append(f"PRIMARY KEY ({', '.join(_KEY[latest])})")
    inner = ",\n    ".join(columns)
    return f"CREATE TABLE IF NOT EXISTS {table_name(latest=latest)} (\n    {inner}\n)"


def column_sql(name: str, types: Mapping[Kind, str]) -> str:
    """Return a column with its type."""
    column = COLUMNS[NAMES.index(name)]
    return f'"{name}" {types[column.kind]}{" NOT NULL" if column.required else ""}'


def batch_sql(types: Mapping[Kind, str]) -> str:
    """Return the statement that makes the table for a batch."""
    columns = ", ".join(f'"{column.name}" {types[column.kind]}' for column in COLUMNS)
    return f"CREATE TEMPORARY TABLE {BATCH} ({columns})"


def delete_older_sql() -> str:
    """Return the statement that takes out the articles of which the batch has a later revision."""
    table = table_name(latest=True)
    return (
        f"DELETE FROM {table} WHERE EXISTS (SELECT 1 FROM {BATCH} AS b "  # noqa: S608 - names of our own
        f"WHERE b.id = {table}.id AND b.revision > {table}.revision)"
    )


def insert_sql(*, latest: bool) -> str:
    """Return the statement that puts in the rows of the batch whose key the table does not have."""
    table = table_name(latest=latest)
    same = " AND ".join(f"a.{name} = b.{name}" for name in _KEY[latest])
    return (
        f"INSERT INTO {table} ({_COLUMNS}) SELECT {_COLUMNS} FROM {BATCH} AS b "  # noqa: S608 - names of our own
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} AS a WHERE {same})"
    )
