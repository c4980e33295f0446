"""Known articles are dropped before any request; unknown and due ones pass; nothing else is touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request, Spider, signals
from scrapy.http import TextResponse
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.outcome import OutcomeMiddleware
from newscrawler.exceptions import OutputError
from newscrawler.items import Article, ListedArticle
from newscrawler.ledger import Batch, Ledger
from newscrawler.output.line import to_line
from newscrawler.run.errand import ArticleErrand
from newscrawler.run.run import Run, run_of
from newscrawler.spidermiddlewares.seen import SeenMiddleware

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler

    from newscrawler.run.account import Outcome

RESPONSE = TextResponse("https://press.example/politics")


class PressSpider(Spider):
    name = "press"


@pytest.fixture
def crawler(tmp_path: Path) -> Iterator[Crawler]:
    crawler = get_crawler(PressSpider, {"OUTPUT_DIR": str(tmp_path), "REVISIT_AFTER": "1d:1h"})
    crawler.spider = PressSpider()
    know(run_of(crawler).ledger, 1, hours_ago=0.5)
    know(run_of(crawler).ledger, 2, hours_ago=2)
    know(run_of(crawler).ledger, 3, hours_ago=100, published_at="2026-01-01T00:00:00+00:00")
    yield crawler
    run_of(crawler).close_ledger()


def know(ledger: Ledger, number: int, hours_ago: float, published_at: str | None = None) -> None:
    url = f"https://press.example/{number}"
    article = Article(id=f"press:{number}", site="press", url=url, requested_url=url, headline="H", body="B")
    article.published_at = published_at
    article.fetched_at = (datetime.now(UTC) - timedelta(hours=hours_ago)).isoformat()
    ledger.write(Batch(lines=[(article, to_line(article))]))


def story(crawler: Crawler, number: int) -> Request:
    url = f"https://press.example/x/{number}"
    run_of(crawler).account.enter(url)
    return Request(url, meta=ArticleErrand(listed=ListedArticle(url, f"press:{number}")).meta())


async def outputs(iterator: AsyncIterator[Any]) -> list[Any]:
    return [item async for item in iterator]


async def each(*items: Any) -> AsyncIterator[Any]:
    for item in items:
        yield item


async def test_known_ones_are_dropped_and_settled_in_order(crawler: Crawler) -> None:
    others = [Request("https://press.example/politics?page=2"), {"an": "item"}]
    stories = [story(crawler, number) for number in (1, 2, 3, 4)]
    given = [stories[0], others[0], stories[1], stories[2], others[1], stories[3]]
    middleware = SeenMiddleware.from_crawler(crawler)
    found = await outputs(middleware.process_spider_output(RESPONSE, each(*given)))
    assert found == [others[0], stories[1], others[1], stories[3]]  # 2 is due, 4 unknown
    assert run_of(crawler).account.total("not_due") == 2


async def test_start_too(crawler: Crawler) -> None:
    known, unknown = story(crawler, 1), story(crawler, 5)
    found = await outputs(SeenMiddleware.from_crawler(crawler).process_start(each(known, unknown)))
    assert found == [unknown]


async def test_one_question_for_a_page_of_links(crawler: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    known = Ledger.known

    def counted(self: Ledger, listed: list[ListedArticle]) -> Any:
        asked.append(len(listed))
        return known(self, listed)

    monkeypatch.setattr(Ledger, "known", counted)
    at_once: list[Request] = []
    monkeypatch.setattr(crawler, "_engine", SimpleNamespace(crawl=at_once.append))
    requests = [story(crawler, number) for number in range(1, 251)]
    found = await outputs(
        SeenMiddleware.from_crawler(crawler).process_spider_output(RESPONSE, each(*requests))
    )
    assert asked == [200, 50]
    assert [*at_once, *found] == requests[1:2] + requests[3:], "1 and 3 are known and not due"
    assert len(at_once) == 198, "Scrapy would take one in each turn of the loop and hold the listing"


async def test_what_came_before_an_error_is_not_lost(crawler: Crawler) -> None:
    unknown = story(crawler, 9)

    async def breaking() -> AsyncIterator[Any]:
        yield unknown
        msg = "the callback broke"
        raise ValueError(msg)

    found = []
    output = SeenMiddleware.from_crawler(crawler).process_spider_output(RESPONSE, breaking())
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
    monkeypatch.setattr(Run, "stop_for", lambda _, error: stopped.append(str(error)))
    found = await outputs(
        SeenMiddleware.from_crawler(crawler).process_spider_output(RESPONSE, each(story(crawler, 8)))
    )
    assert found == []
    assert stopped == ["the ledger is gone"]


class RevisitingSpider(PressSpider):
    def revisit(self, url: str, published_at: str | None) -> Request | None:
        run_of(self.crawler).account.enter(url)
        return Request(url, meta=ArticleErrand(listed=ListedArticle(url, url)).meta())


async def test_due_articles_are_asked_for_when_all_listings_have_been_read(
    crawler: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawler.spider = RevisitingSpider.from_crawler(crawler)
    asked: list[Request] = []
    monkeypatch.setattr(crawler, "_engine", SimpleNamespace(crawl=asked.append))
    middleware = SeenMiddleware.from_crawler(crawler)
    assert await outputs(middleware.process_start(each())) == []
    crawler.signals.send_catch_log(signals.spider_idle, spider=crawler.spider)
    assert [request.url for request in asked] == ["https://press.example/2"]
    crawler.signals.send_catch_log(signals.spider_idle, spider=crawler.spider)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("outcome", "due_again"),
    [("failed", False), ("refused", False), ("duplicate", False), ("new", False), ("left", True)],
)
async def test_a_due_article_that_was_asked_for_waits_its_time_whatever_came_of_it(
    outcome: Outcome, due_again: bool, crawler: Crawler
) -> None:
    middleware, ledger, request = (
        SeenMiddleware.from_crawler(crawler),
        run_of(crawler).ledger,
        story(crawler, 2),
    )
    assert await outputs(middleware.process_spider_output(RESPONSE, each(request))) == [request]
    assert [known.id for known in ledger.due()] == ["press:2"]
    OutcomeMiddleware.from_crawler(crawler).process_request(request)
    run_of(crawler).account.settle(request.url, outcome)
    ledger.write(run_of(crawler).batch)
    assert bool(ledger.due()) is due_again


async def test_a_look_that_was_entered_stands(crawler: Crawler) -> None:
    ledger, gone = run_of(crawler).ledger, story(crawler, 2)
    await outputs(SeenMiddleware.from_crawler(crawler).process_spider_output(RESPONSE, each(gone)))
    OutcomeMiddleware.from_crawler(crawler).process_request(gone)
    run_of(crawler).account.settle(gone.url, "withdrawn")
    known = ledger.find("press:2")
    assert known
    ledger.write(Batch(looks=[(known, datetime.now(UTC), True)], tried=run_of(crawler).batch.tried))
    known = ledger.find("press:2")
    assert known
    assert known.withdrawn
    assert not known.is_due(datetime.now(UTC) + timedelta(minutes=59))


async def test_a_new_story_that_has_the_number_of_an_earlier_one_is_asked_for(crawler: Crawler) -> None:
    ledger = run_of(crawler).ledger
    stories = []
    for slug in ("harbour-opens-again-after-flood", "league-match-ends-without-goals"):
        url = f"https://press.example/{slug}-5"
        stories.append(Request(url, meta=ArticleErrand(listed=ListedArticle(url, "press:5")).meta()))
        run_of(crawler).account.enter(url)
    first = Article(id="press:5", site="press", url=stories[0].url, requested_url=stories[0].url)
    first.fetched_at = datetime.now(UTC).isoformat()
    ledger.write(Batch(lines=[(first, to_line(first))]))
    middleware = SeenMiddleware.from_crawler(crawler)
    found = await outputs(middleware.process_spider_output(RESPONSE, each(*stories)))
    assert found == stories[1:]
    assert found[0].meta["errand"].known is None
