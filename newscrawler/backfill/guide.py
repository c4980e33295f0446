"""Guide: plans a backfill, says what it will take, then has the site crawled month by month."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Spider
from scrapy.exceptions import CloseSpider

from newscrawler.backfill.planner import PlansOnly, planner_of
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_GOOD, EXIT_UNHEALTHY, EXIT_WRONG_ARGUMENTS
from newscrawler.run.run import run_of
from newscrawler.run.verdict import judge
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from scrapy.crawler import AsyncCrawlerProcess, Crawler

    from newscrawler.backfill.plan import Plan
    from newscrawler.news_spider import NewsSpider

_NOTHING: tuple[Any, ...] = ()


class Backfill:
    """One backfill of one site."""

    def __init__(
        self, process: AsyncCrawlerProcess, spider: type[NewsSpider], plan: Plan, *,
        arguments: Mapping[str, str], page_bytes: int, say: Callable[[str], None],
    ) -> None:  # fmt: skip
        """Begin.

        :param arguments: of the spider, with ``since`` and ``until``.
        :param page_bytes: bytes of one page.
        :param say: writes a line to the operator.
        """
        self._process, self._spider, self._plan, self._say = process, spider, plan, say
        self._arguments = dict(arguments)
        self._page_bytes = page_bytes
        self.failure = ""
        """Why it could not go on: one line."""
        self.exit_code: int | None = None
        """None: a signal has ended it."""

    async def run(self, *, only_plan: bool, anew: bool = False) -> None:
        """Plan, unless a plan is there; then crawl each month that is not done."""
        try:
            if (anew or not self._plan.load()) and not await self._make_plan():
                return
            self._say_plan()
            self.exit_code = EXIT_GOOD
            if not only_plan:
                self.exit_code = None
                self.exit_code = await self._crawl_months()
        except OutputError as error:  # of the plan's own files
            self.failure = str(error)

    async def _make_plan(self) -> bool:
        self._say(f"{self._spider.name}: planning: reading listings and sitemaps")
        code, line, dropped = await self._read_listings()
        if dropped and code in {EXIT_GOOD, EXIT_UNHEALTHY}:
            self._say("planning again: now it is known which URLs are articles")
            code, line, _ = await self._read_listings()
        if code not in {EXIT_GOOD, EXIT_UNHEALTHY}:
            self.exit_code = code
            self._say(f"the plan is not whole: {line or 'stopped'}; start again")
            return False
        if not self._plan.total:
            self.exit_code = EXIT_FAILED
            self._say(
                "no article of the span was found: no sitemap, section or feed reaches back so far"
                f"{': ' * bool(line)}{line}; give the URLs: scrapy crawl {self._spider.name} -a urls=FILE"
            )
            return False
        if line:
            self._say(f"planned all the same: {line}")
        self._plan.finish()
        return True

    async def _read_listings(self) -> tuple[int | None, str, int]:
        """Write all that listings show into the plan.

        :return: exit code, the line that says why, and how many URLs were left out since too many waited for
            what the first of their kind would turn out to be.
        """
        self._plan.begin()
        crawler = self._process.create_crawler(planner_of(self._spider, self._plan))
        crawler.settings.set("TRAP_PAGES", 0, "cmdline")  # next to no page of a plan leads to a request
        code, line = await self._crawl(crawler, self._arguments)
        if not isinstance(crawler.spider, PlansOnly):  # it was refused before it began
            return code, line, 0
        self._plan.crawl_delay = run_of(crawler).stats.get_value("newscrawler/pace/crawl_delay", 0.0)
        return code, line, crawler.spider.unknown.dropped

    def _say_plan(self) -> None:
        plan, months = self._plan, len(self._plan.counts)
        self._say(
            f"{some(plan.total, 'URL')} in {some(months, 'month')} from {plan.first} to {plan.last}; "
            f"outside of the span: {plan.left_out:,}"
        )
        if any(plan.open_months()):
            rest = sum(plan.counts[month] for month in plan.open_months())
            self._say(f"{rest:,} to go: about {self._time(rest)}, {rest * self._page_bytes / 1e6:,.0f} MB")

    def _time(self, pages: int) -> str:
        """Return how long pages take at the permitted pace."""
        ours, asked = self._delay(), self._plan.crawl_delay
        time_of = timedelta(seconds=round(pages * max(ours, asked, 0.01)))
        by = " (Crawl-delay of robots.txt)" if asked > ours else ""
        return f"{time_of} at a page each {max(ours, asked):g} s{by}"

    def _delay(self) -> float:
        return self._process.create_crawler(self._spider).settings.getfloat("DOWNLOAD_DELAY")

    async def _crawl_months(self) -> int | None:
        """Crawl what is not done; return the worst exit code, None where a signal has ended it."""
        worst = EXIT_GOOD
        rest = sum(self._plan.counts[month] for month in self._plan.open_months())
        began, whole = time.monotonic(), rest
        for month in list(self._plan.open_months()):
            arguments = self._arguments | {"urls": str(self._plan.list_of(month))}
            crawler = self._process.create_crawler(self._spider)
            code, line = await self._crawl(crawler, arguments)
            account = run_of(crawler).account
            if code not in {EXIT_GOOD, EXIT_UNHEALTHY} or account.total("left"):
                self._say(f"{month}: not complete: {line or 'bounds were reached'}; start again for the rest")
                return code if code not in {EXIT_GOOD, EXIT_UNHEALTHY} else EXIT_FAILED
            self._plan.done(month)
            rest -= self._plan.counts[month]
            seconds = (time.monotonic() - began) / max(whole - rest, 1) * rest
            lines = account.total("new") + account.total("revised")
            self._say(
                f"{month}: complete: {some(self._plan.counts[month], 'URL')}, {some(lines, 'line')}; "
                f"{rest:,} to go, about {timedelta(seconds=round(seconds))}"
            )
            worst = max(worst, code)
        return worst

    async def _crawl(self, crawler: Crawler, arguments: Mapping[str, str]) -> tuple[int | None, str]:
        """Crawl; return the exit code, None where a signal has ended it, and the line that says why."""
        (error,) = await asyncio.gather(self._process.crawl(crawler, **arguments), return_exceptions=True)
        if isinstance(error, BaseException):
            return _CODES.get(type(error), EXIT_FAILED), str(error)
        verdict = judge(run_of(crawler))
        return (None if run_of(crawler).stopped else verdict.exit_code), verdict.line


_CODES: dict[type[BaseException], int] = {
    Busy: EXIT_BUSY,
    OutputError: EXIT_FAILED,
    WrongArgument: EXIT_WRONG_ARGUMENTS,
}


class Guide(Spider):
    """Keeps the process's loop going while the crawls of a backfill come and go."""

    name = "backfill"
    custom_settings: ClassVar[dict[str, Any]] = {  # type: ignore[misc]  # Scrapy's is optional
        "EXTENSIONS": {},
        "ITEM_PIPELINES": {},
        "SPIDER_MIDDLEWARES": {},
        "DOWNLOADER_MIDDLEWARES": {},
    }

    def __init__(self, backfill: Backfill, *, only_plan: bool, anew: bool) -> None:
        super().__init__()
        self.backfill, self.only_plan, self.anew = backfill, only_plan, anew

    async def start(self) -> AsyncIterator[Any]:
        """Run the backfill."""
        await self.backfill.run(only_plan=self.only_plan, anew=self.anew)
        for nothing in _NOTHING:
            yield nothing
        raise CloseSpider("finished")  # the engine itself looks for its end every five seconds
