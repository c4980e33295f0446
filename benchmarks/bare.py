"""The yardstick: Scrapy tuned to the limit, that downloads the pages of a list and does nothing with them.

``python -m benchmarks.bare FILE``, a URL a line.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SETTINGS: dict[str, Any] = {
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "ASYNCIO_EVENT_LOOP": "uvloop.Loop" if find_spec("uvloop") else None,
    "COOKIES_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    "DOWNLOADER_STATS": False,
    "RETRY_ENABLED": False,
    "REDIRECT_ENABLED": False,
    "HTTPPROXY_ENABLED": False,
    "REFERER_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "WARNING",
    "DOWNLOAD_DELAY": 0,
    "EXTENSIONS": {"scrapy.extensions.remote_control.RemoteControl": None},
}
if find_spec("aiohttp"):
    SETTINGS["DOWNLOAD_HANDLERS"] = {
        "http": "scrapy.core.downloader.handlers._aiohttp.AiohttpDownloadHandler"
    }


class Bare(scrapy.Spider):
    """Asks for every URL."""

    name = "bare"
    urls: tuple[str, ...] = ()

    async def start(self) -> AsyncIterator[Any]:
        for url in self.urls:
            yield scrapy.Request(url, self.parse, dont_filter=True)

    def parse(self, response: scrapy.http.Response) -> None:  # type: ignore[override]  # takes no arguments
        pass


if __name__ == "__main__":
    process = AsyncCrawlerProcess(SETTINGS)
    process.crawl(Bare, urls=tuple(Path(sys.argv[1]).read_text("utf-8").split()))
    process.start()
