"""Index of a site's WARC files: the latest whole record of each URL, and how far each file is whole.

It is derived: without it the next answers are kept whole again, and the newest file is read once.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.urls import url_key

if TYPE_CHECKING:
    from pathlib import Path

_TABLES = """
CREATE TABLE IF NOT EXISTS page (
    key TEXT PRIMARY KEY, url TEXT, digest TEXT, date TEXT, file TEXT, offset INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, length INTEGER) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """The latest whole record of a URL."""

    url: str
    digest: str
    """``WARC-Payload-Digest``."""
    date: str
    """``WARC-Date``."""
    file: str
    """Name of the WARC file, in the site's folder."""
    offset: int


class WarcIndex:
    """The index of one folder; one process at a time uses it."""

    def __init__(self, path: Path) -> None:
        """Open the index; a damaged one is made anew.

        :raises OSError: it cannot be.
        """
        self._waiting = 0
        try:
            self._database = _opened(path)
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            try:
                self._database = _opened(path)
            except sqlite3.DatabaseError as error:
                raise OSError(0, str(error), str(path)) from error

    def find(self, url: str) -> Kept | None:
        """Return the latest whole record of a URL."""
        row = self._database.execute(
            "SELECT url, digest, date, file, offset FROM page WHERE key = ?", (url_key(url),)
        ).fetchone()
        return Kept(*row) if row else None

    def enter(self, kept: Kept) -> None:
        """Enter a record that was written."""
        self._database.execute(
            "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?)",
            (url_key(kept.url), kept.url, kept.digest, kept.date, kept.file, kept.offset),
        )

    def length_of(self, name: str) -> int:
        """Return how many bytes of a file are known to be whole."""
        row = self._database.execute("SELECT length FROM file WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def commit(self, name: str, length: int) -> None:
        """Commit what was entered, and how far a file is whole.

        :raises OSError: the disk does not take it.
        """
        try:
            self._database.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (name, length))
            self._database.commit()
        except sqlite3.Error as error:
            raise OSError(0, str(error)) from error

    def close(self) -> None:
        """Close it; what was not committed is forgotten."""
        self._database.close()


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    try:
        database.executescript(_TABLES)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
