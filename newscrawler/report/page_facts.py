"""Page facts: all that the page shows but the lines: sites, hosts that are left alone, the fleet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawler.fleet.overview import Fleet
    from newscrawler.ledger.supply_memory import HostWait
    from newscrawler.report.site_facts import SiteFacts

TROUBLE = ("failed", "unhealthy", "wrong arguments")
"""States of a site that needs a person, the worst first."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything at one moment."""

    sites: list[SiteFacts]
    """By name."""
    hosts: list[HostWait] = field(default_factory=list)
    """Those that are left alone now, by name."""
    fleet: Fleet | None = None
    """None where there is none."""

    def trouble_first(self) -> list[SiteFacts]:
        """Return the sites: those that need a person first, then by name."""
        return sorted(self.sites, key=_urgency)


def _urgency(site: SiteFacts) -> int:
    return TROUBLE.index(site.state) if site.state in TROUBLE else len(TROUBLE)
