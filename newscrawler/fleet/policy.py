"""Policy: how long the fleet waits for what, from the settings ``FLEET_*``."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument
from newscrawler.output.folder import check_machine

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


@dataclass(frozen=True, slots=True)
class Policy:
    """Times are seconds."""

    slots: int
    """Crawls that a worker runs at a time."""
    poll: float
    """Between two looks at the schedule and at the queue."""
    grace: float
    """From the start of a crawl to its lock; also how soon a site that was busy is looked at again."""
    lost_after: float
    """A running crawl whose lock has been free for so long is lost."""
    home_patience: float
    """How long a due site waits for its own machine before any machine may take it."""
    back_off_max: float
    """The longest interval of a site that fails."""
    lost_max: int
    """A site whose crawl is lost so often in a row is paused."""
    stop_grace: float
    """How long crawls may take to end when their worker is stopped; then they are killed."""
    runs_kept: timedelta
    """How long the history of runs is kept."""

    @classmethod
    def of(cls, settings: BaseSettings) -> Policy:
        """Read the settings.

        :raises WrongArgument: one of them cannot be.
        """
        policy = cls(
            slots=settings.getint("FLEET_SLOTS"),
            poll=settings.getfloat("FLEET_POLL"),
            grace=settings.getfloat("FLEET_GRACE"),
            lost_after=settings.getfloat("FLEET_LOST_AFTER"),
            home_patience=settings.getfloat("FLEET_HOME_PATIENCE"),
            back_off_max=settings.getfloat("FLEET_BACKOFF_MAX"),
            lost_max=settings.getint("FLEET_LOST_MAX"),
            stop_grace=settings.getfloat("FLEET_STOP_GRACE"),
            runs_kept=timedelta(days=settings.getfloat("FLEET_RUNS_KEPT_DAYS")),
        )
        if policy.slots < 1:
            raise WrongArgument("FLEET_SLOTS: a worker needs one slot at least")
        if policy.poll <= 0:
            raise WrongArgument("FLEET_POLL: seconds between two looks, more than 0")
        if policy.lost_max < 1:
            raise WrongArgument("FLEET_LOST_MAX: at least 1")
        return policy


def machine_name(settings: BaseSettings) -> str:
    """Return the name of this machine: ``FLEET_MACHINE``, else its host name.

    :raises WrongArgument: it cannot be part of a file's name.
    """
    given = settings.get("FLEET_MACHINE") or ""
    return check_machine(given or socket.gethostname().partition(".")[0].lower(), "FLEET_MACHINE")
