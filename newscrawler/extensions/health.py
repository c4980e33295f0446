"""Health: signs, in the run itself, that a site has changed. Each makes the run end with exit code 3.

A run is held against what its site declares, and against the site's own earlier runs in ``runs.jsonl``.
"""

from __future__ import annotations

import json
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newscrawler.exceptions import SetAside
from newscrawler.items import Article
from newscrawler.output.folder import output_folder, runs_file
from newscrawler.run.endings import Ending
from newscrawler.run.failures import REFUSAL_STATUSES
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler


LEAST = 10  # articles below which a share says nothing
ROTATING = 3  # articles whose text is another one at each look, and was not in earlier runs
RUNS = 30  # earlier runs that are looked at
TAIL = 2**20  # bytes of runs.jsonl that are looked at
USUAL = 0.8  # a share that is usual: half of it, suddenly, is a sign
REFUSALS = ("challenge", "consent", "login", *(f"http-{status}" for status in sorted(REFUSAL_STATUSES)))
FIELDS = ("headline", "lead", "body", "section", "published_at", "topics")


class Health:
    """Judge the articles of a run by what their site declares."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.run = run_of(crawler)
        self.articles = 0
        self.sources = self.run.sources
        self.reasons: Counter[str] = Counter()
        self.path = runs_file(output_folder(crawler.settings))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Health:
        """Build, and count what becomes of items."""
        extension = cls(crawler)
        crawler.signals.connect(extension.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(extension.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def item_scraped(self, item: Any) -> None:
        """Count which source gave each field."""
        if not isinstance(item, Article) or item.withdrawn:
            return
        self.articles += 1
        for field in FIELDS:
            self.sources[field, item.extracted_by.get(field, "none")] += 1
        if item.custom:
            self.sources["custom", "site"] += 1

    def item_dropped(self, exception: BaseException) -> None:
        """Count why pages were rejected."""
        if isinstance(exception, SetAside):
            self.reasons[exception.reason] += 1

    def spider_closed(self) -> None:
        """Tell the run which signs of change there are, and the stats which source gave what."""
        if custom := self.sources["custom", "site"]:
            self.sources["custom", "none"] = self.articles - custom
        for (field, source), count in self.sources.items():
            self.crawler.stats.set_value(f"newscrawler/source/{field}/{source}", count)
        self.run.unhealthy(*self.signs())

    def signs(self) -> list[str]:
        """Return what a person should look at, a line each."""
        found = []
        rejected = self.reasons.total()
        if rejected >= 3 and rejected * 5 >= rejected + self.articles:
            worst = ", ".join(f"{reason} {count}" for reason, count in self.reasons.most_common(3))
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
            found.extend(self._unusual(earlier_runs(self.path, self.run.site)))
        stats = self.crawler.stats
        left_out = {why: stats.get_value(f"newscrawler/custom/{why}", 0) for why in ("not_json", "too_large")}
        if count := sum(left_out.values()):
            reasons = ", ".join(f"{why} {times}" for why, times in left_out.items() if times)
            found.append(Ending.CUSTOM_LEFT_OUT.says(count=count, reasons=reasons))
        found.extend(self._rotating())
        account = self.run.account
        waiting = account.reasons("waiting")
        refused = account.total("refused") + sum(waiting.get(reason, 0) for reason in REFUSALS)
        if refused >= LEAST and refused * 2 > account.listed:
            found.append(Ending.MANY_REFUSED.says(count=refused, listed=account.listed))
        return found

    def _rotating(self) -> list[str]:
        """Say it where a text that is another one at each look has come into several articles."""
        count = len(self.run.rotating)
        return [Ending.TEXT_ROTATES.says(count=count)] if count >= ROTATING else []

    def _unusual(self, runs: list[dict[str, dict[str, int]]]) -> list[str]:
        """Name fields that fewer articles have, or that come from another source, than in earlier runs."""
        found = []
        for field in (*FIELDS, "custom"):
            past = [run[field] for run in runs if sum(run.get(field, {}).values()) >= LEAST]
            if len(past) < 3:
                continue
            now = {source: count for (name, source), count in self.sources.items() if name == field}
            for source in {source for counts in past for source in counts} - {"none"}:
                usual = median(counts.get(source, 0) / sum(counts.values()) for counts in past)
                share = now.get(source, 0) / self.articles
                if usual >= USUAL and share < usual / 2:
                    found.append(
                        Ending.SOURCE_CHANGED.says(
                            field=field, source=source, share=f"{share:.0%}", usual=f"{usual:.0%}"
                        )
                    )
        return found


def earlier_runs(path: Path, site: str) -> list[dict[str, dict[str, int]]]:
    """Return field -> source -> articles, for the latest good runs of a site."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - TAIL))
            lines = file.read().split(b"\n")
    except OSError:
        return []
    runs: list[dict[str, dict[str, int]]] = []
    for line in reversed(lines):
        try:
            run: dict[str, Any] = json.loads(line)
        except ValueError:
            continue
        if run.get("site") == site and run.get("exit_code") == 0 and run.get("sources"):
            runs.append(run["sources"])
        if len(runs) >= RUNS:
            break
    return runs
