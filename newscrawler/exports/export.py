"""Bring lines into a target, a batch after the other: the memory is that of one batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.exports.row import NoRow, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.exports.lines import Line
    from newscrawler.exports.positions import Positions
    from newscrawler.exports.row import Row
    from newscrawler.exports.summary import Summary
    from newscrawler.exports.target import Target

BATCH_LINES = 2000
BATCH_BYTES = 8_000_000


def export(lines: Iterable[Line], target: Target, summary: Summary) -> None:
    """Write the rows of lines, and how far the lines were read.

    :raises OutputError: the target could not take them; what it took before stays.
    """
    rows: list[Row] = []
    positions: Positions = {}
    size = 0

    def write() -> None:
        new = target.write(rows, positions)
        summary.exported += new
        summary.note("repeated", count=len(rows) - new)
        rows.clear()
        positions.clear()

    try:
        for line in lines:
            if line.values is not None:
                try:
                    rows.append(row_of(line.values, summary, line.place))
                except NoRow as error:
                    summary.note(error.note, line.place)
            positions[line.day] = line.position
            size += line.size
            if len(rows) >= BATCH_LINES or size >= BATCH_BYTES:
                write()
                size = 0
        write()
        target.finish()
    except BaseException:
        target.abandon()
        raise
