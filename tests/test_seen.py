"""Known articles are dropped before any request; unknown and due ones pass; nothing else is touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request, Spider
from scrapy.http import TextResponse
from scrapy.utils.test import get_crawler

from newscrawler.account import account_of
from newscrawler.exceptions import OutputError
from newscrawler.items import Article, ListedArticle
from newscrawler.ledger import Batch, Ledger, close_ledger, ledger_of
from newscrawler.line import to_line
from newscrawler.middlewares.seen import Seen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler

RESPONSE = TextResponse("https://press.example/politics")


class PressSpider(Spider):
    name = "press"


@pytest.fixture
def crawler(tmp_path: Path) -> Iterator[Crawler]:
    crawler = get_crawler(PressSpider, {"OUTPUT_DIR": str(tmp_path), "REVISIT_AFTER": "1d:1h"})
    crawler.spider = PressSpider()
    know(ledger_of(crawler), 1, hours_ago=0.5)
    know(ledger_of(crawler), 2, hours_ago=2)
    know(ledger_of(crawler), 3, hours_ago=100, published_at="2026-01-01T00:00:00+00:00")
    yield crawler
    close_ledger(crawler)


def know(ledger: Ledger, number: int, hours_ago: float, published_at: str | None = None) -> None:
    url = f"https://press.example/{number}"
    article = Article(id=f"press:{number}", site="press", url=url, requested_url=url, headline="H", body="B")
    article.published_at = published_at
    article.fetched_at = (datetime.now(UTC) - timedelta(hours=hours_ago)).isoformat()
    ledger.write(Batch(lines=[(article, to_line(article))]))


def story(crawler: Crawler, number: int) -> Request:
    url = f"https://press.example/x/{number}"
    account_of(crawler).enter(url)
    return Request(url, meta={"listed": ListedArticle(url, f"press:{number}")})


async def outputs(iterator: AsyncIterator[Any]) -> list[Any]:
    return [item async for item in iterator]


async def each(*items: Any) -> AsyncIterator[Any]:
    for item in items:
        yield item


async def test_known_ones_are_dropped_and_settled_in_order(crawler: Crawler) -> None:
    others = [Request("https://press.example/politics?page=2"), {"an": "item"}]
    stories = [story(crawler, number) for number in (1, 2, 3, 4)]
    given = [stories[0], others[0], stories[1], stories[2], others[1], stories[3]]
    middleware = Seen.from_crawler(crawler)
    found = await outputs(middleware.process_spider_output(RESPONSE, each(*given)))
    assert found == [others[0], stories[1], others[1], stories[3]]  # 2 is due, 4 unknown
    assert account_of(crawler).reasons("unchanged") == {"known": 2}


async def test_start_too(crawler: Crawler) -> None:
    known, unknown = story(crawler, 1), story(crawler, 5)
    found = await outputs(Seen.from_crawler(crawler).process_start(each(known, unknown)))
    assert found == [unknown]


async def test_one_question_for_a_page_of_links(crawler: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    known = Ledger.known

    def counted(self: Ledger, listed: list[ListedArticle]) -> Any:
        asked.append(len(listed))
        return known(self, listed)

    monkeypatch.setattr(Ledger, "known", counted)
    requests = [story(crawler, number) for number in range(1, 251)]
    found = await outputs(Seen.from_crawler(crawler).process_spider_output(RESPONSE, each(*requests)))
    assert asked == [200, 50]
    assert len(found) == 248


async def test_what_came_before_an_error_is_not_lost(crawler: Crawler) -> None:
    unknown = story(crawler, 9)

    async def breaking() -> AsyncIterator[Any]:
        yield unknown
        msg = "the callback broke"
        raise ValueError(msg)

    found = []
    output = Seen.from_crawler(crawler).process_spider_output(RESPONSE, breaking())
    found.append(await anext(output))
    with pytest.raises(ValueError, match="broke"):
        await anext(output)
    assert found == [unknown]


async def test_a_ledger_that_fails_ends_the_run(crawler: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        msg = "the ledger is gone"
        raise OutputError(msg)

    stopped = []
    monkeypatch.setattr(Ledger, "known", broken)
    monkeypatch.setattr("newscrawler.middlewares.seen.stop_for", lambda _, error: stopped.append(str(error)))
    found = await outputs(Seen.from_crawler(crawler).process_spider_output(RESPONSE, each(story(crawler, 8))))
    assert found == []
    assert stopped == ["the ledger is gone"]
