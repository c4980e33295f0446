"""How a crawl ended, and when its site is due again; pure."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from newscrawler.fleet.crawl_launcher import CANNOT_START
from newscrawler.run.endings import EXIT_BUSY, EXIT_GOOD, EXIT_STOPPED, EXIT_UNHEALTHY, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    from newscrawler.fleet.policy import Policy

_SIGTERM = -15
_MOST_DOUBLINGS = 40
"""More would be longer than any bound, and too large for a float."""


_SOON = 5.0
"""Seconds; a database that is away for some sites only is not asked without a pause."""


class Ending(Enum):
    """What the end of a crawl means for its site."""

    GOOD = "good"
    FAILED = "failed"
    WRONG = "wrong"
    """Arguments or settings: it cannot get better by itself."""
    BUSY = "busy"
    """Another run of the site was going on."""
    STOPPED = "stopped"
    LOST = "lost"
    """It ended without a word: killed, or its machine is gone."""
    NOT_STARTED = "not started"
    """The machine could not start it."""
    DATABASE_AWAY = "database away"


_BY_CODE = {
    CANNOT_START: Ending.NOT_STARTED,
    EXIT_GOOD: Ending.GOOD,
    EXIT_UNHEALTHY: Ending.GOOD,
    EXIT_WRONG_ARGUMENTS: Ending.WRONG,
    EXIT_BUSY: Ending.BUSY,
    EXIT_STOPPED: Ending.STOPPED,
    _SIGTERM: Ending.STOPPED,
}


def ending_of(code: int) -> Ending:
    """Return what an exit code means; a negative one is the signal that killed the crawl.

    >>> ending_of(3), ending_of(1), ending_of(-9)
    (<Ending.GOOD: 'good'>, <Ending.FAILED: 'failed'>, <Ending.LOST: 'lost'>)
    """
    return _BY_CODE.get(code, Ending.FAILED if code > 0 else Ending.LOST)


@dataclass(frozen=True, slots=True)
class Course:
    """What counts of a site when a crawl of it has ended. Times are seconds."""

    every: float
    spread: float
    elapsed: float
    """Since the crawl was started."""
    failures: int
    """Failed runs in a row, before this one."""
    lost: int
    """Lost runs in a row, before this one."""


@dataclass(frozen=True, slots=True)
class NextRun:
    """When a site is due again."""

    delay: float
    """Seconds from now."""
    failures: int
    lost: int
    paused: str | None = None
    """Why it is not due at all."""


def next_run(ending: Ending, course: Course, policy: Policy, line: str = "") -> NextRun:
    """Return when a site is due again, after a crawl of it has ended.

    :param line: what the crawl said last.
    """
    failures, lost = course.failures, course.lost
    match ending:
        case Ending.GOOD:
            return NextRun(_regular(course), 0, 0)
        case Ending.FAILED:
            return NextRun(_backed_off(course, failures + 1, policy), failures + 1, 0)
        case Ending.WRONG:
            why = f"its arguments or settings are wrong: {line}"
            return NextRun(0.0, failures, lost, why)
        case Ending.LOST if lost + 1 >= policy.lost_max:
            why = f"{lost + 1} crawls in a row were killed, or took their machine with them"
            return NextRun(0.0, failures, lost + 1, why)
        case Ending.LOST:
            delay = _backed_off(course, lost, policy) if lost else 0.0
            return NextRun(delay, failures, lost + 1)
        case Ending.STOPPED:
            return NextRun(0.0, failures, lost)
        case Ending.DATABASE_AWAY:
            return NextRun(min(_SOON, policy.grace), failures, lost)
        case Ending.BUSY | Ending.NOT_STARTED:
            return NextRun(policy.grace, failures, lost)


def _regular(course: Course) -> float:
    """Return how long to wait so that starts are ``every`` apart; what was missed is not made up for."""
    return max(0.0, course.every - course.elapsed) + _chance(course)


def _backed_off(course: Course, times: int, policy: Policy) -> float:
    widened = course.every * 2.0 ** min(times, _MOST_DOUBLINGS)
    return max(course.every, min(widened, policy.back_off_max)) + _chance(course)


def _chance(course: Course) -> float:
    return random.uniform(0, course.spread)  # noqa: S311 - it spreads load and keeps no secret
