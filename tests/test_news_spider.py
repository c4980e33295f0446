"""Pages of one article beside the listed one: its twin, and those on which it goes on."""

from __future__ import annotations

from typing import ClassVar

from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler

from newscrawler.extract import join_pages
from newscrawler.items import Access, Article, ListedArticle
from newscrawler.news_spider import NewsSpider
from newscrawler.run.errand import ArticleErrand

URL = "https://press.example/world/harbour-opens-1"
TEXT = "<h1>The harbour opens again</h1>" + "<p>The harbour was opened again on Monday.</p>" * 9


class PressSpider(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    article_ready = "h1"
    render: ClassVar = frozenset({"article"})


def follow(html: str, url: str) -> Request:
    """The request to which an article page leads."""
    spider = PressSpider.from_crawler(get_crawler(PressSpider))
    listed = ListedArticle(url, url)
    request = Request(url, meta=ArticleErrand(listed=listed).meta())
    response = HtmlResponse(url, body=f"<html>{html}</html>", encoding="utf-8", request=request)
    (found,) = spider.parse_article(response)
    assert isinstance(found, Request)
    return found


def test_pages_of_a_site_that_is_rendered_are_rendered() -> None:
    twin = follow(f'<link rel="canonical" href="{URL}">{TEXT}', f"{URL}/amp")
    further = follow(f'<link rel="next" href="{URL}/2">{TEXT}', URL)
    assert (twin.url, further.url) == (URL, f"{URL}/2")
    assert twin.meta["errand"].render == further.meta["errand"].render
    assert twin.meta["errand"].render.ready == "h1"


def page(access: Access, *opt_outs: str) -> Article:
    return Article(url=URL, headline="H", body="B", access=access, opt_outs=list(opt_outs))


def test_what_one_page_reserves_holds_for_the_article() -> None:
    free, locked = Access("free", "json-ld"), Access("locked", "meta content_tier")
    joined = join_pages(page(free, "meta:noai"), [page(Access()), page(locked, "header:noai", "meta:noai")])
    assert joined.opt_outs == ["meta:noai", "header:noai"]
    assert joined.access == locked
    assert join_pages(page(free), [page(Access())]).access == free
