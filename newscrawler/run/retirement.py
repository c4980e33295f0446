"""Retirement: a feed or sitemap that is dead for long is said to be once, and then looked at seldom."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from newscrawler.ledger.back_off import RETIRED
from newscrawler.run.listings import said

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawler.run.listings import AskedListing
    from newscrawler.run.run import Run

LOOKS = 10
"""Runs in a row that must have found a listing dead."""

TIME = timedelta(days=14)
"""How long it must have been so."""

DEAD = frozenset({"http-404", "http-410", "dns", "not_a_feed", "not_a_sitemap", "not_named"})
"""Problems that hardly change. An error of the server may pass, whatever time it takes."""

logger = logging.getLogger(__name__)


def is_to_be_retired(run: Run, listing: AskedListing, looks: int, since: datetime) -> bool:
    """Tell whether a listing is dead while others show articles: a site without any must stay unhealthy.

    :param looks: runs in a row that could not read it, this one included.
    :param since: the first of them.
    """
    if listing.guessed or listing.kind not in {"feed", "sitemap"} or listing.problem not in DEAD:
        return False
    lives = any(other.read and other.articles for other in run.listings.asked.values())
    return listing.retired or (lives and looks >= LOOKS and run.start - since >= TIME)


def say_retired(listing: AskedListing, since_when: str) -> None:
    """Say that from now on a listing is looked at seldom."""
    problem = f"{said(listing.problem)}{since_when}"
    logger.warning("%s is retired (%s): it is looked at once in %d days", listing.url, problem, RETIRED.days)
