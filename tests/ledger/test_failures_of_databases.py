"""What an error of SQLite or PostgreSQL means to who runs the crawl."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.ledger.failures import OUT_OF_REACH, DamagedLedger, OutOfReach, explain

FILE = Path("ledger.sqlite")


def of_sqlite(code: int, text: str = "it is so") -> OutputError:
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode = code
    return explain(error, "L", FILE)


class PostgresError(Exception):
    def __init__(self, text: str, sqlstate: str | None = None) -> None:
        super().__init__(text)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("code", "text", "kind", "said"),
    [
        (sqlite3.SQLITE_CORRUPT, "it is so", DamagedLedger, "the ledger L is damaged: it is so"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "it is so", DamagedLedger, "the ledger L is damaged: it is so"),
        (sqlite3.SQLITE_NOTADB, "it\n is so", DamagedLedger, "the ledger L is damaged: it is so"),
        (
            sqlite3.SQLITE_ERROR,
            "no such table: run",
            DamagedLedger,
            "the ledger L is damaged: no such table: run",
        ),
        (
            sqlite3.SQLITE_ERROR,
            "no such column: x",
            DamagedLedger,
            "the ledger L is damaged: no such column: x",
        ),
        (
            sqlite3.SQLITE_BUSY,
            "it is so",
            OutputError,
            "the ledger L is held locked by another process: end that one",
        ),
        (
            sqlite3.SQLITE_BUSY_SNAPSHOT,
            "it is so",
            OutputError,
            "the ledger L is held locked by another process: end that one",
        ),
        (
            sqlite3.SQLITE_LOCKED,
            "it is so",
            OutputError,
            "the ledger L is held locked by another process: end that one",
        ),
        (
            sqlite3.SQLITE_FULL,
            "it is so",
            OutputError,
            "the ledger L cannot grow: make room on the disk",
        ),
        (sqlite3.SQLITE_IOERR, "it is so", OutputError, "the ledger L cannot be used: it is so"),
    ],
)
def test_an_error_of_sqlite(code: int, text: str, kind: type[OutputError], said: str) -> None:
    error = of_sqlite(code, text)
    assert (type(error), str(error)) == (kind, said)
    if isinstance(error, DamagedLedger):
        assert error.path == FILE


@pytest.mark.parametrize(
    ("error", "cut_off", "kind", "said"),
    [
        (PostgresError("gone"), True, OutOfReach, f"the ledger L is out of reach (gone): {OUT_OF_REACH}"),
        (
            PostgresError("connection failed: no route"),
            False,
            OutOfReach,
            f"the ledger L is out of reach (connection failed: no route): {OUT_OF_REACH}",
        ),
        (
            PostgresError("wait", "55P03"),
            False,
            OutputError,
            "the ledger L is held locked by another process: end that one",
        ),
        (
            PostgresError("full", "53100"),
            False,
            OutputError,
            "the ledger L cannot grow (full): make room on its server's disk",
        ),
        (
            PostgresError("no table", "42P01"),
            False,
            OutputError,
            "the ledger L has lost tables (no table): start again, they are made anew",
        ),
        (
            PostgresError("no column", "42703"),
            False,
            OutputError,
            "the ledger L has lost tables (no column): start again, they are made anew",
        ),
        (PostgresError("x", "22001"), False, OutputError, "the ledger L cannot be used: x"),
        (PostgresError("x"), False, OutputError, "the ledger L cannot be used: x"),
    ],
)
def test_an_error_of_postgresql(
    error: PostgresError, cut_off: bool, kind: type[OutputError], said: str
) -> None:
    explained = explain(error, "L", None, cut_off=cut_off)
    assert (type(explained), str(explained)) == (kind, said)


def test_an_error_without_a_code_is_told_as_it_is() -> None:
    assert str(explain(None, "L", FILE)) == "the ledger L cannot be used: None"
