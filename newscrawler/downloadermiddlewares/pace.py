"""The pace of each host: never faster than it asks, slower when it is slow, silent when it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request, signals

from newscrawler.download.slots import downloader_of, drop_waiting, hold, slot_key, slow_down
from newscrawler.downloadermiddlewares.robotstxt import robots_agent
from newscrawler.exceptions import Left
from newscrawler.run.record import LATENCY_COUNT, LATENCY_SUM
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

OVERLOADED = frozenset({429, 503})
"""Statuses that ask for a pause."""

LONGEST = 7 * 24 * 3600
"""Seconds for which a Retry-After is believed over many runs."""


def retry_after(value: str, now: datetime) -> float | None:
    """Read a Retry-After header: seconds from now, 0 for a moment gone by, None where it says nothing.

    >>> now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    >>> retry_after("120", now), retry_after("Mon, 23 Nov 2026 12:00:30 GMT", now), retry_after("soon", now)
    (120.0, 30.0, None)
    """
    text = value.strip()
    if re.fullmatch(r"[0-9]{1,12}", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)  # HTTP dates are GMT, whether they say so or not
    return max(0.0, (moment - now).total_seconds())


@dataclass(slots=True)
class Pace:
    """How one host is asked."""

    floor: float
    """Shortest delay, seconds: the settings' or what robots.txt asks for, whichever is longer."""
    asked: bool = False
    """robots.txt asks for a delay."""
    delay: float = 0.0
    """Delay in use."""
    pauses: int = 0
    """Times in a row that the host asked for a pause."""
    left: str | None = None
    """Why nothing more is asked in this run."""


class PaceMiddleware:
    """Sets the delay of each host's slot, and holds all of the host back while it asks for a pause.

    Settings, all in seconds: ``CRAWL_DELAY_MAX`` and ``RETRY_AFTER_MAX`` (a host that asks for longer is left
    for the run: ``crawl_delay``, ``retry_after``), ``SLOW_HOST_LATENCY`` (a host slower than this gets as
    long a delay as its answers take; 0: never), ``SLOW_HOST_MAX_DELAY``, ``BACKOFF_START`` (first pause where
    the host does not say how long; doubled each time in a row).
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.delay = settings.getfloat("DOWNLOAD_DELAY")
        self.crawl_delay_max = settings.getfloat("CRAWL_DELAY_MAX")
        self.retry_after_max = settings.getfloat("RETRY_AFTER_MAX")
        self.slow_latency = settings.getfloat("SLOW_HOST_LATENCY")
        self.slow_max_delay = settings.getfloat("SLOW_HOST_MAX_DELAY")
        self.backoff_start = settings.getfloat("BACKOFF_START")
        self.agent = robots_agent(settings)
        self._hosts: dict[str, Pace] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware and listen to robots.txt and to answers."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.robots_parsed, signals.robots_parsed)
        crawler.signals.connect(middleware.response_downloaded, signals.response_downloaded)
        return middleware

    def process_request(self, request: Request) -> None:
        """Let a request pass to its host's queue.

        :raises Left: the host is not asked any more in this run.
        """
        pace = self._pace(slot_key(self.crawler, request))
        supply = run_of(self.crawler).supply_if_open
        if supply is not None and supply.waits(urlsplit(request.url).netloc):
            raise Left("host_waits", request.url)
        if pace.left is not None:
            raise Left(pace.left, request.url)
        if pace.asked:
            request.meta["autothrottle_dont_adjust_delay"] = (
                True  # it would go below what robots.txt asks for
            )

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Take over Crawl-delay and Request-rate."""
        asked = robotparser.crawl_delay(self.agent) or 0.0
        rate = getattr(getattr(robotparser, "rp", None), "request_rate", lambda _: None)(self.agent)
        if rate is not None:
            asked = max(asked, rate.seconds / rate.requests)
        if asked <= 0:
            return
        key = slot_key(self.crawler, request)
        pace = self._pace(key)
        if asked > self.crawl_delay_max:
            self._leave(key, pace, "crawl_delay")
            return
        assert self.crawler.stats is not None
        self.crawler.stats.max_value("newscrawler/pace/crawl_delay", asked)
        pace.asked = True
        pace.floor = max(pace.floor, asked)
        self._set_delay(key, pace, max(pace.delay, pace.floor))

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Adapt to an answer, before the next request of this host is sent."""
        key = slot_key(self.crawler, request)
        pace = self._pace(key)
        latency = request.meta.get("download_latency")
        if latency is not None:
            self._took(latency)
        if response.status in OVERLOADED:
            self._pause(key, pace, response, urlsplit(request.url).netloc)
            return
        pace.pauses = 0
        if latency is None or not self.slow_latency:
            return
        target = min(latency, self.slow_max_delay) if latency > self.slow_latency else 0.0
        wanted = max(pace.floor, target if target >= pace.delay else (pace.delay + target) / 2)
        if abs(wanted - pace.delay) > 0.01:
            if wanted > pace.delay:
                self._count("slowed")
            self._set_delay(key, pace, wanted)

    def _pause(self, key: str, pace: Pace, response: Response, host: str) -> None:
        pace.pauses += 1
        header = response.headers.get("Retry-After")
        asked = retry_after(header.decode("latin-1"), datetime.now(UTC)) if header else None
        seconds = asked if asked is not None else self.backoff_start * 2 ** min(pace.pauses - 1, 10)
        if seconds > self.retry_after_max:
            self._leave(key, pace, "retry_after")
            if (supply := run_of(self.crawler).supply_if_open) is not None:
                supply.host_asks(host, "retry_after", timedelta(seconds=min(seconds, LONGEST)))
            return
        seconds = max(seconds, pace.delay)
        if seconds > 0:
            self._count("pauses")
            hold(self.crawler, key, seconds)

    def _set_delay(self, key: str, pace: Pace, delay: float) -> None:
        pace.delay = delay
        slow_down(self.crawler, key, delay, alone=pace.asked)

    def _leave(self, key: str, pace: Pace, reason: str) -> None:
        pace.left = reason
        self._count(f"hosts_left/{reason}")
        slot = downloader_of(self.crawler).slots.get(key)
        if slot is not None:
            drop_waiting(slot, lambda: Left(reason, key))

    def _pace(self, key: str) -> Pace:
        pace = self._hosts.get(key)
        if pace is None:
            declared: dict[str, Any] = downloader_of(self.crawler).per_slot_settings.get(key, {})
            floor = float(declared.get("delay", self.delay))
            pace = self._hosts[key] = Pace(floor=floor, delay=floor)
        return pace

    def _took(self, latency: float) -> None:
        """Add up how long answers took, for the run's record."""
        stats = self.crawler.stats
        assert stats is not None
        stats.inc_value(LATENCY_COUNT)
        stats.set_value(LATENCY_SUM, stats.get_value(LATENCY_SUM, 0.0) + latency)

    def _count(self, what: str) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"newscrawler/pace/{what}")
