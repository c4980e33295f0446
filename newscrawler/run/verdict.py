"""The verdict on a run: what was wrong with its listings and failures, its exit code and one line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.health.alarm import odds, when
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD, EXIT_UNHEALTHY, EXIT_WRONG_ARGUMENTS, Ending
from newscrawler.run.listings import PLURALS, said
from newscrawler.run.lost_sections import lost_sections
from newscrawler.run.repeated_pages import repeating
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from newscrawler.health.alarm import Alarm
    from newscrawler.run.account import Account, Outcome
    from newscrawler.run.listings import AskedListing
    from newscrawler.run.run import Run

FEWEST_FAILED = 3
"""Articles that must have failed before a share says something, where the run has got anything at all."""

NAMED = 3
"""Listings that one line names."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended."""

    exit_code: int
    line: str = ""
    """Empty for a good run."""
    signs: str = ""
    """Of an unhealthy run: what it shows beyond its alarms."""


def judge(run: Run) -> Verdict:
    """Return the verdict on a finished run."""
    if run.wrong:
        return Verdict(EXIT_WRONG_ARGUMENTS, run.wrong)
    reason = run.stats.get_value("finish_reason")
    if run.failure:
        return Verdict(EXIT_FAILED, run.failure)
    if run.stopped or reason == "shutdown":
        return _ended(Ending.STOPPED)
    if failed := _why_it_failed(run, reason):
        return failed
    signs = [
        *run.signs,
        *_lost_kinds(run),
        *_lost_sections(run),
        *_repeated_pages(run),
        *_failed_articles(run.account),
        *_supply_signs(run),
    ]
    if signs or run.alarms:
        every = dict.fromkeys([*signs, *map(_unusual, run.alarms)])
        return Verdict(EXIT_UNHEALTHY, f"the site may have changed: {'; '.join(every)}", "; ".join(signs))
    if failures := run.account.listing_failures - _accepted(run):
        return _ended(Ending.SOME_LISTINGS_FAILED, reasons=_worst(failures))
    return Verdict(EXIT_GOOD)


def _ended(ending: Ending, **figures: object) -> Verdict:
    return Verdict(ending.exit_code, ending.says(**figures))


def _unusual(alarm: Alarm) -> str:
    return Ending.UNUSUAL.says(change=alarm.line, since=when(alarm.since), odds=odds(alarm.chance))


def _why_it_failed(run: Run, reason: str | None) -> Verdict | None:
    """Return the verdict on a run that broke, or that got nothing at all; None for another."""
    if reason == "start_error":
        return _ended(Ending.START_ERROR)
    if reason == "refused":
        account = run.account
        refused = _reasons(account, "refused", "failed") + account.listing_failures
        return _ended(Ending.LEFT_ALONE, reasons=_worst(refused) or "see the log")
    if errors := run.stats.get_value("spider_exceptions/count", 0):
        return _ended(Ending.CALLBACK_ERROR, pages=some(errors, "page"))
    if run.errors:
        return _ended(
            Ending.PIPELINE_ERROR, items=some(run.errors.total(), "item"), reasons=_worst(run.errors)
        )
    return _why_nothing_was_listed(run, reason) or _why_nothing_was_had(run)


def _why_nothing_was_listed(run: Run, reason: str | None) -> Verdict | None:
    account, listings = run.account, run.listings
    unread = account.listing_failures + Counter(missing=account.sections_missing)
    if account.listed or not (listings.asked or unread):
        return None
    if lost := _lost_kinds(run):
        return _ended(Ending.NOTHING_LISTED_ALL_LOST, lost="; ".join(lost))
    if unread and not account.listings_not_modified:
        return _ended(Ending.NO_LISTING_READ, reasons=_worst(unread))
    asked = run.selection
    if reason != "finished" or asked.query or asked.topics or asked.since or asked.until:
        return None  # there may be nothing of it
    examples = f"; examples: {', '.join(listings.examples)}" if listings.examples else ""
    return _ended(
        Ending.NOTHING_LIKE_AN_ARTICLE,
        pages=some(listings.pages, "page"),
        links=some(listings.links, "link"),
        examples=examples,
    )


def _why_nothing_was_had(run: Run) -> Verdict | None:
    """Return the verdict on a run that could have none of the listed articles.

    Where all were rejected, health says so. A few that were refused, or wait, are no sign on a site that
    has lines; a first run that got nothing is.
    """
    account = run.account
    failed, rejected = account.total("failed"), account.total("rejected")
    count = failed + rejected + account.total("refused") + account.total("waiting")
    if not count or count + account.total("left") < account.listed:
        return None
    is_few = count < FEWEST_FAILED
    if (count == rejected and not is_few) or (is_few and not failed and run.has_lines):
        return None
    ending = Ending.ALL_ARTICLES_FAILED if failed == count else Ending.NOTHING_HAD
    reasons = _worst(_reasons(account, "failed", "rejected", "refused", "waiting"))
    line = "; ".join([ending.says(count=count, reasons=reasons), *_lost_kinds(run)])
    return Verdict(ending.exit_code, line)


def _failed_articles(account: Account) -> list[str]:
    """Say it if half or more of the articles that were asked for failed, or are gone."""
    asked = sum(
        account.total(outcome)
        for outcome in (
            "new", "revised", "unchanged", "duplicate", "withdrawn", "rejected", "refused", "failed"
        )
    )  # fmt: skip
    gone = account.total("withdrawn")
    failed = account.total("failed") + gone
    if failed < FEWEST_FAILED or failed * 2 < asked:
        return []
    reasons = _worst(_reasons(account, "failed") + Counter(gone=gone))
    return [Ending.HALF_FAILED.says(count=failed, asked=asked, reasons=reasons)]


def _reasons(account: Account, *outcomes: Outcome) -> Counter[str]:
    return sum((Counter(account.reasons(outcome)) for outcome in outcomes), Counter())


def _lost_kinds(run: Run) -> list[str]:
    """Name the kinds of listings of which none could be read."""
    supply = run.supply_if_open
    lost = run.listings.lost_kinds(supply.fell_silent if supply else None)
    feeds = any(listing.kind == "feed" for listing in run.listings.named())
    if supply and not feeds and (unnamed := supply.no_longer_named()):
        lost["feed"] = unnamed
    return [
        Ending.KIND_LOST.says(kinds=PLURALS[kind], listings=_some(run, missed))
        for kind, listings in lost.items()
        if (missed := [listing for listing in listings if not (supply and supply.is_accepted(listing))])
    ]


def _lost_sections(run: Run) -> list[str]:
    """Name the sections that are lost, where others are not."""
    supply = run.supply_if_open
    if supply is None or "section" in run.listings.lost_kinds(supply.fell_silent):
        return []
    lost = lost_sections(run, supply)
    return [Ending.SECTION_LOST.says(sections=_some(run, lost))] if lost else []


def _repeated_pages(run: Run) -> list[str]:
    """Name the listings whose further pages show nothing of their own any more."""
    supply = run.supply_if_open
    places = [_place(listing.url) for listing in repeating(run, supply)] if supply else []
    more = [f"{len(places) - NAMED} more"] if len(places) > NAMED else []
    listings = ", ".join([*places[:NAMED], *more])
    return [Ending.PAGES_REPEAT.says(listings=listings)] if listings else []


def _accepted(run: Run) -> Counter[str]:
    """Count the problems of listings that a person has said may be lost."""
    supply = run.supply_if_open
    return Counter(
        listing.problem for listing in run.listings.named() if supply and supply.is_accepted(listing)
    )


def _supply_signs(run: Run) -> list[str]:
    """Say what is unusual for this site."""
    supply = run.supply_if_open
    return [sign] if supply and supply.read_to_end and (sign := supply.usualness.sign()) else []


def _some(run: Run, listings: list[AskedListing]) -> str:
    named = [
        f"{_place(listing.url)}: {_lost(listing, run.since_when(listing))}" for listing in listings[:NAMED]
    ]
    more = len(listings) - NAMED
    return ", ".join([*named, f"{more} more"] if more > 0 else named)


def _lost(listing: AskedListing, age: str) -> str:
    words = said(listing.problem or "silent")
    was_once = " any more" if age and words.startswith("not ") else ""
    return f"{words}{was_once}{age}"


def _place(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _worst(failures: Counter[str]) -> str:
    return ", ".join(f"{name} ×{count}" for name, count in failures.most_common(3))
