"""What a sitemap of known articles costs: ``python -m benchmarks.known_sitemap [--rows 50000]``.

CPU seconds from the answer to the last row settled: read, looked up in the ledger, none asked for.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time

from scrapy.http import TextResponse
from scrapy.utils.test import get_crawler

from newscrawler.discovery.listing import Listing
from newscrawler.extensions.garbage import YOUNG
from newscrawler.items import Article
from newscrawler.news_spider import NewsSpider
from tests.defaults import DEFAULTS

DAY = "2026-11-28"
LONG_AGO = "2020-01-01T00:00:00+00:00"


class PressSpider(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    timezone = "UTC"


def url_of(number: int) -> str:
    return f"https://www.press.example/2026/11/{number % 28 + 1:02d}/council-votes-on-the-harbour-{number}"


def cost(rows: int, **arguments: str) -> float:
    """Return the CPU seconds for a sitemap whose articles are all known."""
    urls = [url_of(number) for number in range(rows)]
    with tempfile.TemporaryDirectory() as folder:
        crawler = get_crawler(PressSpider, {**DEFAULTS, "OUTPUT_DIR": folder})
        spider = crawler.spider = PressSpider.from_crawler(crawler, **arguments)
        ledger = spider.run.ledger
        articles = [
            Article(
                id=f"press:x{number}", site="press", url=url, headline="H", body="B", published_at=LONG_AGO,
                content_hash="x", fetched_at=f"{DAY}T00:00:00+00:00",
            )
            for number, url in enumerate(urls)
        ]  # fmt: skip
        with ledger.database.transaction() as connection:
            ledger.enter(connection, articles, [ledger.row_of(each, DAY, 0) for each in articles], {})
        listing = Listing("sitemap", None, "https://www.press.example/sitemap.xml", "sitemap")
        answer = TextResponse(listing.url, body=sitemap(urls))
        begun = time.process_time()
        asked = list(spider.parse_listing(answer, listing=listing))
        used = time.process_time() - begun
        assert not asked
        assert spider.run.account.outcomes == {("not_due", ""): rows}
        spider.run.close_ledger()
    return used


def sitemap(urls: list[str]) -> bytes:
    rows = "".join(
        f"<url><loc>{url}</loc><lastmod>{DAY}T08:{number % 60:02d}:00+03:00</lastmod></url>"
        for number, url in enumerate(urls)
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    rows = parser.parse_args(arguments).rows
    usual = gc.get_threshold()
    gc.set_threshold(YOUNG, 5, 10)  # as in a crawl
    print("| asked for | CPU s |")
    print("| --- | --- |")
    for asked in ({}, {"since": "2026-11-20"}):
        print(f"| {asked or 'all'} | {cost(rows, **asked):.2f} |", flush=True)
    gc.set_threshold(*usual)


if __name__ == "__main__":
    main()
