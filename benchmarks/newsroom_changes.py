"""Changes of a newsroom: what is no longer as usual, and what an alarm about it must name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.health.article_signs import TIME_PER_PAGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

FEED = "https://press.example/feed"


@dataclass
class Change:
    """What is no longer as usual, and what an alarm about it must name."""

    name: str
    subjects: frozenset[str]
    since: datetime
    sources: dict[str, str] = field(default_factory=dict)
    length: float = 1.0
    late: float = 0.0
    """Minutes."""
    tells: bool = False
    """Pages have a Last-Modified, as before; without it nobody sees when they were made."""
    slow: float = 1.0
    conflicts: float = 0.0
    """Part of the articles whose sources state different times."""
    begins: str = ""
    """What each body begins with."""
    without: str = ""
    """A section that vanishes."""
    frozen: bool = False
    decay: float = 0.0
    """Part of the topics that is lost each day."""


CHANGES: dict[str, Callable[[datetime], Change]] = {
    "one field redesigned": lambda now: Change(
        "", frozenset({"headline"}), now, sources={"headline": "page"}
    ),
    "authors lost": lambda now: Change("", frozenset({"authors"}), now, sources={"authors": "none"}),
    "a section vanishes": lambda now: Change("", frozenset({"section world"}), now, without="world"),
    "times an hour off": lambda now: Change("", frozenset({"published_at"}), now, late=60),
    "the same, and pages have Last-Modified": lambda now: Change(
        "", frozenset({"published_at"}), now, late=60, tells=True
    ),
    "times an hour ahead": lambda now: Change("", frozenset({"published_at"}), now, late=-60),
    "bodies cut": lambda now: Change("", frozenset({"body"}), now, length=0.15),
    "comments in bodies": lambda now: Change("", frozenset({"body"}), now, length=4),
    "a banner in bodies": lambda now: Change("", frozenset({"body"}), now, begins="We use cookies."),
    "feed and page differ": lambda now: Change("", frozenset({"published_at"}), now, conflicts=1.0),
    "pages are slow": lambda now: Change("", frozenset({TIME_PER_PAGE}), now, slow=8),
    "a feed freezes": lambda now: Change("", frozenset({FEED}), now, frozen=True),
    "slow decay": lambda now: Change("", frozenset({"topics"}), now, decay=0.05),
}
