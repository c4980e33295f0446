"""The usual size of a site's pages, as the records of its runs tell it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TAIL = 1 << 20
"""Bytes of the records that are looked at: some thousand runs."""
UNKNOWN = 100_000
"""Bytes of a page, where no run of the site tells."""


def usual_page_bytes(runs: Path, site: str) -> int:
    """Return how many bytes a page of a site has, as sent.

    :param runs: ``runs.jsonl``.
    """
    fetched = size = 0
    try:
        with runs.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            lines = file.read().split(b"\n")
    except OSError:
        return UNKNOWN
    for line in lines:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict) and record.get("site") == site:
            fetched += int(record.get("fetched") or 0)
            size += int(record.get("bytes") or 0)
    return size // fetched if fetched and size else UNKNOWN
