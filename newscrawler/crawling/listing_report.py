"""Listing report: what the run, its counts and its log are told of listings."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawler.publication.listing_layout import HtmlListing
from newscrawler.run.failures import TOLD_TO_WAIT

if TYPE_CHECKING:
    from scrapy.http import Response

    from newscrawler.discovery.answer import Found, Problem
    from newscrawler.discovery.listing import Listing
    from newscrawler.run.listings import AskedListing
    from newscrawler.run.run import Run


ROW_PARTS = ("published_at", "section", "lead")
"""Parts of a row that a layout may declare, beside its link."""


class ListingReport:
    """Tells the run of one crawl what became of its listings."""

    def __init__(self, run: Run, logger: logging.LoggerAdapter[logging.Logger]) -> None:
        self.run = run
        self.logger = logger

    def answered(self, listing: Listing, found: Found, response: Response) -> None:
        """Enter what an answer gave."""
        for bound in found.cut:
            self.logger.warning("%s goes beyond %s: only its beginning is read", response.url, bound)
            self.run.stats.inc_value("newscrawler/listing/cut")
        if listing.format != "robots":
            self.run.listings.saw(found.seen, found.others)
        self._saw_parts(listing, found)
        asked = self._asked(listing)
        asked.read = asked.read or found.problem is None
        if found.links and listing.pages > 1 and listing.stale:
            asked.repeats += 1
        else:
            asked.articles += len(found.links)
        asked.moved_to = asked.moved_to or moved_to(response)

    def _saw_parts(self, listing: Listing, found: Found) -> None:
        """Enter how many rows had each part that is declared for them."""
        if found.read_by is None or listing.layout is None:
            return
        is_html = isinstance(found.read_by, HtmlListing)
        parts = (*ROW_PARTS, "headline") if is_html else ROW_PARTS  # of JSON it is declared by default
        had = {
            part: sum(getattr(link, part) is not None for link in found.links)
            for part in parts
            if getattr(found.read_by, part)
        }
        self.run.declared_parts.saw(listing.layout.name, len(found.links), had)

    def not_an_article_link(self) -> None:
        """Count a link that leads to no article of the site."""
        self.run.stats.inc_value("newscrawler/listing/not_an_article_link")

    def left(self, listing: Listing, reason: str) -> None:
        """Enter that a listing was not asked for: a bound, the end of the run, a busy host."""
        self.run.stats.inc_value(f"newscrawler/listing/left/{reason}")
        if reason in TOLD_TO_WAIT:
            self._asked(listing).problem = reason

    def turned_out(self, listing: Listing, found: Found) -> None:
        """Enter what is wrong with a listing, and say so; say also where the browser has to read it."""
        if found.problem is not None:
            self._problem(listing, found.problem)
        if found.only_first:
            self._only_first(listing)
        if found.older:
            self.run.stats.inc_value("newscrawler/listing/left/lastmod", found.older)
            said = "%s: sitemaps left out, older than since= by their lastmod: %d"
            self.logger.info(said, listing, found.older)
        if found.api_not_declared:
            self.run.stats.inc_value("newscrawler/listing/api_not_declared")
        if found.fallback:
            self.run.stats.inc_value("newscrawler/render/fallback")
            self.logger.warning("%s: its JSON URL fails (%s): rendered", listing, found.fallback)

    def _only_first(self, listing: Listing) -> None:
        """Say, once in a run, that older news may lie where no link was found to lead."""
        counted = "newscrawler/listing/page_1_only"
        if not self.run.stats.get_value(counted):
            self.logger.info("%s: page 1 only: no link to older news was found", listing)
        self.run.stats.inc_value(counted)

    def _problem(self, listing: Listing, problem: Problem) -> None:
        asked = self._asked(listing)
        asked.problem = asked.problem or problem.reason
        if asked.retired and not asked.read:
            problem = replace(problem, kind="not_there", is_failure=False)
        self.run.stats.inc_value(f"newscrawler/listing/{problem.kind}")
        if problem.kind != "not_there":
            level = logging.WARNING if problem.kind == "missing" else logging.ERROR
            self.logger.log(level, "%s: %s", listing, problem)
        if problem.kind == "missing" and listing.kind == "section" and not self.run.selection.sections:
            self.run.account.sections_missing += 1
        if problem.is_failure:
            self.run.account.listing_failures[problem.reason] += 1

    def _asked(self, listing: Listing) -> AskedListing:
        return self.run.listings.ask(listing.url, listing.kind, guessed=listing.guessed)


def moved_to(response: Response) -> str | None:
    """Return where a page has moved for good; None where it has not, or for now."""
    reasons = response.meta.get("redirect_reasons", []) if response.request else []
    return response.url if reasons and all(reason in {301, 308} for reason in reasons) else None
