"""New, changed, the same or gone: number the revision of a known article, or find that it needs no line."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Self

from newscrawler.exceptions import NotWritten, OutputError
from newscrawler.items import Article, Gone, NoLine
from newscrawler.ledger.given_again import is_retold
from newscrawler.ledger.rotation_memory import read_rotation
from newscrawler.ledger.rows import moment_of
from newscrawler.output.content_hash import changed_fields, content_hash, content_texts, field_hashes
from newscrawler.run.run import run_of
from newscrawler.text.replaced import Replaced, replaced_blocks, replaced_value
from newscrawler.urls import same_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler

    from newscrawler.ledger import Known
    from newscrawler.run.run import Run

logger = logging.getLogger(__name__)

TEXT_FIELDS = frozenset({"headline", "lead", "body"})
"""A change of these that leaves ``modified_at`` as it was is a silent edit."""

NEWS_FIELDS = frozenset({"headline", "lead", "body", "section", "entries"})
"""Fields whose new value a reader wants to know, however often there is one."""


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
        if changed and moment_of(item) < known.last_checked:  # of an archive
            return NoLine(item, "duplicate", known_as=item.id)
        rotating = self._rotating(item, known, changed)
        changed = [name for name in changed if name not in rotating]
        if known.withdrawn and self._export_withdrawn:
            changed.append("withdrawn")  # it is back
        if not changed and item.id in self._run.tied:
            changed.append("duplicate_of")  # another run saw the text in the same moment
        if not changed:
            return NoLine(item, "unchanged", known_as=item.id)
        if is_retold(known, item, changed):
            self._run.given_again.add(item.url)
        item.revision = known.revision + 1
        item.changed = changed
        item.previous_hash = known.content_hash
        item.silent_edit = not TEXT_FIELDS.isdisjoint(changed) and item.modified_at == known.modified_at
        return item

    def _rotating(self, item: Article, known: Known, changed: Sequence[str]) -> set[str]:
        """Return which of the changed fields are other ones at each look; remember what they were.

        A publisher who states that the article was modified has edited it.
        """
        if item.modified_at != known.modified_at or not changed:
            return set()
        last = self._ledger.last_revision(known)
        if last is None:
            return set()
        before, after = content_texts(last), content_texts(item)
        replaced = {name: _replaced(name, before.get(name, ""), after.get(name, "")) for name in changed}
        waiting = self._run.batch.rotations
        rotation = waiting.get(item.id) or read_rotation(self._ledger.database, item.id)
        rotating = {name for name, blocks in replaced.items() if rotation.explains(blocks)}
        if rotating and not rotation.is_settled:
            self._say(item, rotating)
        for blocks in replaced.values():
            rotation.enter(blocks)
        rotation.is_settled = rotation.is_settled or bool(rotating)
        waiting[item.id] = rotation
        return rotating

    def _say(self, item: Article, fields: set[str]) -> None:
        """Say once in a run what rotates, and count the articles in which that is new."""
        for name in sorted(fields):
            if name not in self._run.rotating:
                logger.warning("%s: %s is another one at each look; it makes no revisions", item.url, name)
            self._run.rotating.setdefault(name, set()).add(item.id)

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


def _replaced(name: str, old: str, new: str) -> list[Replaced]:
    """Return what was replaced in a field: blocks of a text where nothing else changed, else its value."""
    blocks = replaced_blocks(old, new) if name == "body" else None
    return blocks or [replaced_value(name, old, new, may_be_news=name in NEWS_FIELDS)]
