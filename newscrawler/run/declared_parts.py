"""Declared parts: which parts of a listing's rows its layout declares, and whether any row had them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_ROWS = 5
"""Rows below which it says nothing that none had a part."""


class DeclaredParts:
    """Counts the rows that one run has read, and their parts."""

    def __init__(self) -> None:
        self._rows: Counter[tuple[str, str]] = Counter()
        """(layout, part) -> rows read by a layout that declares the part."""
        self._had: Counter[tuple[str, str]] = Counter()
        """The same -> rows that had it."""

    def saw(self, layout: str, rows: int, had: Mapping[str, int]) -> None:
        """Enter the rows of one page.

        :param had: part that is declared -> rows that had it.
        """
        for part, count in had.items():
            self._rows[layout, part] += rows
            self._had[layout, part] += count

    def unmatched(self) -> list[str]:
        """Return a line for each declared part that no row of the run had."""
        return [
            f"rows of listings: {part} is declared by layout {layout!r}, and stood in none of {rows} rows"
            for (layout, part), rows in sorted(self._rows.items())
            if rows >= LEAST_ROWS and not self._had[layout, part]
        ]
