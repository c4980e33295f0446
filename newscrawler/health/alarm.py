"""Alarm: what is no longer as usual on a site, since when, how sure, and where to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from shlex import quote


@dataclass(slots=True)
class Alarm:
    """One thing that has changed."""

    subject: str
    """What it is about: a field, ``section politics``, the URL of a listing."""
    line: str
    """One sentence with its figures."""
    since: datetime
    """When it began, as far as the runs show."""
    chance: float = 0.0
    """How likely it is that nothing has changed."""
    samples: list[str] = field(default_factory=list)
    """URLs of articles that show it."""


def command(samples: list[str]) -> str:
    """Return the command that saves a sample as a page; empty where there is none.

    >>> command(["https://example.org/a?id=1&b"])
    "scrapy savepage 'https://example.org/a?id=1&b'"
    """
    return f"scrapy savepage {quote(samples[0])}" if samples else ""


def when(moment: datetime) -> str:
    """Return a moment as alarms name it: ``2026-11-26 14:15 UTC``."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


SUREST = 1e-6
"""Smaller chances are not told apart: the pages of a site are not independent of each other."""


def odds(chance: float) -> str:
    """Say how likely it is that a change is chance.

    >>> odds(0.00004), odds(1e-9), odds(0)
    (' (by chance: 1 in 25,000)', ' (by chance: less than 1 in 1,000,000)', '')
    """
    if not chance:
        return ""
    if chance < SUREST:
        return f" (by chance: less than 1 in {1 / SUREST:,.0f})"
    return f" (by chance: 1 in {float(f'{1 / chance:.2g}'):,.0f})"
