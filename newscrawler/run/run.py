"""The run: one object for each crawl, shared by all of its components; it says how the crawl ended."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import Counter
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from newscrawler.exceptions import OutputError
from newscrawler.health.observation import Observation
from newscrawler.ledger import Batch, open_ledger
from newscrawler.ledger.failures import DamagedLedger
from newscrawler.ledger.not_due import not_due
from newscrawler.ledger.reading_mark import ReadingMark
from newscrawler.publication.selection import Selection
from newscrawler.run.account import Account
from newscrawler.run.declared_parts import DeclaredParts
from newscrawler.run.interruption import heeding_signals
from newscrawler.run.listings import Listings
from newscrawler.run.refusals import Refusals
from newscrawler.run.spider import Archive, DeclaresSite, TakesArguments
from newscrawler.run.stated_dates import StatedDates
from newscrawler.run.supply import Supply
from newscrawler.run.traps import Traps
from newscrawler.run.trial import read_marked
from newscrawler.text.printable import masked_argument

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

    from newscrawler.health.alarm import Alarm
    from newscrawler.ledger import Ledger
    from newscrawler.publication.site import Site
    from newscrawler.run.account import Outcome
    from newscrawler.run.listings import AskedListing

logger = logging.getLogger(__name__)

Reads = TypeVar("Reads")
"""What the reading of a page gives."""

_NAME = "newscrawler_run"
"""Attribute of the crawler that holds its run, so that the two live as long as each other.

A weak dictionary beside it would keep both for ever, since a run knows its crawler.
"""

_closing: set[asyncio.Future[None]] = set()
"""Tasks that close an engine; the event loop itself holds tasks weakly."""


class Run:
    """One run of one site."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.start = datetime.now(UTC)
        self.id = new_run_id(self.start)
        self.account = Account()
        self.listings = Listings()
        self.batch = Batch()
        """What the components have found out since the last commit; export brings it into the ledger."""
        self.files: set[str] = set()
        """Files that this run has written to, relative to the output folder."""
        self.sources: Counter[tuple[str, str]] = Counter()
        """(field, source) -> articles that have the field from there; ``none``: that do not have it."""
        self.observation = Observation()
        """What the articles of this run have shown of the site."""
        self.witnessed = 0
        """Pages that were read twice."""
        self.alarms: list[Alarm] = []
        """What is no longer as usual on this site."""
        self.unjudged: set[str] = set()
        """Subjects of open alarms of which this run has seen nothing."""
        self.failure = ""
        """Why the run could not go on: one line; empty while it can."""
        self.failure_reason = ""
        """The same as a slug, for the record of the run."""
        self.wrong = ""
        """What is wrong with an argument, where only the site itself could show it: one line."""
        self.stopped = False
        """A signal ended it."""
        self.signs: list[str] = []
        """Signs that the site has changed, a line each."""
        self.given_again: set[str] = set()
        """URLs of new stories that have the article numbers, or the URLs, of earlier ones."""
        self.rotating: dict[str, set[str]] = {}
        """Field -> ids of articles in which this run is the first to see another one at each look."""
        self.tied: set[str] = set()
        """Ids of articles that are copies, as is now seen; their lines do not say so yet."""
        self.archive: Archive | None = None
        """Where the run keeps what it fetches."""
        self.declared_parts = DeclaredParts()
        """Parts of listings' rows that the site declares."""
        self._told: tuple[object, DeclaresSite | None] | None = None
        self.errors: Counter[str] = Counter()
        """Exception -> items on which a pipeline raised it."""

    # --- What the crawl is ----------------------------------------------------------------------------------

    @property
    def site(self) -> str:
        """Return the name of the site that the spider declares, else the name of the spider."""
        declared = self.declared_site
        return declared.name if declared else self.crawler.spidercls.name

    @property
    def declared_site(self) -> Site | None:
        """Return the site that the spider declares, None where it declares none."""
        spider = self._declaring_spider
        return spider.site if spider else None

    @property
    def arguments(self) -> dict[str, str]:
        """Return the spider's arguments as they were given, secrets masked."""
        spider: object = self.crawler.spider
        given = spider.arguments if isinstance(spider, TakesArguments) else {}
        return {str(name): masked_argument(str(name), str(value)) for name, value in given.items()}

    @property
    def selection(self) -> Selection:
        """Return which articles are asked for: all where the spider knows no selection."""
        spider = self._declaring_spider
        return spider.selection if spider else Selection()

    @property
    def _declaring_spider(self) -> DeclaresSite | None:
        """Return the spider if it declares a site; to look at a protocol takes long, so it is done once."""
        spider: object = self.crawler.spider
        if self._told is None or self._told[0] is not spider:
            self._told = spider, spider if isinstance(spider, DeclaresSite) else None
        return self._told[1]

    @property
    def stats(self) -> StatsCollector:
        """Return Scrapy's statistics of the crawl: what a user reads."""
        assert self.crawler.stats is not None
        return self.crawler.stats

    # --- What its components share --------------------------------------------------------------------------

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of the site. The first use opens it, while the crawler is built: before any request.

        :raises Busy: another run holds the site.
        :raises OutputError: folder or database cannot be used.
        :raises WrongArgument: a setting cannot be.
        """
        with heeding_signals() as interrupted:
            return open_ledger(self.crawler.settings, self.site, interrupted=interrupted)

    @property
    def has_lines(self) -> bool:
        """Tell whether there are lines of the site, of this run or an earlier one."""
        return "ledger" in vars(self) and bool(self.ledger.ends)

    @cached_property
    def refusals(self) -> Refusals:
        """The latest answers of the site, as far as they were refusals."""
        return Refusals(self.crawler)

    @cached_property
    def supply(self) -> Supply:
        """The memory of supply."""
        return Supply(self)

    def since_when(self, listing: AskedListing) -> str:
        """Say since when a listing is lost, where earlier runs know it."""
        return self.supply_if_open.since_when(listing) if self.supply_if_open else ""

    def not_due(self, urls: Mapping[str, str]) -> set[str]:
        """Return which listed articles, key -> URL, are known and need no look now."""
        try:
            return not_due(self.ledger, urls, datetime.now(UTC))
        except OutputError as error:
            self.stop_for(error)
            return set()

    @property
    def supply_if_open(self) -> Supply | None:
        """The memory of supply, None where nothing has asked for it: a run that broke at its start."""
        return vars(self).get("supply")

    @cached_property
    def dates(self) -> StatedDates:
        """What is known of the dates that URLs and sitemaps state."""
        return StatedDates(self)

    @cached_property
    def reading_mark(self) -> ReadingMark | None:
        """Where the page is marked that is being read; None where nothing is written: no ledger is open.

        :raises OutputError: its file cannot be used.
        """
        is_open = "ledger" in vars(self)
        return ReadingMark.of(self.ledger.output, self.site) if is_open else None

    def read(self, url: str, read: Callable[[], Reads], *, to_its_end: bool = True) -> Reads:
        """Read a page, which is marked meanwhile.

        :param to_its_end: as ``ReadingMark.at`` has it.
        :raises KillsTheReader: a process died while it read the page.
        :raises OutputError: the file for the mark cannot be used.
        """
        mark = self.reading_mark
        return read() if mark is None else read_marked(mark, url, read, to_its_end=to_its_end)

    @cached_property
    def traps(self) -> Traps:
        """The shapes of URLs that have stopped leading to articles."""
        return Traps(self.crawler.settings)

    def close_ledger(self) -> None:
        """Let the next run of the site in; the ledger of this one answers nothing any more."""
        if self.archive is not None:
            self.archive.close()
        if mark := vars(self).get("reading_mark"):
            mark.close()
        if "ledger" in vars(self):
            self.ledger.close()

    def settle(self, url: str, outcome: Outcome, reason: str = "") -> None:
        """Enter the outcome of a listed URL in the account, and count it in the stats."""
        self.account.settle(url, outcome, reason)
        self.stats.inc_value(f"newscrawler/{outcome}{'/' if reason else ''}{reason}")

    # --- How it ends ----------------------------------------------------------------------------------------

    def fail(self, line: str, reason: str = "output_error") -> None:
        """Say why the run cannot go on; the first line stands, and the exit code is 1."""
        if not self.failure:
            self.failure, self.failure_reason = line, reason
            logger.error("%s", line)

    def wrong_argument(self, line: str) -> None:
        """Say which argument the site itself has shown to be wrong; the exit code is 2."""
        self.wrong = self.wrong or line

    def unhealthy(self, *lines: str) -> None:
        """Name signs that the site has changed; the exit code is 3."""
        self.signs.extend(lines)

    def stop_for(self, error: OutputError) -> None:
        """End the run because the output folder or the ledger cannot be used."""
        if self.failure:
            return
        message = str(error)
        if isinstance(error, DamagedLedger):
            aside = self.ledger.database.move_aside()
            message = f"{message}; it is now {aside}: start again, and it is made anew from the lines"
        self.fail(message)
        self.stop("output_error")

    def stop(self, reason: str) -> None:
        """Close the engine, if it has a spider; ``reason`` is the crawl's ``finish_reason``."""
        engine = self.crawler.engine
        if engine is not None and engine.spider is not None:
            task = asyncio.ensure_future(engine.close_spider_async(reason=reason))
            _closing.add(task)
            task.add_done_callback(_closing.discard)


def run_of(crawler: Crawler) -> Run:
    """Return the run of a crawler, the same object for all of its components."""
    run: Run | None = vars(crawler).get(_NAME)
    if run is None:
        run = vars(crawler)[_NAME] = Run(crawler)
    return run


def new_run_id(now: datetime) -> str:
    """Return an id that sorts by time and that no other run has.

    >>> new_run_id(datetime(2026, 11, 23, 17, 5, 1, tzinfo=UTC))[:17]
    '20261123T170501Z-'
    """
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{os.urandom(4).hex()}"
