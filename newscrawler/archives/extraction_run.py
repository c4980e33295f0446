"""One extraction: what was read on all cores is handed to the runs of its sites, and counted."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Spider
from scrapy.exceptions import CloseSpider

from newscrawler.archives.kept_page import NoPage
from newscrawler.archives.progress import Progress
from newscrawler.archives.workers import AT_ONCE
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD, EXIT_UNHEALTHY
from newscrawler.run.supply import WITH_A_LINE
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from newscrawler.archives.reading import Read
    from newscrawler.archives.site_runs import SiteRuns

NAMED = 5
"""Damaged records that are named one by one."""
_NOTHING: tuple[Any, ...] = ()


class Extraction:
    """Counts what becomes of the sources, and says how far it is."""

    def __init__(self, runs: SiteRuns, say: Callable[[str], None]) -> None:
        """Begin.

        :param say: writes a line to the operator.
        """
        self.runs = runs
        self.say = say
        self.pages = 0
        """Sources that were read: articles and what is none."""
        self.no_pages: Counter[str] = Counter()
        """Reason -> sources that are no page."""
        self.damaged: Counter[str] = Counter()
        """Reason -> sources that should have been one."""
        self.is_done = False
        """All was read and written."""
        self._progress = Progress(say)

    async def take_all(self, results: Iterator[Read | NoPage]) -> None:
        """Hand on all results; they are waited for in a thread, so that pipelines work meanwhile."""
        while batch := await asyncio.to_thread(lambda: list(islice(results, AT_ONCE))):
            for found in batch:
                if isinstance(found, NoPage):
                    self._count(found)
                else:
                    self.pages += 1
                    await self.runs.take(found)
            self._progress.show(self.figures)
        await self.runs.close()
        self.is_done = True
        self._progress.clear()

    def verdict(self) -> tuple[int, str]:
        """Return the exit code of an extraction that went through, and why it is not good; else no line."""
        if not self.pages:
            others = _counts(self.damaged + self.no_pages) or "there is no saved page and no WARC record"
            return EXIT_FAILED, f"nothing was read: {others}"
        if not any(count for (outcome, _), count in self.runs.outcomes.items() if outcome in WITH_A_LINE):
            return EXIT_UNHEALTHY, f"no article among the pages read: {self.pages:,}"
        return EXIT_GOOD, ""

    def _count(self, found: NoPage) -> None:
        if not found.is_damaged:
            self.no_pages[found.reason] += 1
            return
        self.damaged[found.reason] += 1
        if self.damaged.total() <= NAMED:
            self.say(f"damaged: {found.place}: {found.reason}")

    def figures(self) -> str:
        """Return how much was read, and how fast."""
        sources = self.pages + self.no_pages.total() + self.damaged.total()
        return f"{sources:,} read, {some(self.pages, 'page')}, {self._progress.rate(self.pages):,.0f} pages/s"

    def summary(self) -> list[str]:
        """Return what has become of all sources, a line by kind."""
        outcomes: Counter[str] = Counter()
        for (outcome, _), count in self.runs.outcomes.items():
            outcomes[outcome] += count
        lines = [f"{self.figures()}: {_counts(outcomes) or 'no article'}"]
        for outcome in ("rejected", "refused", "failed", "left"):
            reasons = Counter({why: n for (name, why), n in self.runs.outcomes.items() if name == outcome})
            if reasons:
                lines.append(f"  {outcome}: {_counts(reasons)}")
        if self.no_pages:
            lines.append(f"  no page: {_counts(self.no_pages)}")
        if self.damaged:
            lines.append(f"  damaged: {_counts(self.damaged)}")
        return lines


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{name or 'unknown'} {count:,}" for name, count in counts.most_common())


class Feeder(Spider):
    """Keeps the process's loop going while the runs of the sites come and go; it yields nothing itself."""

    name = "extract"
    custom_settings: ClassVar[dict[str, Any]] = {  # type: ignore[misc]  # Scrapy's is optional
        "EXTENSIONS": {},
        "ITEM_PIPELINES": {},
        "SPIDER_MIDDLEWARES": {},
        "DOWNLOADER_MIDDLEWARES": {},
    }

    def __init__(self, extraction: Extraction, results: Iterator[Read | NoPage]) -> None:
        super().__init__()
        self.extraction = extraction
        self.results = results

    async def start(self) -> AsyncIterator[Any]:
        """Feed the runs of the sites until there is nothing left."""
        await self.extraction.take_all(self.results)
        for nothing in _NOTHING:
            yield nothing
        raise CloseSpider("finished")  # the engine itself looks for its end every five seconds
