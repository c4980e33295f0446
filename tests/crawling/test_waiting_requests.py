"""A request for an article is packed, and comes back as it was; any other waits as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.crawling.waiting_requests import WaitingRequests
from newscrawler.rendering import Rendering
from newscrawler.run.errand import ArticleErrand, article_errand
from tests.crawling.test_compact_queue import PressSpider, asked, link, spider

if TYPE_CHECKING:
    from scrapy import Request

__all__ = ["spider"]


@pytest.fixture
def waiting(spider: PressSpider) -> WaitingRequests:
    return WaitingRequests(spider.frontier, spider.parse_article, spider.article_failed)


def test_an_article_comes_back_whole(spider: PressSpider, waiting: WaitingRequests) -> None:
    def described(request: Request) -> Any:
        return request.to_dict(spider=spider), article_errand(request)

    said: Any = {
        "headline": "Quay to close", "published_at": "2026-11-28T08:00:00+03:00", "section": "Harbour",
        "lead": "For good.", "topics": ["quays", "ships"], "lastmod": "2026-11-28T09:00:00+03:00",
    }  # fmt: skip
    request = asked(spider, link(1, **said))
    packed = waiting.pack(request)
    assert packed is not None
    assert described(waiting.unpack(packed)) == described(request)


@pytest.mark.parametrize(
    "own",
    [
        {"headers": {"Accept": "text/html"}}, {"method": "POST"}, {"body": b"x"}, {"cookies": {"a": "b"}},
        {"flags": ["x"]}, {"cb_kwargs": {"x": 1}}, {"encoding": "latin-1"}, {"dont_filter": False},
        {"callback": print}, {"errback": print}, {"url": "https://press.example/elsewhere"},
        {"meta": {"retry_times": 1}},
    ],
)  # fmt: skip
def test_a_request_with_anything_of_its_own_waits_as_it_is(
    own: dict[str, Any], spider: PressSpider, waiting: WaitingRequests
) -> None:
    request = asked(spider, link(1))
    if "meta" in own:
        own = {"meta": {**request.meta, **own["meta"]}}
    assert waiting.pack(request.replace(**own)) is None


def test_an_errand_with_anything_of_its_own_waits_as_it_is(
    spider: PressSpider, waiting: WaitingRequests
) -> None:
    request = asked(spider, link(1))
    errand = article_errand(request)
    assert errand is not None
    rendered = ArticleErrand(listed=errand.listed, render=Rendering())
    further = ArticleErrand(listed=errand.listed, page="further")
    again = ArticleErrand(listed=errand.listed, is_asked=True)
    assert [waiting.pack(request.replace(meta=each.meta())) for each in (rendered, further, again)] == [
        None, None, None,
    ]  # fmt: skip
