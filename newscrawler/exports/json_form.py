"""JSON lines: each row an object with all columns, lists and JSON values as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.exports.columns import NAMES
from newscrawler.exports.values import as_text
from newscrawler.output.line import json_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row

KINDS: frozenset[Kind] = frozenset({"instant"})
"""What JSON has no type for."""


class JsonForm:
    """Rows as JSON lines."""

    def head(self) -> bytes:
        """Return what stands before all rows: nothing."""
        return b""

    def body(self, rows: Sequence[Row]) -> bytes:
        """Return a line for each row."""
        return b"".join(map(object_line, rows))


def object_line(row: Row) -> bytes:
    """Return the JSON line of a row."""
    return json_line(dict(zip(NAMES, as_text(row, KINDS), strict=True)))
