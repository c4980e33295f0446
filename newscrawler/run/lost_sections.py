"""Lost sections: a section's page that showed articles in run after run, and that shows none any more.

A section has few of a site's articles: it takes days until one can tell by these that it is gone.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.run.supply import LEAST_SHOWN

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawler.ledger.supply_memory import RememberedListing
    from newscrawler.run.listings import AskedListing
    from newscrawler.run.run import Run
    from newscrawler.run.supply import Supply

GONE = frozenset({"http-404", "http-410", "no_links", "front_page"})
"""Problems that hardly pass by themselves: a menu leads there, and there is no such page any more."""
LEAST_RUNS = 5
"""In which it must have been asked for before."""
TOLD = timedelta(days=21)
"""After which nobody is told any more, as of other alarms."""


def lost_sections(run: Run, supply: Supply) -> list[AskedListing]:
    """Return the sections that are lost: gone, empty, or led to the front page."""
    known = {row.url: row for row in supply.before.values()}
    return [
        listing
        for listing in run.listings.named()
        if listing.kind == "section"
        and ((not listing.read and listing.problem in GONE) or supply.fell_silent(listing))
        and _is_missed(known.get(listing.url), run.start)
    ]


def led_home(run: Run, url: str, to: str) -> None:
    """Note that a listing leads to the front page, which was asked for already, if it had a page of its own.

    Of two listings that lead to the same other one, chance decides which is read: that says nothing.

    :param to: where the redirect leads.
    """
    listing, supply = run.listings.asked.get(url), run.supply_if_open
    if listing is None or listing.read or listing.problem or supply is None:
        return
    is_home = urlsplit(to).path in {"", "/"}
    if is_home and any(row.url == url and row.answered for row in supply.before.values()):
        listing.problem = "front_page"


def _is_missed(row: RememberedListing | None, now: datetime) -> bool:
    """Tell whether a listing showed articles in run after run, and not too long ago."""
    if row is None or row.runs - row.failures < LEAST_RUNS or row.usual < 100 * LEAST_SHOWN:
        return False
    return row.failing_since is None or now - row.failing_since < TOLD
