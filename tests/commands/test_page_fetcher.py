"""Pages that a command asks for, and those that they lead to, each once."""

from __future__ import annotations

import asyncio
from typing import Any

from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from twisted.python.failure import Failure

from newscrawler.commands.page_fetcher import fetch_pages
from newscrawler.exceptions import Failed, Refused


class Process:
    """Answers each request at once."""

    def __init__(self, pages: dict[str, bytes], failure: Exception | None = None) -> None:
        self.pages = pages
        self.failure = failure or Failed("dns", "")
        self.settings = Settings()
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
                failure = Failure(self.failure)
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


def test_a_host_of_ours_is_let_in_by_a_setting() -> None:
    process = Process({}, Refused("address", "127.0.0.1"))
    (said,) = fetch_pages(process, ["http://127.0.0.1:8/a"]).values()  # type: ignore[arg-type]  # as above
    remedy = "allow it with -s ALLOWED_PRIVATE_HOSTS=127.0.0.1:8"
    assert said == f"refused (address): it is on a loopback address (127.0.0.1); {remedy}"
