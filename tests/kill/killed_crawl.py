"""One crawl in a process of its own: ``python -m tests.kill.killed_crawl BASE OUTPUT [-s NAME=VALUE] [--fault
POINT:N]``.

A fault is a ``kill -9``, or another signal, of the process to itself when it comes to that point the Nth
time.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.misc import load_object

from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.items import Article, Gone, ListedArticle, Sighting
from newscrawler.ledger import database
from newscrawler.ledger import ledger as ledger_module
from newscrawler.output import day_files
from newscrawler.run.errand import ArticleErrand, ListingErrand
from newscrawler.run.run import run_of
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

COMPONENTS: dict[str, Any] = {
    "FEED_EXPORTERS": {"jsonlines": "newscrawler.exports.feeds.Lines"},
    "EXTENSIONS": {
        "newscrawler.extensions.run_record.RunRecord": 0,
        "newscrawler.extensions.quick_stop.QuickStop": 1,
    },
    "SPIDER_MIDDLEWARES": {"newscrawler.spidermiddlewares.seen.SeenMiddleware": 50},
    "DOWNLOADER_MIDDLEWARES": {"newscrawler.downloadermiddlewares.not_modified.NotModifiedMiddleware": 560},
    "ITEM_PIPELINES": {
        "newscrawler.pipelines.require_fields.RequireFields": 100,
        "newscrawler.pipelines.check_dates.CheckDates": 200,
        "newscrawler.pipelines.identify.Identify": 300,
        "newscrawler.pipelines.deduplicate.Deduplicate": 400,
        "newscrawler.pipelines.revise.Revise": 500,
        "newscrawler.pipelines.export_jsonl.ExportJsonl": 600,
    },
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "CONCURRENT_ITEMS": 4,
    "LOG_LEVEL": "ERROR",
    "REVISIT_AFTER": "",
}


clock: type[datetime] = datetime


class PressSpider(scrapy.Spider):
    """Reads the site of ``tests.kill.site``."""

    name = "press"

    def __init__(self, base: str, **kwargs: str) -> None:
        super().__init__(**kwargs)
        self.base = base
        self.arguments = {"site_url": base}

    async def start(self) -> AsyncIterator[Any]:
        for known in run_of(self.crawler).ledger.due():
            yield self.story(ListedArticle(url=known.url, key=known.id))
        yield self.listing(1)

    def listing(self, page: int) -> scrapy.Request:
        return scrapy.Request(
            f"{self.base}/list/{page}", self.parse_listing, meta=ListingErrand(kind="section").meta()
        )

    def story(self, listed: ListedArticle) -> scrapy.Request:
        run_of(self.crawler).account.enter(listed.url)
        return scrapy.Request(
            listed.url,
            self.parse_story,
            errback=self.failed,
            meta={**ArticleErrand(listed=listed).meta(), "handle_httpstatus_list": [404]},
            dont_filter=True,
        )

    def parse_listing(self, response: Any) -> Iterator[Any]:
        page = response.json()
        for position, number in enumerate(page["articles"], 1):
            url = f"{self.base}/story/{number}"
            if run_of(self.crawler).account.enter(url):
                sighting = Sighting(response.url, "section", None, position)
                yield self.story(ListedArticle(url=url, key=f"press:{number}", sightings=[sighting]))
        if page["next"]:
            yield self.listing(page["next"])

    def parse_story(self, response: Any) -> Iterator[Any]:
        listed = response.meta["errand"].listed
        now = clock.now(UTC).isoformat(timespec="seconds")
        if response.status == 404:
            yield Gone("", self.name, listed.url, fetched_at=now, listed_on=listed.sightings)
            return
        values = response.json()
        yield Article(
            id=f"press:{values['number']}",
            site=self.name,
            url=response.url,
            requested_url=listed.url,
            listed_on=listed.sightings,
            fetched_at=now,
            headline=values["headline"],
            body=values["body"],
            modified_at=values["modified_at"],
            extracted_by={"headline": "page", "body": "page", "modified_at": "page"},
        )

    def failed(self, failure: Any) -> None:
        outcome, reason = (
            getattr(failure.value, "outcome", "failed"),
            getattr(failure.value, "reason", "unknown"),
        )
        run_of(self.crawler).account.settle(failure.request.meta["errand"].listed.url, outcome, reason)  # type: ignore[arg-type]  # it is what the exception says


class Fault:
    """Kills this process when it comes to a point for the n-th time."""

    def __init__(self, fault: str, number: signal.Signals) -> None:
        self.point, _, count = fault.partition(":")
        self.left = int(count)
        self.number = number

    def strikes(self, here: str) -> bool:
        """Tell whether the process has come to its last point."""
        if here == self.point:
            self.left -= 1
        return here == self.point and self.left == 0

    def at(self, here: str) -> None:
        """Kill the process if this is its last point."""
        if self.strikes(here):
            self.kill()

    def kill(self) -> None:
        os.kill(os.getpid(), self.number)


def kill_at(fault: Fault) -> None:
    """Arm a fault in what writes lines and in what commits them."""
    _arm_files(fault)
    _arm_ledger(fault)


def _arm_files(fault: Fault) -> None:
    write, sync = day_files._write, day_files.sync

    def faulty_write(descriptor: int, data: bytes, start: int) -> None:
        fault.at("before_append")
        for point, part in (("mid_append", len(data) * 2 // 3), ("line_end_missing", -1)):
            if fault.strikes(point):
                os.write(descriptor, data[:part])
                fault.kill()
        write(descriptor, data, start)
        fault.at("after_append")

    def faulty_sync(descriptor: int) -> None:
        sync(descriptor)
        fault.at("after_sync")

    day_files._write, day_files.sync = faulty_write, faulty_sync


def _arm_ledger(fault: Fault) -> None:
    enter, transaction = ledger_module.Ledger.enter, database.Database.transaction

    def faulty_enter(self: Any, *args: Any) -> None:
        fault.at("before_enter")
        enter(self, *args)
        fault.at("before_commit")

    @contextmanager
    def faulty_transaction(self: Any) -> Iterator[Any]:
        with transaction(self) as connection:
            yield connection
        fault.at("after_commit")

    ledger_module.Ledger.enter = faulty_enter  # type: ignore[method-assign,assignment]
    database.Database.transaction = faulty_transaction  # type: ignore[method-assign]


FAULTS = (
    "before_append",
    "mid_append",
    "line_end_missing",
    "after_append",
    "after_sync",
    "before_enter",
    "before_commit",
    "after_commit",
)


def shift_clock(days: float, *, another_at_signal: bool) -> None:
    """Let the crawl believe that it is another day, and that one more has come when it gets a SIGUSR1."""
    shift = timedelta(days=days)

    class ShiftedDatetime(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + shift

    def next_day(*_: object) -> None:
        nonlocal shift
        shift += timedelta(days=1)

    if another_at_signal:
        signal.signal(signal.SIGUSR1, next_day)
    for name, module in list(sys.modules.items()):
        if name.startswith("newscrawler.") and getattr(module, "datetime", None) is datetime:
            module.datetime = ShiftedDatetime  # type: ignore[attr-defined]
    global clock  # noqa: PLW0603 - this process is one crawl
    clock = ShiftedDatetime


def import_components() -> None:
    """Import what the settings name; Scrapy would, while the crawl starts."""
    for components in ("EXTENSIONS", "SPIDER_MIDDLEWARES", "DOWNLOADER_MIDDLEWARES", "ITEM_PIPELINES"):
        for path in COMPONENTS[components]:
            load_object(path)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("output")
    parser.add_argument("-s", action="append", default=[])
    parser.add_argument("--fault")
    parser.add_argument("--signal", type=signal.Signals.__getitem__, default=signal.SIGKILL)
    parser.add_argument("--days", type=float, default=0.0)
    parser.add_argument("--day-at-signal", action="store_true")
    options = parser.parse_args()
    if options.fault:
        kill_at(Fault(options.fault, options.signal))
    settings = {
        **DEFAULTS,
        **COMPONENTS,
        "OUTPUT_DIR": options.output,
        **dict(pair.split("=", 1) for pair in options.s),
    }
    process = AsyncCrawlerProcess(settings)
    import_components()
    if options.days or options.day_at_signal:
        shift_clock(options.days, another_at_signal=options.day_at_signal)
    crawler = process.create_crawler(PressSpider)
    asyncio.get_event_loop().set_exception_handler(lambda *_: None)
    task = process.crawl(crawler, base=options.base)
    process.start()
    error = task.exception() if task.done() and not task.cancelled() else None
    if error is not None:
        print(error, file=sys.stderr)
        if isinstance(error, Busy):
            return 75
        return 2 if isinstance(error, WrongArgument) else 1 if isinstance(error, OutputError) else 70
    return 1 if run_of(crawler).failure or crawler.stats.get_value("finish_reason") == "output_error" else 0


if __name__ == "__main__":
    sys.exit(main())
