"""Pages that a command asks for, and those that they lead to, each once."""

from __future__ import annotations

import asyncio
from typing import Any

from scrapy.http import HtmlResponse
from twisted.python.failure import Failure

from newscrawler.commands.page_fetcher import fetch_pages
from newscrawler.exceptions import Failed


class Process:
    """Answers each request at once."""

    def __init__(self, pages: dict[str, bytes]) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def create_crawler(self, spider: Any) -> Any:
        return spider

    def crawl(self, spider: Any) -> None:
        self.spider = spider()

    def start(self) -> None:
        async def first() -> list[Any]:
            return [request async for request in self.spider.start()]

        waiting = asyncio.run(first())
        while waiting:
            request = waiting.pop(0)
            self.asked.append(request.url)
            if request.url in self.pages:
                response = HtmlResponse(request.url, body=self.pages[request.url], request=request)
                waiting += request.callback(response, **request.cb_kwargs)
            else:
                failure = Failure(Failed("dns", request.url))
                failure.request = request
                request.errback(failure)


def test_each_page_once() -> None:
    process = Process({"https://press.example/": b"home", "https://press.example/a": b"a"})
    home, a, lost = "https://press.example/", "https://press.example/a", "https://press.example/lost"
    found = fetch_pages(process, [home, home], lambda url, _: [a, a, lost, home] if url == home else [])  # type: ignore[arg-type]  # a stand-in
    assert process.asked == [home, a, lost]
    assert list(found) == [home, a, lost]
    assert not isinstance(found[a], str)
    assert found[lost] == "failed (dns)"


def test_pages_that_lead_nowhere() -> None:
    process = Process({})
    assert fetch_pages(process, ["https://press.example/"]) == {"https://press.example/": "failed (dns)"}  # type: ignore[arg-type]  # as above
