"""Site runs: what was read of kept pages goes through the pipelines, in a run for each site."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Spider, signals
from scrapy.exceptions import CloseSpider, DropItem
from twisted.python.failure import Failure

from newscrawler.exceptions import Busy, OutputError
from newscrawler.items import Article, Rejection
from newscrawler.publication.selection import Selection
from newscrawler.publication.site import Site
from newscrawler.run.endings import Ending
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from scrapy.crawler import AsyncCrawlerProcess, Crawler

    from newscrawler.archives.reading import Read
    from newscrawler.run.run import Run

OPEN_AT_ONCE = 32
"""Sites whose runs are open; the one that has had no page for longest ends for another."""
HELD_BACK = 500
"""Later copies of articles that wait for the site's next run."""
_WAITING = 256
"""Items that wait for a site's pipelines."""

_NOTHING: tuple[Any, ...] = ()

REFUSALS = frozenset({"challenge", "consent", "login"})
"""Kinds of pages by which a publisher said no."""


class KeptPages(Spider):
    """Hands the articles of one site to the pipelines; it asks nobody for anything."""

    name = "kept_pages"
    custom_settings: ClassVar[dict[str, Any]] = {  # type: ignore[misc]  # Scrapy's is optional
        "EXTENSIONS": {
            "newscrawler.extensions.run_record.RunRecord": 0,
            "newscrawler.extensions.settle_dropped.SettleDropped": 0,
        },
        "SPIDER_MIDDLEWARES": {},
        "DOWNLOADER_MIDDLEWARES": {},
    }

    def __init__(self, site: str, arguments: Mapping[str, str]) -> None:
        super().__init__()
        self.site = Site(site)
        self.selection = Selection()
        self.arguments = arguments
        self.items: asyncio.Queue[Article | Rejection | None] = asyncio.Queue()
        """Ends with None."""

    async def start(self) -> AsyncIterator[Any]:
        """Hand on the items as they come; each is in the account."""
        run = run_of(self.crawler)
        while (item := await self.items.get()) is not None:
            run.account.enter(item.requested_url)
            if isinstance(item, Rejection) and item.reason in REFUSALS:
                run.settle(item.requested_url, "refused", item.reason)
            else:
                await self._through_pipelines(item)
        for nothing in _NOTHING:
            yield nothing
        raise CloseSpider("finished")  # the engine itself looks for its end every five seconds

    async def _through_pipelines(self, item: Article | Rejection) -> None:
        """Give an item to the pipelines, and tell the extensions what became of it.

        Scrapy would do so with an item that is yielded here. But a run that is stopped while one of those is
        in work waits for ever (Scrapy 2.19: nobody looks whether the scraper may close when it is done).
        """
        engine, tell = self.crawler.engine, self.crawler.signals.send_catch_log_async
        assert engine is not None
        try:
            done = await engine.scraper.itemproc.process_item_async(item)
        except DropItem as error:
            await tell(signals.item_dropped, item=item, response=None, spider=self, exception=error)
        except Exception as error:  # a pipeline of a user's can raise anything
            self.logger.exception("a pipeline failed on %s", item.url)
            await tell(signals.item_error, item=item, response=None, spider=self, failure=_failure_of(error))
        else:
            await tell(signals.item_scraped, item=done, response=None, spider=self)


class _OpenRun:
    """The run of a site that is going on."""

    def __init__(self, process: AsyncCrawlerProcess, site: str, arguments: Mapping[str, str]) -> None:
        self.crawler: Crawler = process.create_crawler(KeptPages)
        self.task = asyncio.ensure_future(process.crawl(self.crawler, site, arguments))
        self.keys: set[str] = set()
        self.later: list[Read] = []

    async def give(self, item: Article | Rejection) -> bool:
        """Hand an item to the pipelines; return False where the run has ended."""
        while self.crawler.spider is None or self._spider.items.qsize() > _WAITING:
            if self.task.done():
                return False
            await asyncio.sleep(0.001)
        if self.task.done():
            return False
        self._spider.items.put_nowait(item)
        return True

    @property
    def _spider(self) -> KeptPages:
        assert isinstance(self.crawler.spider, KeptPages)
        return self.crawler.spider

    async def end(self) -> BaseException | None:
        """Wait until all is written; return what has ended it otherwise."""
        if self.crawler.spider is not None:
            self._spider.items.put_nowait(None)
        (error,) = await asyncio.gather(self.task, return_exceptions=True)
        return error if isinstance(error, BaseException) else None


class SiteRuns:
    """Opens a run for each site that has pages, and ends it."""

    def __init__(self, process: AsyncCrawlerProcess, arguments: Mapping[str, str]) -> None:
        """Begin.

        :param arguments: what the person has asked for, as the record of each run has it.
        """
        self._process = process
        self._arguments = arguments
        self._open: dict[str, _OpenRun] = {}
        self.outcomes: Counter[tuple[str, str]] = Counter()
        """(outcome, reason) -> pages."""
        self.failures: list[str] = []
        """Why a site's run did not go on: a line each."""
        self.is_busy = False
        """Another run holds a site."""

    async def take(self, read: Read) -> None:
        """Hand on what was read; a second copy of an article waits for the site's next run."""
        run = await self._run_of(read.site)
        item = read.item
        key = item.id or item.requested_url if isinstance(item, Article) else item.requested_url
        if key in run.keys:
            if isinstance(item, Rejection):
                self.outcomes["duplicate", ""] += 1
                return
            run.later.append(read)
            if len(run.later) >= HELD_BACK:
                await self._end(read.site)
            return
        run.keys.add(key)
        if not await run.give(item):
            self.outcomes["left", "no_run"] += 1

    async def _run_of(self, site: str) -> _OpenRun:
        """Return the open run of a site, now the latest that was used."""
        run = self._open.pop(site, None)
        if run is None:
            if len(self._open) >= OPEN_AT_ONCE:
                await self._end(next(iter(self._open)))
            run = _OpenRun(self._process, site, self._arguments)
        self._open[site] = run
        return run

    async def _end(self, site: str) -> None:
        """End the run of a site, then hand what it has held back to the next one."""
        run = self._open.pop(site)
        error = await run.end()
        found = self._counted(run)
        if isinstance(error, Busy):
            self.is_busy = True
        if error is not None and not isinstance(error, Busy | OutputError):
            self.failures.append(f"{site}: {type(error).__name__}: {error}")
        elif error is not None or found.failure:
            self.failures.append(f"{site}: {error or found.failure}")
        elif found.errors:
            reasons = ", ".join(f"{name} {count}" for name, count in found.errors.most_common(3))
            self.failures.append(
                f"{site}: {Ending.PIPELINE_ERROR.says(count=found.errors.total(), reasons=reasons)}"
            )
        for read in run.later:
            await self.take(read)

    def _counted(self, open_run: _OpenRun) -> Run:
        """Count what became of the pages of a run that has ended."""
        run = run_of(open_run.crawler)
        self.outcomes += run.account.outcomes
        return run

    def stopped(self) -> None:
        """Count what the runs have written that a signal has ended."""
        while self._open:
            self._counted(self._open.popitem()[1])

    async def close(self) -> None:
        """End all runs."""
        while self._open:
            await self._end(next(iter(self._open)))


def _failure_of(error: Exception) -> Failure:
    return Failure(error)  # type: ignore[no-untyped-call]  # Twisted's is not typed
