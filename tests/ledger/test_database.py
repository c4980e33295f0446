"""One connection: what belongs together is committed whole, or not at all; an error is this project's, and
stays."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.ledger.database import Database, move_aside
from newscrawler.ledger.failures import OUT_OF_REACH, DamagedLedger, OutOfReach, explain
from newscrawler.ledger.tables import url_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.settings import Settings


@pytest.fixture
def database(settings: Settings, tmp_path: Path) -> Iterator[Database]:
    database = Database.open(settings.get("LEDGER_URL") or "", tmp_path / "ledger.db", 0.3)
    yield database
    database.close()


def rows(database: Database) -> list[Any]:
    with database.reading() as connection:
        return [row.article_id for row in connection.execute(select(url_table))]


def put(database: Database, connection: Any, article_id: str) -> None:
    database.upsert(connection, url_table, [{"key": b"k" * 16, "article_id": article_id}])


def test_all_or_nothing(database: Database) -> None:
    with suppress(ZeroDivisionError), database.transaction() as connection:
        put(database, connection, "press:1")
        raise ZeroDivisionError
    assert rows(database) == []
    with database.transaction() as connection:
        put(database, connection, "press:1")
        put(database, connection, "press:2")
    assert rows(database) == ["press:2"]


def test_after_an_error_of_the_database_each_question_fails_with_the_same(database: Database) -> None:
    with pytest.raises(OutputError) as first, database.transaction() as connection:
        connection.exec_driver_sql("SELECT * FROM no_such_table")
    with pytest.raises(OutputError) as second:
        rows(database)
    assert str(first.value) == str(second.value)
    assert "no_such_table" in str(first.value)


def test_a_closed_one_answers_nothing(database: Database) -> None:
    database.close()
    with pytest.raises(OutputError):
        rows(database)


@pytest.mark.parametrize("url", ["mysql://localhost/x", "nonsense", "postgresql+nodriver://localhost/x"])
def test_a_url_that_is_none(url: str, tmp_path: Path) -> None:
    with pytest.raises(WrongArgument, match="LEDGER_URL"):
        Database.open(url, tmp_path / "ledger.db", 0.3)


def error(code: int, text: str) -> sqlite3.Error:
    raised = sqlite3.OperationalError(text)
    raised.sqlite_errorcode = code
    return raised


@pytest.mark.parametrize(
    ("cause", "kind", "says"),
    [
        (error(sqlite3.SQLITE_CORRUPT, "malformed"), DamagedLedger, "damaged"),
        (error(sqlite3.SQLITE_NOTADB, "not a database"), DamagedLedger, "damaged"),
        (error(sqlite3.SQLITE_ERROR, "no such table: article"), DamagedLedger, "damaged"),
        (error(sqlite3.SQLITE_BUSY, "locked"), OutputError, "locked by another process"),
        (error(sqlite3.SQLITE_FULL, "full"), OutputError, "make room"),
        (error(sqlite3.SQLITE_IOERR, "disk I/O error"), OutputError, "disk I/O error"),
    ],
)
def test_what_an_error_of_sqlite_means(cause: sqlite3.Error, kind: type, says: str, tmp_path: Path) -> None:
    found = explain(cause, "ledger.db", tmp_path / "ledger.db")
    assert type(found) is kind
    assert says in str(found)


class ServerError(Exception):
    def __init__(self, state: str | None, text: str) -> None:
        super().__init__(text)
        self.sqlstate = state


@pytest.mark.parametrize(
    ("cause", "cut_off", "says"),
    [
        (ServerError(None, "server closed the connection"), True, "out of reach"),
        (ServerError(None, "connection failed: refused"), False, "out of reach"),
        (ServerError("55P03", "lock timeout"), False, "locked by another process"),
        (ServerError("53100", "disk full"), False, "make room"),
        (ServerError("42P01", "no such relation"), False, "lost tables"),
        (ServerError("XX000", "internal"), False, "internal"),
    ],
)
def test_what_an_error_of_postgresql_means(cause: Exception, cut_off: bool, says: str) -> None:
    found = explain(cause, "postgresql://press@host/ledger", None, cut_off=cut_off)
    assert type(found) is (OutOfReach if says == "out of reach" else OutputError)
    assert says in str(found)
    assert (OUT_OF_REACH in str(found)) == isinstance(found, OutOfReach)


@pytest.mark.parametrize("companions", [(), ("-wal",), ("-wal", "-shm")])
def test_a_damaged_file_is_moved_aside_with_its_companions(
    tmp_path: Path, companions: tuple[str, ...]
) -> None:
    for suffix in ("", *companions):
        (tmp_path / f"ledger.db{suffix}").write_text(f"file{suffix}")
    aside = move_aside(tmp_path / "ledger.db")
    assert re.fullmatch(rf"ledger\.db\.damaged-20\d{{6}}T\d{{6}}-{os.getpid()}", aside.name)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        f"{aside.name}{suffix}": f"file{suffix}" for suffix in ("", *companions)
    }
