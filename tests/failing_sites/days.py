"""Crawl failing sites day by day, with a clock that is moved; print what each run said.

``python -m tests.failing_sites.days OUTPUT [KIND:first|KIND:tenth …]``: all sites of a day at once, in one
process and one ledger (SQLite, or that of ``LEDGER_URL``). A line of JSON for each run.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

import time_machine
from scrapy import signals
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.project import get_project_settings
from scrapy.utils.reactor import install_reactor

from newscrawler.run.run import run_of
from newscrawler.run.verdict import judge
from newscrawler.spiders.any_site import AnySiteSpider
from tests.failing_sites.failing_site import FIRST_DAY, Site
from tests.failing_sites.kinds import KINDS

if TYPE_CHECKING:
    from scrapy.settings import Settings

    from tests.failing_sites.kind import Kind

When = Literal["first", "tenth"]
DAYS = 10
_stopping: list[asyncio.Future[None]] = []
PLACES = 250
"""Addresses of 127.0.3.x; further sites are on 127.0.4.x."""


class Case:
    """One site, which fails from a certain day on."""

    def __init__(self, kind: Kind, when: When, number: int, output: str) -> None:
        self.kind, self.when, self.output = kind, when, output
        self.site = Site(f"127.0.{3 + number // PLACES}.{1 + number % PLACES}", **self._made())

    def _made(self) -> dict[str, Any]:
        return {name: value for name, value in self.kind.site.items() if name != "sitemap"}

    @property
    def last_day(self) -> int:
        """The day on which it fails: 0 or the tenth."""
        return 0 if self.when == "first" else DAYS - 1

    async def crawl(self, day: int, runner: AsyncCrawlerRunner) -> dict[str, Any]:
        """Crawl the site of a day; return what the run said."""
        site, is_broken = self.site, day == self.last_day
        site.day = day
        if self.kind.site.get("sitemap"):
            site.robots = f"Sitemap: {site.base_url}/news.xml\n"
        own = runner.settings.copy()
        own.set("ALLOWED_PRIVATE_HOSTS", site.host, priority="cmdline")
        if is_broken:
            self.kind.breaks(site)
            own.setdict(self.kind.settings, priority="cmdline")
        spider = self.kind.spider if is_broken else AnySiteSpider
        crawler = Crawler(spider, own)
        if is_broken and self.kind.stopped:
            crawler.signals.connect(lambda: _stop(crawler), signals.response_received, weak=False)
        await runner.crawl(crawler, url=site.base_url, **self.kind.arguments)
        verdict, account = judge(run_of(crawler)), run_of(crawler).account
        outcomes = {"/".join(filter(None, key)): count for key, count in sorted(account.outcomes.items())}
        return {
            "kind": self.kind.name, "when": self.when, "day": day, "broken": is_broken,
            "code": verdict.exit_code, "line": verdict.line, "outcomes": outcomes,
        }  # fmt: skip


def _stop(crawler: Crawler) -> None:
    """Stop a crawl at its first answer, as the handler of a signal does."""
    if crawler.crawling:
        _stopping.append(asyncio.ensure_future(crawler.stop_async()))


async def crawl_days(cases: list[Case], settings: Settings, clock: time_machine.Coordinates) -> None:
    """Crawl all sites, day by day; print what each run said."""
    runner = AsyncCrawlerRunner(settings)
    for day in range(DAYS):
        awake = [case for case in cases if case.last_day >= day]
        for said in await asyncio.gather(*(case.crawl(day, runner) for case in awake)):
            print(json.dumps(said), flush=True)
        if not any(case.last_day > day for case in cases):
            break
        clock.shift(timedelta(days=1))


def cases_named(names: list[str], output: str) -> list[Case]:
    """Return the sites of these names; all where none is named."""
    every = [f"{kind.name}:{when}" for kind in KINDS for when in ("first", "tenth")]
    kinds = {kind.name: kind for kind in KINDS}
    split = [name.partition(":") for name in names or every]
    return [
        Case(kinds[kind], "first" if when == "first" else "tenth", number, output)
        for number, (kind, _, when) in enumerate(split)
    ]


def settings_of(output: str) -> Settings:
    """Return the settings of all crawls."""
    settings = get_project_settings()
    settings.setdict(
        {
            "OUTPUT_DIR": output, "LEDGER_URL": os.environ.get("LEDGER_URL", ""), "LOG_LEVEL": "CRITICAL",
            "PROGRESS_LINE": False, "DOWNLOAD_DELAY": 0, "RETRY_TIMES": 0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
            "CONTACT": "tests@example.org",
            "REVISIT_AFTER": "3d:1h",
        },
        priority="cmdline",
    )  # fmt: skip
    return settings


def main() -> None:
    """Crawl."""
    output, *names = sys.argv[1:]
    settings = settings_of(output)
    install_reactor(settings["TWISTED_REACTOR"], settings.get("ASYNCIO_EVENT_LOOP"))
    from twisted.internet.task import react  # it would install another reactor

    with time_machine.travel(FIRST_DAY, tick=True) as clock:
        cases = cases_named(names, output)
        for case in cases:
            case.site.__enter__()
        react(lambda _: deferred_from_coro(crawl_days(cases, settings, clock)))


if __name__ == "__main__":
    main()
