"""When a URL that gave no line is asked for again: soon, then ever more seldom; so are dead listings."""

from __future__ import annotations

from datetime import timedelta

FAILING = tuple(
    timedelta(minutes=minutes) for minutes in (0, 15, 60, 6 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60)
)
"""After each failure in a row that may pass by itself: an error of the server, a timeout."""

DEAD = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 3 * 24, 7 * 24))
"""After each answer in a row that will hardly change: not there, not an article, refused."""

GUESSED = tuple(timedelta(days=days) for days in (1, 7, 30))
"""After each time in a row that a listing which nobody names was not there."""

RETIRED = timedelta(days=7)
"""After each look at a feed or sitemap that is named and has been dead for long."""

REFUSED_HOST = timedelta(hours=1)
"""How long a host is left alone that has refused so much that a run has left it."""


def wait(outcome: str, reason: str, tries: int) -> timedelta:
    """Return how long a URL is left alone.

    :param tries: how often in a row it gave no line, from 1.

    >>> wait("failed", "http-500", 1), wait("failed", "gone", 1), wait("rejected", "video", 9)
    (datetime.timedelta(0), datetime.timedelta(seconds=3600), datetime.timedelta(days=7))
    """
    is_dead = outcome != "failed" or reason == "gone" or reason.startswith(("http-4", "soft_404"))
    return step(DEAD if is_dead else FAILING, tries)


def step(steps: tuple[timedelta, ...], tries: int) -> timedelta:
    """Return the wait after so many tries in a row; the last one stands for all that follow."""
    return steps[min(tries, len(steps)) - 1]
