"""Write the lines: append, flush, sync, then one commit of the ledger; then alone an article counts as written."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals

from newscrawler.exceptions import NotWritten, OutputError, SetAside
from newscrawler.items import Article, Rejection
from newscrawler.ledger import Batch
from newscrawler.ledger.rows import moment_of
from newscrawler.output import day_files
from newscrawler.output.folder import rejected_file
from newscrawler.output.line import json_line, to_line
from newscrawler.run.record import record_of
from newscrawler.run.run import run_of
from newscrawler.run.signals import stopping

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from newscrawler.run.account import Outcome

logger = logging.getLogger(__name__)


class ExportJsonl:
    """Appends articles to ``<OUTPUT_DIR>/<site>/<UTC day>.jsonl`` in small batches.

    A batch is committed when it has ``EXPORT_BATCH_LINES`` articles or is ``EXPORT_BATCH_SECONDS`` old, and when the
    run ends. It also hears what became of the articles that got no line: those set aside go to
    ``rejected/<site>/<UTC day>.jsonl``, a known one that was looked at is entered in the ledger.
    """

    def __init__(self, crawler: Crawler, batch_lines: int, batch_seconds: float) -> None:
        self._run = run_of(crawler)
        self._ledger = self._run.ledger
        self._batch_lines = batch_lines
        self._batch_seconds = batch_seconds
        self._set_aside: list[tuple[Article | Rejection, SetAside]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._failed = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build, and listen to what the pipelines before this one drop."""
        settings = crawler.settings
        export = cls(
            crawler,
            settings.getint("EXPORT_BATCH_LINES", 32),
            settings.getfloat("EXPORT_BATCH_SECONDS", 2.0),
        )
        crawler.signals.connect(export.item_dropped, signals.item_dropped)
        crawler.signals.connect(export.item_error, signals.item_error)
        crawler.signals.connect(export.commit, stopping)
        return export

    def process_item(self, item: Article) -> Article:
        """Put the article into the batch; it is on the disk when the batch is committed."""
        if self._failed:
            raise NotWritten("left", "output_error")
        item.run_id = self._run.id
        self._run.batch.lines.append((item, to_line(item)))
        self._grown()
        return item

    def item_dropped(self, item: Any, exception: Exception) -> None:
        """Settle an article that gets no line."""
        if not isinstance(item, Article | Rejection) or self._failed:
            return
        if isinstance(exception, SetAside):
            self._set_aside.append((item, exception))
            self._grown()
        elif isinstance(item, Article) and isinstance(exception, NotWritten):
            self._not_written(item, exception)
        else:  # a pipeline that is not ours
            self._settle(item, "set_aside", "dropped")

    def _not_written(self, item: Article, exception: NotWritten) -> None:
        outcome = exception.outcome
        if outcome in {"unchanged", "withdrawn"}:
            try:
                known = self._ledger.find(item.id)
            except OutputError as error:
                self._fail(error)
                return
            if known is not None:
                # a page that answers has its address for the next look; one that is gone may have another
                asked_at = known.url if item.withdrawn else item.requested_url or known.url
                self._run.batch.looks.append((replace(known, url=asked_at), moment_of(item), item.withdrawn))
            self._run.batch.aliases.append((item, item.id))
            self._settle(item, "withdrawn" if outcome == "withdrawn" else "unchanged")
        elif outcome == "duplicate":
            self._run.batch.aliases.append((item, item.duplicate_of or item.id))
            self._settle(item, "duplicate")
        elif outcome == "failed":
            self._settle(item, "failed", exception.detail)
        self._grown()

    def item_error(self, item: Any, failure: Failure) -> None:
        """Settle an article on which a pipeline broke; the error itself is in the log."""
        if isinstance(item, Article):
            self._settle(item, "failed", f"error:{type(failure.value).__name__}")

    def close_spider(self) -> None:
        """Commit what is left."""
        self.commit()

    # --- committing -----------------------------------------------------------------------------------------

    def _grown(self) -> None:
        if len(self._run.batch) + len(self._set_aside) >= self._batch_lines:
            self.commit()
        elif self._timer is None:
            # so that a slow crawl can be read while it runs
            self._timer = asyncio.get_running_loop().call_later(self._batch_seconds, self.commit)

    def commit(self) -> None:
        """Bring the batch to the disk and into the ledger, then settle its articles."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._failed:
            return
        batch, set_aside = self._run.batch, self._set_aside
        self._run.batch, self._set_aside = Batch(), []
        try:
            if set_aside:
                self._write_set_aside(set_aside)
            if batch or batch.listings or batch.tried:
                batch.run = record_of(self._run)
                self._run.files.update(self._ledger.write(batch))
        except OutputError as error:
            self._fail(error)
            return
        for article, _ in batch.lines:
            revised: Outcome = "withdrawn" if article.withdrawn else "revised"
            self._settle(article, "new" if article.revision == 1 else revised)
        for rejected, reason in set_aside:
            self._settle(rejected, "set_aside", reason.reason)

    def _write_set_aside(self, set_aside: list[tuple[Article | Rejection, SetAside]]) -> None:
        lines = [json_line(self._rejection(article, reason)) for article, reason in set_aside]
        today = f"{datetime.now(UTC):%Y-%m-%d}"
        path = rejected_file(self._ledger.output, self._ledger.site, today)
        day_files.append(path, b"".join(lines))

    def _rejection(self, article: Article | Rejection, reason: SetAside) -> dict[str, Any]:
        return {
            "reason": reason.reason,
            "detail": reason.detail,
            "url": article.url,
            "requested_url": article.requested_url,
            "id": article.id or None,
            "headline": article.headline,
            "fetched_at": article.fetched_at,
            "run_id": self._run.id,
        }

    def _settle(self, article: Article | Rejection, outcome: Outcome, reason: str = "") -> None:
        self._run.account.settle(article.requested_url or article.url, outcome, reason)
        self._run.stats.inc_value(f"newscrawler/{outcome}{'/' if reason else ''}{reason}")

    def _fail(self, error: OutputError) -> None:
        self._failed = True
        self._run.stop_for(error)
