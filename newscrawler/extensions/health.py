"""Health: signs, in the run itself, that a site has changed. Each makes the run end with exit code 3.

A run is held against what its site declares, and against earlier runs with the same arguments.
"""

from __future__ import annotations

import logging
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from scrapy import signals

from newscrawler.exceptions import OutputError, SetAside
from newscrawler.health.alarm import command
from newscrawler.health.article_signs import FIELDS, observe
from newscrawler.health.crawl_edges import crawls
from newscrawler.health.sameness import Sameness
from newscrawler.health.share import Limits
from newscrawler.health.stored import from_json, to_json
from newscrawler.items import Article, Rejection
from newscrawler.run.endings import Ending
from newscrawler.run.failures import REFUSAL_STATUSES
from newscrawler.run.run import run_of
from newscrawler.run.supply import code_of
from newscrawler.run.usual import arguments_hash
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

    from newscrawler.health.alarm import Alarm
    from newscrawler.health.history import History
    from newscrawler.run.account import Outcome

logger = logging.getLogger(__name__)

LEAST = 10  # articles below which a share says nothing
SAME = 5  # articles of one text that are a sign, where half of all have it
ROTATING = 3  # articles of which a field is another one at each look, and was not in earlier runs
GIVEN_AGAIN = 3  # new stories with numbers of earlier ones: one alone is a slip
REFUSALS = ("challenge", "consent", "login", *(f"http-{status}" for status in sorted(REFUSAL_STATUSES)))
DONE: tuple[Outcome, ...] = ("new", "revised", "unchanged", "duplicate")
BAD: tuple[Outcome, ...] = ("rejected", "refused", "failed")


class Health:
    """Judge the articles of a run by what their site declares."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.run = run_of(crawler)
        self.articles = 0
        self.sources = self.run.sources
        self.reasons: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        """The same of links that were tried: that they are no articles is no change of the site."""
        self.sameness = {"headline": Sameness(), "body": Sameness()}
        self._history: History | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Health:
        """Build, and count what becomes of items."""
        extension = cls(crawler)
        crawler.signals.connect(extension.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(extension.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def item_scraped(self, item: Any, response: Response | None = None) -> None:
        """Count which source gave each field."""
        if not isinstance(item, Article) or item.withdrawn:
            return
        self.articles += 1
        self.sameness["headline"].add(item.headline)
        self.sameness["body"].add(item.body)
        for field in FIELDS:
            self.sources[field, item.extracted_by.get(field, "none")] += 1
        if item.custom:
            self.sources["custom", "site"] += 1
        try:
            is_first = self.history.runs == 0
            between = crawls(self.history.rhythm.last_run, self.run.start)
        except OutputError as error:
            self.run.stop_for(error)
            return
        observe(
            item, self.run.observation, is_weekend=self._is_weekend(), is_first_run=is_first,
            seconds=seconds_of(response), last_modified=last_modified_of(response),
            between=between,
        )  # fmt: skip

    def item_dropped(self, item: Any, exception: BaseException) -> None:
        """Count why pages were rejected."""
        if isinstance(exception, SetAside):
            if isinstance(item, Rejection) and item.is_trial:
                self.tried[exception.reason] += 1
                return
            self.reasons[exception.reason] += 1
            if isinstance(item, Rejection):
                self.run.observation.count("outcome", "rejected", item.url, times=0)

    def spider_closed(self) -> None:
        """Tell the run which signs of change there are, and the stats which source gave what."""
        if custom := self.sources["custom", "site"]:
            self.sources["custom", "none"] = self.articles - custom
        for (field, source), count in self.sources.items():
            self.crawler.stats.set_value(f"newscrawler/source/{field}/{source}", count)
        self.run.unhealthy(*self.signs())
        for line in (*self.run.declared_parts.unmatched(), *self._unmatched_fields()):
            logger.warning("%s", line)
        if not self.run.failure:
            try:
                self._judge()
            except OutputError as error:
                self.run.stop_for(error)

    # --- Against the site's own history ---------------------------------------------------------------------

    @property
    def history(self) -> History:
        """What earlier runs with the same arguments have shown.

        :raises OutputError: the ledger cannot be used.
        """
        if self._history is None:
            self._history = from_json(self.run.ledger.health.history(arguments_hash(self.run)))
        return self._history

    def _judge(self) -> None:
        """Hold the run against the history, then make it part of it."""
        self._count_outcomes()
        is_whole = self.crawler.stats.get_value("finish_reason", "finished") == "finished"
        new = self.run.account.total("new") if is_whole else None
        self.run.alarms = self.history.judge(
            self.run.observation, self.run.start, limits_of(self.crawler.settings), new=new,
            code=code_of(self.run),
        )  # fmt: skip
        seen = {alarm.subject for alarm in self.run.alarms}
        self.run.unjudged = self.history.open_subjects() - seen
        self.run.ledger.health.write_history(arguments_hash(self.run), to_json(self.history))
        for alarm in self.run.alarms:
            self._tell(alarm)

    @staticmethod
    def _tell(alarm: Alarm) -> None:
        """Log where to look."""
        for url in alarm.samples:
            logger.warning("%s: see %s", alarm.subject, url)
        if alarm.samples:
            logger.warning("%s: save a page of it: %s", alarm.subject, command(alarm.samples))

    def _count_outcomes(self) -> None:
        account, observation = self.run.account, self.run.observation
        for outcome in BAD:
            count = account.total(outcome) - account.reasons(outcome).get("robots", 0)
            if outcome == "rejected":
                count -= self.tried.total()
            if count > 0:
                observation.count("outcome", outcome, "", times=count)
        if done := sum(account.total(outcome) for outcome in DONE):
            observation.count("outcome", "line", "", times=done)

    def _is_weekend(self) -> bool:
        site = self.run.declared_site
        zone = ZoneInfo(site.timezone) if site and site.timezone else UTC
        return datetime.now(zone).weekday() >= 5

    # --- In the run itself ----------------------------------------------------------------------------------

    def signs(self) -> list[str]:
        """Return what a person should look at, a line each."""
        found = []
        unread = self.reasons if self.articles or self.run.has_lines else self.reasons + self.tried
        rejected = unread.total()
        if rejected >= 3 and rejected * 5 >= rejected + self.articles:
            worst = ", ".join(f"{reason} {count}" for reason, count in unread.most_common(3))
            asked = rejected + self.articles
            found.append(Ending.MANY_REJECTED.says(count=rejected, asked=asked, reasons=worst))
        if self.articles >= LEAST:
            site = self.run.declared_site
            for layout in site.layouts[:1] if site else ():
                found.extend(
                    Ending.LAYOUT_UNMATCHED.says(
                        field=field, count=self.sources[field, "site"], articles=self.articles
                    )
                    for field in ("headline", "body")
                    if getattr(layout, field) and self.sources[field, "site"] * 2 < self.articles
                )
            dated = self.articles - self.sources["published_at", "none"]
            if dated * 2 < self.articles:
                found.append(Ending.FEW_DATED.says(count=dated, articles=self.articles))
        stats = self.crawler.stats
        left_out = {why: stats.get_value(f"newscrawler/custom/{why}", 0) for why in ("not_json", "too_large")}
        if count := sum(left_out.values()):
            reasons = ", ".join(f"{why} {times}" for why, times in left_out.items() if times)
            found.append(Ending.CUSTOM_LEFT_OUT.says(lines=some(count, "line"), reasons=reasons))
        found.extend(self._same())
        found.extend(self._rotating())
        found.extend(self._given_again())
        account = self.run.account
        waiting = account.reasons("waiting")
        refused = account.total("refused") + sum(waiting.get(reason, 0) for reason in REFUSALS)
        if refused >= LEAST and refused * 2 > account.listed:
            found.append(Ending.MANY_REFUSED.says(count=refused, listed=account.listed))
        return found

    def _unmatched_fields(self) -> list[str]:
        """Say which selectors of the site's newest layout gave nothing, beside those that are signs."""
        site, count = self.run.declared_site, self.articles
        return [
            f"articles: {field} is declared by layout {layout.name!r}, and came from it in none of {count}"
            for layout in (site.layouts[:1] if site and count >= LEAST else ())
            for field in ("lead", "section", "topics", "authors")
            if getattr(layout, field) and field not in layout.prefer and not self.sources[field, "site"]
        ]

    def _same(self) -> list[str]:
        """Name the fields that are one and the same in half of the articles."""
        return [
            Ending.ONE_FOR_ALL.says(field=field, count=count, articles=same.articles)
            for field, same in self.sameness.items()
            if (count := same.shared_by_half(SAME))
        ]

    def _given_again(self) -> list[str]:
        """Say how many new stories have article numbers of earlier ones."""
        count = len(self.run.given_again)
        is_rule = count >= GIVEN_AGAIN and count * 2 >= self.articles  # a page of today's weather is none
        return [Ending.NUMBERS_GIVEN_AGAIN.says(count=count)] if is_rule else []

    def _rotating(self) -> list[str]:
        """Name the fields that are another one at each look in several articles."""
        return [
            Ending.FIELD_ROTATES.says(field=name, count=len(articles))
            for name, articles in self.run.rotating.items()
            if len(articles) >= ROTATING
        ]


def seconds_of(response: Response | None) -> float | None:
    """Return how long the site took to answer; None where it was not asked: its page was kept."""
    return response.request.meta.get("download_latency") if response and response.request else None


def last_modified_of(response: Response | None) -> str:
    """Return when the site says that the page was made; empty where it does not, or was not asked."""
    given = response.headers.get("Last-Modified") if response and response.request else None
    return given.decode("latin-1") if given else ""


def limits_of(settings: BaseSettings) -> Limits:
    """Return when a drop is told."""
    return Limits(
        evidence=settings.getfloat("HEALTH_EVIDENCE"),
        least_articles=settings.getint("HEALTH_LEAST_ARTICLES"),
        least_history=settings.getint("HEALTH_LEAST_HISTORY"),
        least_runs=settings.getint("HEALTH_LEAST_RUNS"),
        memory=settings.getint("HEALTH_MEMORY"),
        relearn_days=settings.getint("HEALTH_RELEARN_DAYS"),
    )
