"""Acceptance: what has changed on a site for good is usual from now on, and its alarms are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawler.health.alarm import when
from newscrawler.health.stored import from_json, to_json
from newscrawler.ledger.batch import Batch
from newscrawler.ledger.low_memory import LowRuns
from newscrawler.ledger.supply_memory import ACCEPTED, SupplyBatch, Usual
from newscrawler.run.alarms import CRAWL
from newscrawler.run.listings import said
from newscrawler.run.usual import LATEST

if TYPE_CHECKING:
    from collections.abc import Collection

    from newscrawler.ledger.health_memory import AlarmRow
    from newscrawler.ledger.ledger import Ledger
    from newscrawler.ledger.supply_memory import RememberedListing


def open_on(ledger: Ledger) -> dict[str, str]:
    """Return what can be accepted on a site: subject -> what is said of it.

    The subjects are those of the open alarms, and the URLs of listings that are lost.

    :raises OutputError: the ledger cannot be used.
    """
    found = {row.subject: f"{row.line}, since {when(row.since)}" for row in _alarms(ledger)}
    for listing in _lost(ledger):
        since = f", since {when(listing.failing_since)}" if listing.failing_since else ""
        found[listing.url] = f"{listing.kind}: {said(listing.problem or 'silent')}{since}"
    return found


def accept(ledger: Ledger, subjects: Collection[str]) -> None:
    """Take what is now as usual; learn anew from the next run on.

    :param subjects: some of those that are open. ``crawl`` is that of the run as a whole: how much is
        listed, and each lost listing.
    :raises OutputError: the ledger cannot be used.
    """
    now, health = datetime.now(UTC), ledger.health
    accepted = [row for row in _alarms(ledger) if row.subject in subjects]
    for row in accepted:
        if row.subject == CRAWL:
            low = LowRuns(row.site, row.arguments)
            ledger.write(Batch(supply=SupplyBatch(usual=[_any_number(row)], low=low)))
        elif stored := health.history(row.arguments):
            history = from_json(stored)
            history.accept(row.subject)
            health.write_history(row.arguments, to_json(history))
    lost = [row for row in _lost(ledger) if row.url in subjects or CRAWL in subjects]
    listings = {row.key: _may_be_lost(row) for row in lost}
    ledger.write(Batch(supply=SupplyBatch(listings=listings)))
    health.write_alarms(replace(row, over=now, told_over=now) for row in accepted)


def _alarms(ledger: Ledger) -> list[AlarmRow]:
    return [row for row in ledger.health.alarms() if row.over is None]


def _lost(ledger: Ledger) -> list[RememberedListing]:
    return [
        row
        for row in ledger.supply.listings().values()
        if row.failures and not row.guessed and row.problem != ACCEPTED
    ]


def _any_number(row: AlarmRow) -> Usual:
    """Return the latest run as one that has listed nothing: whatever comes is no drop."""
    return Usual(row.site, row.arguments, LATEST, runs=1, listed=0, least=0)


def _may_be_lost(row: RememberedListing) -> RememberedListing:
    """Return a listing of which nothing is expected: whether it is named, answers, or shows anything."""
    is_unnamed = row.problem == "not_named"
    return replace(row, usual=0, problem=ACCEPTED, guessed=is_unnamed)
