"""A ledger file that is not one any more is made anew from the lines; a locked one is told."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawler.exceptions import OutputError
from newscrawler.ledger import open_ledger
from newscrawler.ledger.catch_up import catch_up
from tests.defaults import DEFAULTS
from tests.ledger.lines import article, contents, opened, same_lines, write

if TYPE_CHECKING:
    from pathlib import Path


def damage(path: Path, how: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    match how:
        case "deleted":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "noise":
            path.write_bytes(os.urandom(len(data)))
        case "truncated":
            path.write_bytes(data[: len(data) // 2])
        case "noise inside":
            data[8192:] = os.urandom(len(data) - 8192)
            path.write_bytes(data)
        case "another database":
            path.unlink()
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE article (x)")
            connection.close()
        case "no version" | "a table less":
            connection = sqlite3.connect(path)
            connection.execute("DELETE FROM ledger_version" if how == "no version" else "DROP TABLE rotation")
            connection.commit()
            connection.close()


@pytest.mark.parametrize(
    "how",
    [
        *("deleted", "empty", "noise", "truncated", "noise inside"),
        *("another database", "no version", "a table less"),
    ],
)
def test_a_damaged_ledger_is_made_anew(tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path)})
    ledger, _ = opened(settings)
    write(ledger, *(article(number) for number in range(1, 40)))
    catch_up(ledger)
    before = contents(ledger)
    ledger.close()
    damage(tmp_path / ".ledger.db", how)
    ledger, recovery = opened(settings)
    assert recovery.adopted == 39
    assert "made anew from 39 lines" in caplog.text
    same_lines(settings, before, recovery, ledger)
    ledger.close()
    aside = [path.name for path in tmp_path.iterdir() if "damaged" in path.name]
    assert bool(aside) == (how not in {"deleted", "empty"})


def test_a_locked_ledger(tmp_path: Path) -> None:
    settings = Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path), "LEDGER_WAIT": 0.2})
    ledger, _ = opened(settings)
    write(ledger, article(1))
    other = sqlite3.connect(tmp_path / ".ledger.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutputError, match="held locked by another process"):
        write(ledger, article(2))
    ledger.close()
    with pytest.raises(OutputError, match="held locked by another process"):
        open_ledger(settings, "press")
    other.close()
    ledger, recovery = opened(settings)
    assert recovery.adopted == 1
    ledger.close()
