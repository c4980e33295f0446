"""Latest lines: the newest articles of a site, and its latest revisions beside what they replaced."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newscrawler.output.day_files import day_files
from newscrawler.output.folder import site_folder

if TYPE_CHECKING:
    from pathlib import Path

TAIL = 2 * 1024 * 1024
"""Bytes of a day file's end that are read."""
FILES = 3
"""Latest day files that are looked at."""
ARTICLES = 12
REVISIONS = 6


@dataclass(slots=True)
class Latest:
    """The newest lines of a site."""

    articles: list[dict[str, Any]] = field(default_factory=list)
    copies: list[dict[str, Any]] = field(default_factory=list)
    revisions: list[tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=list)
    """(the revision before, the revision)."""


def latest_lines(output: Path, site: str) -> Latest:
    """Return the newest lines of a site.

    :raises OutputError: the folder cannot be read.
    """
    found, by_revision = Latest(), dict[tuple[str, int], dict[str, Any]]()
    lines = [line for path in _paths(output, site) for line in _lines(path)]
    for line in lines:
        by_revision[str(line.get("id")), int(line.get("revision") or 1)] = line
    for line in reversed(lines):
        key = str(line.get("id")), int(line.get("revision") or 1)
        before = by_revision.get((key[0], key[1] - 1))
        if key[1] == 1 and len(found.articles) < ARTICLES:
            found.articles.append(line)
        elif before is not None and len(found.revisions) < REVISIONS:
            found.revisions.append((before, line))
        if line.get("duplicate_of") and len(found.copies) < REVISIONS:
            found.copies.append(line)
    return found


def _paths(output: Path, site: str) -> list[Path]:
    return [file.path for file in day_files(site_folder(output, site)) if not file.compressed][-FILES:]


def _lines(path: Path) -> list[dict[str, Any]]:
    found = []
    with suppress(OSError), path.open("rb") as file:
        begin = max(0, file.seek(0, 2) - TAIL)
        file.seek(begin)
        texts = file.read().split(b"\n")
        for text in texts[1:-1] if begin else texts[:-1]:
            with suppress(ValueError):
                found.append(json.loads(text))
    return [line for line in found if isinstance(line, dict)]
