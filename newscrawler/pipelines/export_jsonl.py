"""Write the lines: append, sync, commit the ledger; only then does an article count as written."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from newscrawler.exceptions import NotWritten, OutputError, SetAside
from newscrawler.items import Article, Gone, NoLine, Rejection, requested_url_of
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

    from newscrawler.run.account import Outcome

logger = logging.getLogger(__name__)


class ExportJsonl:
    """Append articles to ``<OUTPUT_DIR>/<site>/<UTC day>.jsonl`` in batches; nobody else commits the ledger.

    A batch is committed when it has ``EXPORT_BATCH_LINES`` articles, when it is ``EXPORT_BATCH_SECONDS`` old,
    and when the run ends. Rejections go to ``rejected/<site>/<UTC day>.jsonl``. A known article that
    was looked at and needs no line is entered in the ledger. An item that is none of ours passes.
    """

    def __init__(self, crawler: Crawler, batch_lines: int, batch_seconds: float) -> None:
        self._run = run_of(crawler)
        self._ledger = self._run.ledger
        self._batch_lines = batch_lines
        self._batch_seconds = batch_seconds
        self._rejections: list[Rejection] = []
        self._timer: asyncio.TimerHandle | None = None
        self._failed = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build, and listen for the run's being stopped."""
        settings = crawler.settings
        export = cls(
            crawler,
            settings.getint("EXPORT_BATCH_LINES"),
            settings.getfloat("EXPORT_BATCH_SECONDS"),
        )
        crawler.signals.connect(export.commit, stopping)
        return export

    def process_item(self, item: Any) -> Any:
        """Put an item into the batch; it is on the disk when the batch is committed.

        :raises SetAside: it is a rejection, which is written beside the lines.
        :raises NotWritten: it needs no line, or the lines cannot be written any more.
        """
        if not isinstance(item, Article | Gone | NoLine | Rejection):
            return item
        if self._failed:
            raise NotWritten("left", "output_error")
        if isinstance(item, Article):
            item.run_id = self._run.id
            self._run.batch.lines.append((item, to_line(item)))
            self._grown()
            return item
        if isinstance(item, Rejection):
            self._rejections.append(item)
            self._run.account.lose(requested_url_of(item))
            self._grown()
            raise SetAside(item.reason, item.detail)
        no_line = item if isinstance(item, NoLine) else NoLine(item, "failed", reason="gone")
        self._enter(no_line)
        self._grown()
        raise NotWritten(no_line.outcome, no_line.known_as or no_line.reason)

    def _enter(self, no_line: NoLine) -> None:
        """Enter that an article was looked at, and that another one's line stands for it under its URL."""
        item, outcome = no_line.item, no_line.outcome
        if outcome in {"unchanged", "withdrawn"}:
            try:
                known = self._ledger.find(no_line.known_as)
            except OutputError as error:
                self._fail(error)
                return
            if known is not None:
                # a page that answers has its URL for the next look; one that is gone may have another
                asked_at = known.url if isinstance(item, Gone) else item.requested_url or known.url
                look = replace(known, url=asked_at), moment_of(item), isinstance(item, Gone)
                self._run.batch.looks.append(look)
        if no_line.known_as:
            self._run.batch.aliases.append((item, no_line.known_as))
        self._run.settle(requested_url_of(item), outcome, no_line.reason)

    def close_spider(self) -> None:
        """Commit what is left, then what the whole run says of the site's supply."""
        self.commit()
        if not self._failed:
            self._run.supply.close()
            self.commit()

    # --- committing -----------------------------------------------------------------------------------------

    def _grown(self) -> None:
        if len(self._run.batch) + len(self._rejections) >= self._batch_lines:
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
        batch, rejections = self._run.batch, self._rejections
        self._run.batch, self._rejections = Batch(), []
        try:
            if self._run.archive is not None:
                self._run.archive.sync()  # a line names where its page lies
            if rejections:
                self._write_rejections(rejections)
            if batch or batch.listings or batch.tried or batch.rotations or batch.supply:
                batch.run = record_of(self._run)
                self._run.files.update(self._ledger.write(batch))
        except OutputError as error:
            self._fail(error)
            return
        for article, _ in batch.lines:
            revised: Outcome = "withdrawn" if article.withdrawn else "revised"
            self._run.settle(requested_url_of(article), "new" if article.revision == 1 else revised)
        for rejection in rejections:
            self._run.settle(requested_url_of(rejection), "rejected", rejection.reason)

    def _write_rejections(self, rejections: list[Rejection]) -> None:
        lines = [json_line(self._rejected(rejection)) for rejection in rejections]
        path = rejected_file(self._ledger.output, self._ledger.site, f"{datetime.now(UTC):%Y-%m-%d}")
        day_files.append(path, b"".join(lines))

    def _rejected(self, rejection: Rejection) -> dict[str, Any]:
        return {
            "reason": rejection.reason,
            "detail": rejection.detail,
            "url": rejection.url,
            "requested_url": rejection.requested_url,
            "id": rejection.id or None,
            "headline": rejection.headline,
            "fetched_at": rejection.fetched_at,
            "run_id": self._run.id,
        }

    def _fail(self, error: OutputError) -> None:
        self._failed = True
        self._run.stop_for(error)
