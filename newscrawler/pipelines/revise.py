"""New, changed, the same or gone: number the revision of a known article, or find that it needs no line."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Self

from newscrawler.exceptions import NotWritten, OutputError
from newscrawler.items import Article, Gone, NoLine
from newscrawler.ledger.rotation_memory import read_rotation
from newscrawler.output.content_hash import changed_fields, content_hash, field_hashes
from newscrawler.run.run import run_of
from newscrawler.text.replaced import replaced_blocks
from newscrawler.urls import same_document

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.ledger import Known
    from newscrawler.run.run import Run

logger = logging.getLogger(__name__)

TEXT_FIELDS = frozenset({"headline", "lead", "body"})
"""A change of these that leaves ``modified_at`` as it was is a silent edit."""


class Revise:
    """Compare each article with its last revision in the ledger, by the fields that a reader sees."""

    def __init__(self, run: Run, *, export_withdrawn: bool) -> None:
        self._run = run
        self._ledger = run.ledger
        self._export_withdrawn = export_withdrawn

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the run's ledger."""
        return cls(run_of(crawler), export_withdrawn=crawler.settings.getbool("EXPORT_WITHDRAWN"))

    def process_item(self, item: Any) -> Any:
        """Return the article as a revision, or a ``NoLine``; of an article that is gone, the same.

        :raises NotWritten: the ledger cannot be asked; the run ends.
        """
        if not isinstance(item, Article | Gone):
            return item
        try:
            return self._withdrawn(item) if isinstance(item, Gone) else self._revision(item)
        except OutputError as error:
            self._run.stop_for(error)
            raise NotWritten("left", "output_error") from error

    def _revision(self, item: Article) -> Article | NoLine:
        item.content_hash = content_hash(item)
        known = self._ledger.find(item.id)
        if known is None:
            return item
        changed = changed_fields(known.field_hashes, field_hashes(item))
        if known.withdrawn and self._export_withdrawn:
            changed.append("withdrawn")  # it is back
        if "body" in changed and self._only_rotates(item, known):
            changed.remove("body")
        if not changed:
            return NoLine(item, "unchanged", known_as=item.id)
        item.revision = known.revision + 1
        item.changed = changed
        item.previous_hash = known.content_hash
        item.silent_edit = not TEXT_FIELDS.isdisjoint(changed) and item.modified_at == known.modified_at
        return item

    def _only_rotates(self, item: Article, known: Known) -> bool:
        """Tell whether the text differs only where it is another one at each look; remember where it differs.

        A publisher who states that the article was modified has edited it.
        """
        if item.modified_at != known.modified_at or not item.body:
            return False
        last = self._ledger.last_revision(known)
        replaced = replaced_blocks(last.body, item.body) if last is not None and last.body else None
        if not replaced:
            return False
        waiting = self._run.batch.rotations
        rotation = waiting.get(item.id) or read_rotation(self._ledger.database, item.id)
        rotates = rotation.explains(replaced)
        if rotates and not rotation.is_settled:
            self._say(item)
        rotation.enter(replaced)
        rotation.is_settled = rotation.is_settled or rotates
        waiting[item.id] = rotation
        return rotates

    def _say(self, item: Article) -> None:
        """Say once in a run that texts rotate, and count the articles in which that is new."""
        if not self._run.rotating:
            logger.warning("%s: a paragraph is another one at each look; it makes no revisions", item.url)
        self._run.rotating.add(item.id)

    def _withdrawn(self, gone: Gone) -> Article | NoLine:
        """Make a line of the last revision, if lines of withdrawn articles are wanted."""
        known = self._ledger.find(gone.id) if gone.id else None
        if known is None:
            known = self._ledger.find_by_url(gone.url)
            if known and not same_document(known.url, gone.url):
                known = None  # another URL of the article is gone, and not the article
        if known is None:
            return NoLine(gone, "failed", reason="gone")
        if not self._export_withdrawn:
            return NoLine(gone, "withdrawn", known_as=known.id)
        if known.withdrawn:
            return NoLine(gone, "unchanged", known_as=known.id)
        last = self._ledger.last_revision(known)
        if last is None:  # its day file has been moved away: what it said is not known here
            last = Article(id=known.id, site=known.site, url=gone.url)
        last.revision = known.revision + 1
        last.changed, last.previous_hash, last.silent_edit = ["withdrawn"], known.content_hash, False
        last.content_hash = content_hash(last)
        last.withdrawn = True
        last.requested_url, last.fetched_at, last.listed_on = gone.url, gone.fetched_at, gone.listed_on
        return last
