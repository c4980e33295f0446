"""Progress: one live line on a terminal while a crawl runs, and a short summary at its end."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from typing import TYPE_CHECKING

from scrapy import signals

from newscrawler.extensions.live_line import LiveLine
from newscrawler.output.folder import output_folder
from newscrawler.run.run import run_of
from newscrawler.text.counted import some
from newscrawler.text.printable import printable

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


class Progress:
    """Show what the crawl has done so far; where there is no terminal, Scrapy's log lines do."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.live = sys.stderr.isatty() and crawler.settings.getbool("PROGRESS_LINE")
        self.started = time.monotonic()
        self._line: LiveLine | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Progress:
        """Build, and listen for the beginning and the end of the spider."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_opened(self, spider: Spider) -> None:
        """Begin to draw."""
        if self.live:
            self._line = LiveLine(lambda: self.line(spider.name))
            self._line.start(asyncio.get_running_loop())

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Stop drawing, and write the summary."""
        if self._line is not None:
            self._line.stop()
        text = self.summary(spider.name, reason)
        if self.live:
            for line in text.splitlines():
                sys.stderr.write(printable(line) + "\n")
        else:
            for line in text.splitlines():
                logger.info("%s", line)

    def line(self, name: str) -> str:
        """Return the progress line."""
        stats, account = self.crawler.stats, run_of(self.crawler).account
        pages = stats.get_value("response_received_count", 0)
        seconds = max(time.monotonic() - self.started, 0.001)
        waiting = stats.get_value("scheduler/enqueued", 0) - stats.get_value("scheduler/dequeued", 0)
        errors = account.total("failed") + account.listing_failures.total()
        articles = some(account.total("new") + account.total("revised"), "article")
        return (
            f"{name}: {articles}, {some(pages, 'page')}, {waiting} waiting, "
            f"{pages / seconds:.1f} pages/s, {some(errors, 'error')}"
        )

    def summary(self, name: str, reason: str) -> str:
        """Return what a run has brought: a line by outcome, and one for each outcome that has reasons."""
        account = run_of(self.crawler).account
        counts = [
            f"{count} {label}"
            for label, count in (
                ("new", account.total("new")),
                ("revised", account.total("revised")),
                ("unchanged", account.total("unchanged")),
                ("not due", account.total("not_due")),
                ("waiting", account.total("waiting")),
                ("duplicate", account.total("duplicate")),
                ("outside the selection", account.total("out_of_range")),
                ("withdrawn", account.total("withdrawn")),
            )
            if count
        ]
        lines = [f"{name}: {', '.join(counts) or 'nothing new'}; {account.listed} listed; ended: {reason}"]
        for outcome, label in (
            ("rejected", "rejected"),
            ("refused", "refused"),
            ("failed", "failed"),
            ("left", "left"),
        ):
            reasons = account.reasons(outcome)  # type: ignore[arg-type]  # the four are outcomes
            if reasons:
                text = ", ".join(f"{reason or 'unknown'} {count}" for reason, count in reasons.items())
                lines.append(f"  {label}: {text}")
        if account.listing_failures:
            text = ", ".join(f"{why} {count}" for why, count in account.listing_failures.most_common())
            lines.append(f"  listings not read: {text}")
        folder = output_folder(self.crawler.settings)
        lines.extend(f"  {folder / path}" for path in sorted(run_of(self.crawler).files))
        return "\n".join(lines)
