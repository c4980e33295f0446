"""The ledger's tables are those of their version: one that changes needs a step from the version before."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine

from newscrawler.ledger.tables import VERSION, create

EXPECTED = Path(__file__).with_name("tables.sql").read_text("utf-8")


def test_a_new_ledger_has_the_tables_of_its_version() -> None:
    first, _, rest = EXPECTED.partition("\n")
    assert first.endswith(f"Version {VERSION}.")
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create(connection)
        rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars()
        found = sorted(" ".join(sql.split()) for sql in rows)
    engine.dispose()
    assert found == sorted(" ".join(sql.split()) for sql in rest.split(";") if sql.strip())
