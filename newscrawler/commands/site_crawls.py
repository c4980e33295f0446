"""SiteCrawls: many sites crawled side by side in one process, so many at a time, each as if it were alone."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter, deque
from functools import partial
from typing import TYPE_CHECKING, Any

from newscrawler.commands.checked_crawl import check_crawl
from newscrawler.commands.ended_crawl import code_of, end_record, ending_of, line_of
from newscrawler.run.endings import EXIT_STOPPED, word_of
from newscrawler.run.run import run_of
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrapy.crawler import AsyncCrawlerProcess, Crawler
    from scrapy.settings import Settings

COUNTED = ("new", "revised")
"""Outcomes whose sums are told."""


class SiteCrawls:
    """Starts the crawl of the next site when one has ended; what breaks one crawl ends it alone."""

    def __init__(
        self,
        process: AsyncCrawlerProcess,
        settings: Settings,
        sites: Iterable[str],
        arguments: dict[str, str],
        say: Callable[[str], None],
    ) -> None:
        """Prepare the crawls.

        :param arguments: of every spider.
        :param say: takes a line of each crawl that did not end well.
        """
        self._process, self._settings, self._arguments, self._say = process, settings, arguments, say
        self._waiting = deque(sites)
        self._total = len(self._waiting)
        self._running: dict[str, tuple[Crawler, Any]] = {}
        self._counts: Counter[str] = Counter()
        """Sums over the crawls that have ended."""
        self.codes: dict[str, int] = {}
        """Site -> exit code, of those that have ended."""

    def begin(self, at_once: int) -> None:
        """Start the first crawls.

        :param at_once: how many run side by side; 0: all.
        """
        for _ in range(at_once or self._total):
            self._start_next()

    def end(self) -> None:
        """Settle what a signal has stopped; what was not begun is not among the codes."""
        for name, (crawler, task) in list(self._running.items()):
            end_record(crawler)
            self._enter(name, crawler, task)

    def line(self) -> str:
        """Return what a terminal shows while it goes on."""
        sums = sum((_counts_of(crawler) for crawler, _ in self._running.values()), self._counts)
        return (
            f"{len(self.codes)} of {self._total} sites, {len(self._running)} running: "
            f"{some(sums['new'] + sums['revised'], 'article')}, {some(sums['pages'], 'page')}, "
            f"{some(sums['failed'], 'error')}"
        )

    def summary(self) -> str:
        """Return the line that says how all has ended."""
        words = Counter(map(word_of, self.codes.values()))
        ends = ", ".join(f"{count} {word}" for word, count in words.most_common())
        left = self._total - len(self.codes)
        return (
            f"{some(len(self.codes), 'site')}: {ends or 'none'}{f'; {left} not begun' if left else ''}; "
            + ", ".join(f"{self._counts[name]} {name}" for name in COUNTED)
        )

    def _start_next(self) -> None:
        while self._waiting:
            name = self._waiting.popleft()
            try:
                check_crawl(name, self._settings, self._arguments)
                crawler = self._process.create_crawler(name)
                task = self._process.crawl(crawler, **self._arguments)
            except Exception as error:  # noqa: BLE001 - a site's file can raise anything
                self._tell(name, code_of(error), line_of(name, error))
            else:
                self._running[name] = crawler, task
                task.add_done_callback(partial(self._ended, name, crawler))
                return

    def _ended(self, name: str, crawler: Crawler, task: Any) -> None:
        if name not in self._running:  # settled by ``end``
            return
        self._enter(name, crawler, task)
        if self.codes[name] == EXIT_STOPPED:
            self._waiting.clear()  # the signal is for all of them
        if self._waiting:
            asyncio.get_running_loop().call_soon(gc.collect)  # a crawl that has ended is a circle of objects
        self._start_next()

    def _enter(self, name: str, crawler: Crawler, task: Any) -> None:
        del self._running[name]
        self._counts += _counts_of(crawler)
        self._tell(name, *ending_of(name, crawler, task))

    def _tell(self, name: str, code: int, line: str) -> None:
        self.codes[name] = code
        if line:
            self._say(line)


def _counts_of(crawler: Crawler) -> Counter[str]:
    account, stats = run_of(crawler).account, crawler.stats
    return Counter(
        pages=stats.get_value("response_received_count", 0) if stats else 0,
        failed=account.total("failed") + account.listing_failures.total(),
        new=account.total("new"),
        revised=account.total("revised"),
    )
