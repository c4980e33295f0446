"""CSV (RFC 4180) in UTF-8 with a header; a cell that would be a formula is defused."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from newscrawler.exports.columns import COLUMNS, NAMES
from newscrawler.exports.values import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newscrawler.exports.columns import Kind
    from newscrawler.exports.row import Row
    from newscrawler.exports.summary import Summary

KINDS: frozenset[Kind] = frozenset({"instant", "list", "json", "boolean"})
"""What stands in a cell as text."""
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""How a formula may begin, as OWASP lists it ("CSV Injection")."""


class CsvForm:
    """Rows as CSV.

    :param raw_cells: leave formulas as they are: for programs, which read the text as text.
    """

    def __init__(self, summary: Summary, *, raw_cells: bool = False) -> None:
        self._summary = summary
        self._raw_cells = raw_cells

    def head(self) -> bytes:
        """Return the header."""
        return _encoded([NAMES])

    def body(self, rows: Sequence[Row]) -> bytes:
        """Return a record for each row."""
        return _encoded(map(self._record, rows))

    def _record(self, row: Row) -> list[Any]:
        record = as_text(row, KINDS)
        if self._raw_cells:
            return record
        for index, value in enumerate(record):
            if isinstance(value, str) and is_formula(value):
                record[index] = f"'{value}"
                self._summary.note("defused", f"{row[_ID]} {COLUMNS[index].name}")
        return record


_ID = NAMES.index("id")


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for a formula.

    >>> is_formula("=cmd|' /C calc'!A0"), is_formula("A = B")
    (True, False)
    """
    return text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA if text else False


def _encoded(records: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(records)
    return text.getvalue().encode()
