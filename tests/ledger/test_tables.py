"""The ledger's tables are those of their version: one that changes needs a step from the version before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import create_engine, create_mock_engine

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.engine.mock import MockConnection

from newscrawler.ledger.tables import VERSION, create

EXPECTED = Path(__file__).with_name("tables.sql").read_text("utf-8")


def statements(text: str) -> list[str]:
    return sorted(" ".join(sql.split()) for sql in text.split(";") if sql.strip())


def test_a_new_ledger_has_the_tables_of_its_version() -> None:
    first, _, rest = EXPECTED.partition("\n")
    assert first.endswith(f"Version {VERSION}.")
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create(connection)
        rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars()
        found = statements(";".join(rows))
    engine.dispose()
    assert found == statements(rest)


def test_postgresql_has_the_same_tables() -> None:
    """But for its names of types, its quotes, and what numbers the rows: no column counts by itself."""
    expected = re.sub(r"\s*WITHOUT ROWID", "", EXPECTED.partition("\n")[2])
    for here, there in (
        ("BLOB", "BYTEA"),
        ("DEFAULT 0", "DEFAULT false"),
        ("holder INTEGER", "holder BIGINT"),
        ('"', ""),
    ):
        expected = expected.replace(here, there)
    found: list[str] = []
    engine: MockConnection = create_mock_engine(
        "postgresql://", lambda sql, *_, **__: found.append(str(sql.compile(dialect=engine.dialect)))
    )
    create(cast("Connection", engine))
    assert statements(";".join(found).replace('"', "")) == statements(expected)
