"""The file beside a target that is no database: how far the lines were read, and how much of it counts."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError
from newscrawler.exports.positions import Day, Position
from newscrawler.exports.tables import LOAD_POSITIONS, POSITION_TABLE, SAVE_POSITION

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.exports.positions import Positions


class PositionFile:
    """``<target>.position``, a SQLite file."""

    def __init__(self, target: Path, reader: str) -> None:
        self.path = target.with_name(target.name + ".position")
        self._reader = reader
        is_new = not self.path.exists()
        if is_new and target.exists():
            raise OutputError(
                f"{target} is there, and was not made with --follow: name another file, or remove it"
            )
        self._database = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        try:
            known = self._open()
            if known[0] != reader:
                raise OutputError(
                    f"{target} follows other lines ({known[0]}): give the same options, or name another file"
                )
        except sqlite3.Error as error:
            self.close()
            raise self._cannot(error) from error
        except OutputError:
            self.close()
            raise
        self.done: int = known[1]
        """How much of the target counts: bytes of a file, files of a folder."""

    def _open(self) -> tuple[str, int]:
        """Lock the file, make its tables, and return whose lines it follows, and how much counts."""
        self._database.execute("PRAGMA locking_mode=EXCLUSIVE")
        self._database.execute("BEGIN EXCLUSIVE")
        self._database.execute(POSITION_TABLE)
        self._database.execute("CREATE TABLE IF NOT EXISTS target (reader TEXT NOT NULL, done INTEGER)")
        known: tuple[str, int] | None = self._database.execute("SELECT reader, done FROM target").fetchone()
        if known is None:
            known = (self._reader, 0)
            self._database.execute("INSERT INTO target VALUES (?, ?)", known)
        self._database.execute("COMMIT")
        return known

    def load(self) -> Positions:
        """Return how far the lines were read."""
        rows = self._database.execute(LOAD_POSITIONS, (self._reader,))
        return {Day(site, day): Position(offset, stamp) for site, day, offset, stamp in rows}

    def save(self, done: int, positions: Positions) -> None:
        """Commit how far the lines were read, and how much of the target counts since.

        :raises OutputError: the file cannot be written.
        """
        rows = [(self._reader, at.site, at.day, to.offset, to.stamp) for at, to in positions.items()]
        try:
            self._database.execute("BEGIN")
            self._database.executemany(SAVE_POSITION, rows)
            self._database.execute("UPDATE target SET done = ?", (done,))
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._cannot(error) from error
        self.done = done

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _cannot(self, error: sqlite3.Error) -> OutputError:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return OutputError(f"{self.path} is in use: another export follows into the same file; end it")
        return OutputError(f"cannot use {self.path}: {error}; check the free disk space and its permissions")
