"""Read the latest run of each site from the end of ``runs.jsonl``."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_BLOCK = 1 << 20
"""Bytes that are read at a time: some thousand runs."""


def last_runs(path: Path, sites: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return site -> the record of its latest run, for those of the sites that have one.

    Broken lines are passed over.
    """
    wanted, found = set(sites), dict[str, dict[str, Any]]()
    for line in _lines_backwards(path):
        if len(found) == len(wanted):
            break
        try:
            record = json.loads(line)
        except ValueError:
            continue
        site = record.get("site") if isinstance(record, dict) else None
        if site in wanted and site not in found and isinstance(record.get("start"), str):
            found[site] = record
    return found


def _lines_backwards(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file, the last first."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return
    with file:
        left, rest = file.seek(0, os.SEEK_END), b""
        while left > 0:
            size = min(_BLOCK, left)
            left -= size
            file.seek(left)
            first, *lines = (file.read(size) + rest).split(b"\n")
            yield from reversed(lines)
            rest = first
        yield rest
