"""Of days that were not asked for, few pages are fetched, and a stale lastmod hides nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.out_of_range import OutOfRangeMiddleware
from newscrawler.exceptions import Left
from newscrawler.items import Article, ListedArticle, StatedDate
from newscrawler.run.errand import ArticleErrand
from newscrawler.run.run import run_of
from newscrawler.run.stated_dates import PROVEN
from newscrawler.spiders.any_site import AnySiteSpider
from tests.crawl import Crawl, crawl
from tests.hostile.hostile_server import HostileNewsroom, article, http

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow

STORIES = 66
ASKED = {"since": "2026-11-27", "until": "2026-11-27"}


def day(number: int) -> str:
    """Two stories a day, the newest first: the first two are those of the 27th."""
    return f"2026-{11 - number // 54:02d}-{27 - number // 2 % 27:02d}"


def dated(number: int) -> bytes:
    return article(number, f'<meta property="article:published_time" content="{day(number)}T10:00:00+00:00">')


def paper(room: HostileNewsroom, kind: str, *, lastmod: str | None = None) -> None:
    """A site that states its days in one way: in URLs, in its sitemap, in its feed, nowhere."""
    numbers = range(STORIES)
    place = [f"/news/{day(n).replace('-', '/')}/" if kind == "url" else "/news/" for n in numbers]
    place = [f"{folder}the-harbour-opens-again-{n}" for n, folder in enumerate(place)]
    rows = "".join(f'<a href="{place[n]}">The harbour opens again {n}</a>' for n in numbers)
    items = "".join(
        f"<item><title>Harbour {n}</title><link>{room.site}{place[n]}</link>"
        f"<pubDate>{day(n)}T10:00:00Z</pubDate></item>"
        for n in numbers
    )
    urls = "".join(
        f"<url><loc>{room.site}{place[n]}</loc><lastmod>{lastmod or day(n)}</lastmod></url>" for n in numbers
    )
    feed = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">' if kind == "feed" else ""
    body = rows if kind in {"url", "nowhere"} else ""
    room.routes = {
        "/": http(200, f"<html><head>{feed}</head><body>{body}</body></html>".encode()),
        "/rss.xml": http(200, f"<rss><channel>{items}</channel></rss>".encode(), "Content-Type: text/xml"),
        "/news.xml": http(200, f"<urlset>{urls}</urlset>".encode(), "Content-Type: text/xml"),
        **{place[n]: http(200, dated(n)) for n in numbers},
    }
    if kind != "feed":
        del room.routes["/rss.xml"]
    room.robots = http(200, f"Sitemap: {room.site}/news.xml".encode()) if kind == "sitemap" else http(404)


def morning(room: HostileNewsroom, output: Path, **settings: str) -> tuple[Crawl, int]:
    """Crawl; return how many requests the server got, too."""
    room.asked.clear()
    found = crawl("any_site", output, {"RETRY_TIMES": "0", **settings}, url=room.site, **ASKED)
    return found, len(room.asked)


def test_a_mornings_job_over_five_sites_asks_for_little_more_than_yesterdays_stories(
    tmp_path: Path,
) -> None:
    first, second, lines = 0, 0, 0
    for number, kind in enumerate(("url", "sitemap", "feed", "url", "nowhere")):
        with HostileNewsroom() as room:
            paper(room, kind)
            output = tmp_path / str(number)
            found, asked = morning(room, output)
            lines += len(read(output))
            first += asked if kind != "nowhere" else 0
            again, asked = morning(room, output)
            second += asked
            assert (found.code, again.code) == (0, 0), (kind, found.stderr, again.stderr)
            run = again.runs[-1]
            assert run["listed"] == run["not_due"] + run["out_of_range"] + run["unchanged"], run
    assert lines == 10
    assert first < 60, "four sites that state their days, on the very first morning"
    assert second < 60


def read(output: Path) -> list[Any]:
    return [line for path in output.glob("127.0.0.1/*.jsonl") for line in path.read_text().splitlines()]


@pytest.mark.parametrize("lastmod", ["2019-01-01", "2026-11-10"])
def test_a_stale_lastmod_hides_no_article(lastmod: str, tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        paper(room, "sitemap", lastmod=lastmod)
        for _ in range(2):
            found, _ = morning(room, tmp_path)
            assert found.code == 0, found.stderr
    assert len(read(tmp_path)) == 2


def test_what_is_hidden_is_counted(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        paper(room, "sitemap")
        found, asked = morning(room, tmp_path)
        _, again = morning(room, tmp_path)
    run = found.runs[-1]
    assert (run["listed"], run["new"], run["out_of_range"]) == (STORIES, 2, STORIES - 2)
    assert asked < 20
    assert again <= 4, "robots.txt, the front page, the sitemap, and one page to see if it is still true"
    assert found.stderr.count("\n") < 20, found.stderr


@pytest.mark.parametrize("source", ["api", "html", "feed"])
def test_rows_that_state_a_time_decide_before_a_request(
    source: str, newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site = newsroom("today")
    times = {story.number: story.published for story in site.articles if story.published}
    since = sorted(times.values())[-6]
    found = crawl("tass", tmp_path, site_url=site.base_url, since=since.isoformat(), source=source)
    asked = {
        int(path.rpartition("/")[2]) for path in (each.path for each in site.requests) if path[-1:].isdigit()
    }
    assert {number for number in asked & times.keys() if times[number] < since} == set()
    assert found.runs[-1]["out_of_range"] >= 10, "they were listed"
    assert len(found.lines) == 6


def test_a_proven_day_saves_the_request_itself(tmp_path: Path) -> None:
    crawler = get_crawler(AnySiteSpider, {"OUTPUT_DIR": str(tmp_path)})
    crawler.spider = spider = AnySiteSpider.from_crawler(crawler, url="https://example.org", **ASKED)
    run = run_of(crawler)
    run.id = "a-run"  # whose sample of what is hidden has not this article

    def listed(day: str) -> ListedArticle:
        return ListedArticle(f"https://example.org/{day}", day, stated=(StatedDate("url", day),))

    for number in range(1, 1 + PROVEN):
        proof = f"2026-11-{number:02d}"
        run.dates.learn(listed(proof), Article(published_at=f"{proof}T10:00:00+00:00"))
    assert spider.article_request(listed("2026-11-27")) is not None
    assert spider.article_request(listed("2026-11-10")) is None
    assert run.account.reasons("out_of_range") == {"url_date": 1}


async def test_the_first_of_an_unproven_source_go_and_the_next_waits_for_them(tmp_path: Path) -> None:
    crawler = get_crawler(AnySiteSpider, {"OUTPUT_DIR": str(tmp_path)})
    crawler.spider = AnySiteSpider(url="https://example.org", since="2026-11-27")
    middleware, account = OutOfRangeMiddleware.from_crawler(crawler), run_of(crawler).account

    def going(number: int) -> asyncio.Task[None]:
        listed = ListedArticle(f"/{number}", f"{number}", stated=(StatedDate("url", "2026-11-20"),))
        account.enter(listed.url)
        request = Request("https://example.org/", meta=ArticleErrand(listed=listed).meta())
        return asyncio.ensure_future(middleware.process_request(request))

    requests = [going(number) for number in range(PROVEN + 2)]
    await asyncio.sleep(0)
    assert [request.done() for request in requests] == [True] * PROVEN + [False] * 2
    account.settle("/0", "failed", "http-500")
    await asyncio.sleep(0.01)
    assert sum(request.done() for request in requests) == PROVEN + 1
    middleware.stop()
    with pytest.raises(Left):
        await next(request for request in requests if not request.done())
