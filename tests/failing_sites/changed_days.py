"""Crawl a site ten days, then on the next day once for each change; print what each run said.

``python -m tests.failing_sites.changed_days OUTPUT``: each change begins with a copy of the ten days' lines
and ledger. A line of JSON for each run.
"""

from __future__ import annotations

import json
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import time_machine
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.reactor import install_reactor

from newscrawler.run.run import run_of
from newscrawler.run.verdict import judge
from newscrawler.spiders.any_site import AnySiteSpider
from tests.failing_sites.changes import CHANGES
from tests.failing_sites.days import settings_of
from tests.failing_sites.failing_site import FIRST_DAY
from tests.failing_sites.rich_site import RichSite

if TYPE_CHECKING:
    from scrapy.settings import Settings

DAYS = 10


async def crawl(site: RichSite, name: str, settings: Settings, output: Path) -> None:
    """Crawl a site once; print what the run said."""
    own = settings.copy()
    own.setdict({"OUTPUT_DIR": str(output), "ALLOWED_PRIVATE_HOSTS": site.host}, priority="cmdline")
    crawler = Crawler(AnySiteSpider, own)
    await AsyncCrawlerRunner(own).crawl(crawler, url=site.base_url)
    verdict = judge(run_of(crawler))
    print(json.dumps({"name": name, "code": verdict.exit_code, "line": verdict.line}), flush=True)


async def crawl_days(
    site: RichSite, settings: Settings, folder: Path, clock: time_machine.Coordinates
) -> None:
    """Crawl ten ordinary days, then the next day with each change."""
    usual = folder / "usual"
    for site.day in range(DAYS):
        await crawl(site, f"day {site.day}", settings, usual)
        clock.shift(timedelta(days=1))
    site.day = DAYS
    ordinary = dict(vars(site))
    for number, change in enumerate(CHANGES):
        output = shutil.copytree(usual, folder / str(number))
        change.makes(site)
        await crawl(site, change.name, settings, output)
        for name in ("change", "answer", "frozen", "is_reversed", "placed", "unnamed", "moved", "late"):
            setattr(site, name, ordinary[name])


def main() -> None:
    """Crawl."""
    folder = Path(sys.argv[1])
    settings = settings_of(str(folder))
    settings.set("REVISIT_AFTER", "3d:30d", priority="cmdline")
    install_reactor(settings["TWISTED_REACTOR"], settings.get("ASYNCIO_EVENT_LOOP"))
    from twisted.internet.task import react  # it would install another reactor

    with time_machine.travel(FIRST_DAY, tick=True) as clock, RichSite("127.0.5.1") as site:
        react(lambda _: deferred_from_coro(crawl_days(site, settings, folder, clock)))


if __name__ == "__main__":
    main()
