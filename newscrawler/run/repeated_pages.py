"""Repeated pages: further pages of a listing show what its first ones showed, and once went on to more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.run.lost_sections import LEAST_RUNS

if TYPE_CHECKING:
    from newscrawler.run.listings import AskedListing
    from newscrawler.run.run import Run
    from newscrawler.run.supply import Supply

LESS = 1.5
"""Times as many articles as now that a listing must have shown: its page after the last may be its first."""


def repeating(run: Run, supply: Supply) -> list[AskedListing]:
    """Return the listings whose pages repeat each other, and that showed more articles than now."""
    known = {row.url: row for row in supply.before.values()}
    return [
        listing
        for listing in run.listings.asked.values()
        if listing.repeats
        and (row := known.get(listing.url)) is not None
        and row.runs - row.failures >= LEAST_RUNS
        and row.usual > 100 * LESS * listing.articles
    ]
