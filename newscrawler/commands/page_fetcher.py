"""Fetch pages for a command, politely and guarded as a crawl does, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider

from newscrawler.download.address_guard import check_base_url
from newscrawler.run.failures import outcome_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping

    from scrapy.crawler import CrawlerProcessBase
    from scrapy.http import Response


def fetch_pages(
    process: CrawlerProcessBase,
    urls: Iterable[str],
    follow: Callable[[str, Response], Iterable[str]] | None = None,
    *,
    meta: Mapping[str, Any] | None = None,
    any_status: bool = False,
) -> dict[str, Response | str]:
    """Return URL -> its answer, or why there is none: ``refused (robots)``; how to let in a host of ours.

    :param process: of the command; it can be started once.
    :param follow: what else to ask for, by the URL that was asked for and its answer.
    :param meta: of each request: what it is for.
    :param any_status: an answer with an error's status is an answer, too.
    """
    found: dict[str, Response | str] = {}
    asked = dict.fromkeys(urls)
    """The URLs in the order in which they were asked for."""

    class PageFetcher(Spider):
        """Asks for each URL once."""

        name = "page_fetcher"
        handle_httpstatus_all = any_status

        async def start(self) -> AsyncIterator[Any]:
            for url in list(asked):
                yield self.request(url)

        def request(self, url: str) -> Request:
            of_request = {**(meta or {}), **({"handle_httpstatus_all": True} if any_status else {})}
            return Request(
                url,
                self.parse,
                errback=self.failed,
                cb_kwargs={"named": url},
                dont_filter=True,
                meta=of_request,
            )

        def parse(self, response: Response, named: str) -> Iterator[Request]:
            found[named] = response
            for url in follow(named, response) if follow else ():
                if url not in asked:
                    asked[url] = None
                    yield self.request(url)

        def failed(self, failure: Any) -> None:
            outcome, reason = outcome_of(failure)
            found[failure.request.cb_kwargs["named"]] = f"{outcome} ({reason})"

    process.crawl(process.create_crawler(PageFetcher))
    process.start()
    allowed = process.settings.get("ALLOWED_PRIVATE_HOSTS") or ""
    return {url: _with_remedy(url, found.get(url, "no answer"), allowed) for url in asked}


def _with_remedy(url: str, answer: Response | str, allowed: str) -> Response | str:
    is_guarded = isinstance(answer, str) and answer.endswith("(address)")
    remedy = check_base_url(url, allowed, "it") if is_guarded else None
    return f"{answer}: {remedy}" if remedy else answer
