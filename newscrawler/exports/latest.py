"""Keep only the last revision of each article, in constant memory: the index of the lines is on the disk."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from newscrawler.exports.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newscrawler.exports.lines import Line

_TABLE = """
CREATE TABLE last (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID
"""
_ENTER = """
INSERT INTO last VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE
SET revision = excluded.revision, number = excluded.number WHERE excluded.revision > revision
"""


def latest(read: Callable[[Summary], Iterator[Line]], summary: Summary) -> Iterator[Line]:
    """Yield the line with the highest revision of each ``id``, in the order of the lines.

    :param read: reads the lines from their beginning, the same ones each time; it is called twice.
    """
    index = sqlite3.connect("")  # a file of SQLite's own, which is gone when this is closed
    try:
        index.execute(_TABLE)
        for number, line in enumerate(read(summary)):
            if line.values is not None and _has_key(line):
                index.execute(_ENTER, (line.values["id"], line.values["revision"], number))
        numbers = index.execute("SELECT number FROM last ORDER BY number")
        wanted = next(numbers, (-1,))[0]
        for number, line in enumerate(read(Summary())):
            if line.values is None or not _has_key(line):
                yield line
            elif number == wanted:
                yield line
                wanted = next(numbers, (-1,))[0]
    finally:
        index.close()


def _has_key(line: Line) -> bool:
    """Tell whether a line can be compared with others; what cannot is found to be foreign later."""
    values = line.values or {}
    revision = values.get("revision")
    return isinstance(values.get("id"), str) and type(revision) is int and abs(revision) < 2**63
