"""New, changed or the same: number the revision of a known article, or find that it needs no line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from newscrawler.exceptions import NotWritten, OutputError
from newscrawler.output.content_hash import changed_fields, content_hash, field_hashes
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.items import Article
    from newscrawler.ledger import Known
    from newscrawler.run.run import Run

TEXT_FIELDS = frozenset({"headline", "lead", "body"})
"""A change of these that leaves ``modified_at`` as it was is a silent edit."""


class Revise:
    """Compares each article with its last revision in the ledger, by the fields of ``content.CONTENT_FIELDS``."""

    def __init__(self, run: Run, *, export_withdrawn: bool) -> None:
        self._run = run
        self._ledger = run.ledger
        self._export_withdrawn = export_withdrawn

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the run's ledger."""
        return cls(run_of(crawler), export_withdrawn=crawler.settings.getbool("EXPORT_WITHDRAWN", False))

    def process_item(self, item: Article) -> Article:
        """Return the article as a revision; raises ``NotWritten`` where no line is needed."""
        try:
            if item.withdrawn:
                return self._withdrawn(item)
            known = self._ledger.find(item.id)
        except OutputError as error:
            self._run.stop_for(error)
            raise NotWritten("left", "output_error") from error
        item.content_hash = content_hash(item)
        if known is not None:
            self._compare(item, known)
        return item

    def _compare(self, item: Article, known: Known) -> None:
        changed = changed_fields(known.field_hashes, field_hashes(item))
        if known.withdrawn and self._export_withdrawn:
            changed.append("withdrawn")  # it is back
        if not changed:
            raise NotWritten("unchanged", item.id)
        item.revision = known.revision + 1
        item.changed = changed
        item.previous_hash = known.content_hash
        item.silent_edit = not TEXT_FIELDS.isdisjoint(changed) and item.modified_at == known.modified_at

    def _withdrawn(self, item: Article) -> Article:
        """Make the line of a page that is gone from its last revision, if lines of such pages are wanted."""
        known = self._ledger.find(item.id) if item.id else None
        known = known or self._ledger.find_by_address(item.requested_url or item.url)
        if known is None:
            raise NotWritten("failed", "gone")
        item.id, item.site = known.id, known.site
        if not self._export_withdrawn:
            raise NotWritten("withdrawn", item.id)
        if known.withdrawn:
            raise NotWritten("unchanged", item.id)
        last = self._ledger.last_revision(known)
        if last is None:  # its day file has been moved away: what it said is not known here
            last = item
        last.revision = known.revision + 1
        last.changed, last.previous_hash, last.silent_edit = ["withdrawn"], known.content_hash, False
        last.content_hash = content_hash(last)
        last.withdrawn = True
        last.requested_url, last.fetched_at = item.requested_url or item.url, item.fetched_at
        last.listed_on = item.listed_on
        return last
