"""Stated dates: which URLs and sitemaps may be believed when they say that an article is out of range."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from newscrawler.ledger.tallies import Tally

if TYPE_CHECKING:
    from newscrawler.items import Article, ListedArticle, StatedDate
    from newscrawler.run.run import Run

PROVEN = 3
"""Pages that must have agreed with a source before it is believed, and none may have been newer."""

SLACK = timedelta(hours=14)
"""Zones of the world: a day may begin so much earlier than in UTC, and end so much later."""

NEAR = timedelta(days=2)
"""A ``lastmod`` that is so much later than the page's own times says nothing of them."""

SAMPLE = 50
"""One in so many of the articles that a source hides is asked for, one of each source a run at most."""


class StatedDates:
    """What is known of the dates that URLs (the day in them) and sitemaps (``lastmod``) state."""

    def __init__(self, run: Run) -> None:
        self._run = run
        supply = run.supply_if_open
        self._records = supply.dates() if supply else {}

    def learn(self, listed: ListedArticle, article: Article) -> None:
        """Compare what was stated of an article with what its page says."""
        published, changed = _instant(article.published_at), _instant(article.modified_at)
        if published is None:
            return
        for stated in listed.stated:
            right = _agrees(stated, published, max(published, changed or published))
            if right is not None:
                self._count(source_of(stated), right=right)

    def _count(self, source: str, *, right: bool) -> None:
        now = datetime.now(UTC)
        row = self._records.get(source) or Tally(self._run.site, source, 0, 0, now)
        row = replace(row, right=row.right + right, wrong=row.wrong + (not right), checked=now)
        self._records[source] = self._run.batch.supply.dates[source] = row

    def is_proven(self, stated: StatedDate) -> bool:
        """Tell whether a source has shown itself true on this site."""
        row = self._records.get(source_of(stated))
        return row is not None and row.right >= PROVEN and not row.wrong

    @property
    def are_all_in_range(self) -> bool:
        """Tell whether no date is out of range, since all are asked for."""
        asked = self._run.selection
        return asked.since is None and asked.until is None

    def outside(self, listed: ListedArticle) -> StatedDate | None:
        """Return what says that an article is out of range, proven sources first, wrong ones never."""
        if self.are_all_in_range:
            return None
        asked = self._run.selection
        saying = [
            stated
            for stated in listed.stated
            if not self._is_wrong(stated) and _is_outside(stated, asked.since, asked.until)
        ]
        return next((stated for stated in saying if self.is_proven(stated)), saying[0] if saying else None)

    def hides(self, listed: ListedArticle) -> str:
        """Return why an article need not be asked for: ``url_date``, ``lastmod``; empty if it must be.

        A sample is asked for all the same: a source that was true may become wrong.
        """
        stated = self.outside(listed)
        if stated is None or not self.is_proven(stated) or self._is_sample(listed):
            return ""
        return reason_of(stated)

    def _is_wrong(self, stated: StatedDate) -> bool:
        row = self._records.get(source_of(stated))
        return row is not None and row.wrong > 0

    def _is_sample(self, listed: ListedArticle) -> bool:
        return zlib.crc32(f"{self._run.id} {listed.key}".encode("utf-8", "surrogatepass")) % SAMPLE == 0


def source_of(stated: StatedDate) -> str:
    """Return the name of a source: sitemaps whose URLs differ in figures only are one.

    >>> from newscrawler.items import StatedDate
    >>> source_of(StatedDate("https://example.org/2026-11.xml", "2026-11-27"))
    'https://example.org/#-#.xml'
    """
    return re.sub(r"\d+", "#", stated.source)


def reason_of(stated: StatedDate) -> str:
    """Return the reason in the account of what is hidden."""
    return "url_date" if stated.source == "url" else "lastmod"


def _agrees(stated: StatedDate, published: datetime, latest: datetime) -> bool | None:
    """Tell whether a page agrees; None where it says nothing of the source.

    :param latest: the latest time that the page states.
    """
    first, last = _span(stated)
    if stated.source == "url":
        return first <= published <= last
    if latest > last:
        return False  # the page is newer than its sitemap knows
    return True if first <= latest + NEAR else None


def _is_outside(stated: StatedDate, since: datetime | None, until: datetime | None) -> bool:
    """Tell whether an article is out of range by what was stated; after ``lastmod`` nothing was published."""
    first, last = _span(stated)
    too_late = until is not None and stated.source == "url" and first > until
    return too_late or (since is not None and last < since)


def _span(stated: StatedDate) -> tuple[datetime, datetime]:
    """Return the earliest and latest moment that a stated date may mean."""
    if (instant := _instant(stated.value)) is not None:
        return instant - timedelta(hours=1), instant + timedelta(hours=1)
    day = date.fromisoformat(stated.value[:10])
    return datetime.combine(day, time.min, UTC) - SLACK, datetime.combine(day, time.max, UTC) + SLACK


def _instant(text: str | None) -> datetime | None:
    if not text or len(text) <= 10:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else None
