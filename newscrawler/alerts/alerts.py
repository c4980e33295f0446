"""Alerts: which alarms people are still to be told of, and that they were."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from newscrawler.alerts.channels import Channels
from newscrawler.alerts.message import digest, over, problem
from newscrawler.exceptions import WrongArgument
from newscrawler.ledger.health_memory import AlarmRow

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

    from newscrawler.ledger.health_memory import HealthMemory

DIGEST = "digest"
"""The site under which the ledger keeps when the last digest was sent."""


class Alerts:
    """Tells people of the alarms of a site, and once a day of all sites."""

    def __init__(self, channels: Channels, digest_at: time | None) -> None:
        self.channels = channels
        self._digest_at = digest_at

    @classmethod
    def of(cls, settings: BaseSettings) -> Alerts:
        """Build from ``ALERTS``, ``ALERTS_COMMAND``, ``ALERTS_DIGEST``.

        :raises WrongArgument: one of them is not usable.
        """
        given = settings.get("ALERTS_DIGEST") or ""
        try:
            at = time.fromisoformat(given) if given else None
        except ValueError as error:
            msg = (
                f"ALERTS_DIGEST is {given!r}: give a time of the day (UTC), such as 07:00, or leave it empty"
            )
            raise WrongArgument(msg) from error
        return cls(Channels.of(settings), at)

    def tell(self, memory: HealthMemory, now: datetime | None = None) -> None:
        """Send what was not told; what nobody took is tried again after the next run.

        :raises OutputError: the ledger cannot be used.
        """
        if not self.channels:
            return
        moment = now or datetime.now(UTC)
        rows = memory.alarms()
        new = [row for row in rows if row.told is None and row.over is None]
        if new and self.channels.send(problem(new[0].site, new)):
            memory.write_alarms(replace(row, told=moment) for row in new)
        ended = [row for row in rows if row.over is not None and row.told and row.told_over is None]
        if ended and self.channels.send(over(ended[0].site, ended)):
            memory.write_alarms(replace(row, told_over=moment) for row in ended)
        self._tell_digest(memory, moment)

    def _tell_digest(self, memory: HealthMemory, now: datetime) -> None:
        """Send the digest of a day with the first run after its time; another run that comes first has it."""
        if self._digest_at is None:
            return
        due = datetime.combine(now.date(), self._digest_at, UTC)
        due = due if due <= now else due - timedelta(days=1)
        mark = AlarmRow(DIGEST, "", DIGEST, datetime.fromtimestamp(0, UTC), "", 0.0, [], now, "", over=now)
        if not memory.claim(replace(mark, told=now), due):
            return
        runs, new = Counter[str](), Counter[str]()
        for site, record in memory.runs_since(now - timedelta(days=1)):
            runs[site] += 1
            new[site] += record.get("new", 0)
        open_ = [row for row in memory.alarms_of_all() if row.over is None]
        self.channels.send(digest([(site, runs[site], new[site]) for site in sorted(runs)], open_))
