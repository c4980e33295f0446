"""Text table: rows of text, each column as wide as its longest cell."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from newscrawler.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; columns in which no row has anything are left out.

    >>> list(columns(["site", "kind", "new"], [["gazette", "", "3"], ["le_soir", "", "12"]]))
    ['site     new', 'gazette  3', 'le_soir  12']
    """
    used = [place for place in range(len(head)) if not rows or any(row[place] for row in rows)]
    table = [[printable(line[place]) for place in used] for line in (head, *rows)]
    widths = [max(map(_width, cells)) for cells in zip(*table, strict=True)]
    for line in table:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """Return how many places a terminal takes for a text."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
