"""Many sites in one process, each at its own polite rate.

``python -m benchmarks.many_sites [--sites 50] [--seconds 30]``

Papers on 127.0.1.x are crawled at once, a page a second each, as one process of Scrapy runs several spiders.
Printed: the rate that each site got, and how many sites one core would carry (sites divided by the share of a
core that the process used).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings

from benchmarks.paper import ROOT, served
from newscrawler.spiders.any_site import AnySiteSpider

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--delay", type=float, default=1.0)
    options = parser.parse_args(arguments)
    os.chdir(ROOT)
    number = max(2, int(options.seconds / options.delay))
    with served(number, hosts=options.sites) as urls, tempfile.TemporaryDirectory() as folder:
        settings = get_project_settings()
        settings.setdict(
            {
                "OUTPUT_DIR": folder, "LOG_LEVEL": "ERROR",
                "DOWNLOAD_DELAY": options.delay, "PROGRESS_LINE": False,
                "ALLOWED_PRIVATE_HOSTS": ",".join(f"127.0.1.{n + 1}" for n in range(options.sites)),
                "CLOSESPIDER_TIMEOUT": options.seconds,
            },
            priority="cmdline",
        )  # fmt: skip
        process = AsyncCrawlerProcess(settings)
        crawlers: list[Crawler] = [process.create_crawler(AnySiteSpider) for _ in urls]
        for crawler, url in zip(crawlers, urls, strict=True):
            process.crawl(crawler, url=url, source="sitemap")
        begun, used = time.monotonic(), time.process_time()
        process.start()
        clock, used = time.monotonic() - begun, time.process_time() - used
    pages = [crawler.stats.get_value("downloader/response_count", 0) for crawler in crawlers]
    rates = sorted(count / clock for count in pages)
    print(
        "| sites | pages | slowest, median, fastest site (pages/s) | share of a core | sites a core carries |"
    )
    print("| --- | --- | --- | --- | --- |")
    share = used / clock
    spread = f"{rates[0]:.2f}, {rates[len(rates) // 2]:.2f}, {rates[-1]:.2f}"
    print(f"| {len(urls)} | {sum(pages)} | {spread} | {share:.2f} | {len(urls) / share:.0f} |")


if __name__ == "__main__":
    sys.exit(main())
