"""Wanted: which of the kept pages are read, by host and by the time at which they were fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newscrawler.urls import in_domains


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; by default all."""

    hosts: tuple[str, ...] = ()
    """With the hosts below them."""
    since: datetime | None = None
    until: datetime | None = None
    """Both inclusive, aware."""

    def refuses(self, url: str, fetched_at: str) -> str:
        """Return why a page is not read, a slug; "" if it is.

        >>> Wanted(hosts=("example.org",)).refuses("https://example.net/", "2026-05-04T10:00:00+00:00")
        'other_host'
        """
        if self.hosts and not in_domains(url, self.hosts):
            return "other_host"
        if self.since is None and self.until is None:
            return ""
        moment = datetime.fromisoformat(fetched_at)
        is_in = (self.since is None or moment >= self.since) and (self.until is None or moment <= self.until)
        return "" if is_in else "out_of_range"
