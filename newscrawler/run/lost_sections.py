"""Lost sections: a section's page that showed articles in run after run, and that shows none any more.

A section has few of a site's articles: it takes days until one can tell by these that it is gone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.run.listings import AskedListing
from newscrawler.run.supply import LEAST_SHOWN

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawler.ledger.supply_memory import RememberedListing
    from newscrawler.run.run import Run
    from newscrawler.run.supply import Supply

GONE = frozenset({"http-404", "http-410", "no_links", "front_page", "not_named"})
"""Problems that hardly pass by themselves: there is no such page any more, or no menu that leads there."""
LEAST_RUNS = 5
"""In which it must have been asked for before."""
NAMED = timedelta(days=7)
"""In each run of which the menu must have named it before: some menus change with the hour or the day."""
LONGEST_GAP = timedelta(days=1)
"""Between two runs, for which a run stands at most."""
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


def miss_unnamed(run: Run, supply: Supply) -> None:
    """Enter the sections that the menus of an undeclared site named in run after run, and name no more.

    Nobody asks for them any more, so that their articles alone would show it, after days.
    """
    asked, site = run.listings.asked, run.declared_site
    fronts = {listing.url for listing in asked.values() if listing.kind == "index" and listing.read}
    front = next((row for row in supply.before.values() if row.url in fronts), None)
    if front is None or not supply.is_unselected() or (site and site.section_places):
        return
    for row in supply.before.values():
        is_unnamed = row.kind == "section" and not row.guessed and row.url not in asked
        if not is_unnamed or row.checked != front.checked:
            continue
        if _was_named(row, run.start):
            asked[row.url] = AskedListing(row.url, "section", problem="not_named")
        elif row.problem is None:  # it comes and goes, and must be named for a week from now on
            run.batch.supply.listings[row.key] = replace(row, runs=0)


def _was_named(row: RememberedListing, now: datetime) -> bool:
    """Tell whether each run of a week before found a section named, or has told that none names it."""
    gap = min(now - row.checked, LONGEST_GAP)
    return row.problem == "not_named" or (row.problem is None and row.runs * gap >= NAMED)


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
