"""Positions: how far an export has read the lines of each site and day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Day:
    """The lines that one machine wrote of one site on one UTC day, in whatever files they lie."""

    site: str
    day: str
    """With the machine, where the files' names say it: ``2026-05-04``, ``2026-05-04.two``."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place behind a whole line."""

    offset: int = 0
    """Bytes of the day's plain text: that of its compressed file first, then that of its plain one."""
    stamp: str = ""
    """Names and sizes of the files when all of them had been read, else empty."""


Positions = dict[Day, Position]
