"""``scrapy backfill``: a span is planned, then crawled month by month, however often it is killed."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.backfill.guide import Guide
from newscrawler.backfill.planner import PlansOnly, planner_of
from newscrawler.commands.backfill import Command
from newscrawler.spiders.tass.spider import TassSpider
from tests.crawl import PRIVATE, read_jsonl
from tests.forks import SCRAPY, Fork, scrapy
from tests.hostile.hostile_server import HostileNewsroom, article, http

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom import Newsroom
    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow

SPAN = ("--from", "2020", "--to", "2025-12")


def options(output: Path, *arguments: str, spider: str = "tass", **given: str) -> list[str]:
    settings = {"OUTPUT_DIR": str(output), "ALLOWED_PRIVATE_HOSTS": PRIVATE, "DOWNLOAD_DELAY": "0.01"}
    return [
        "backfill", spider, *arguments, "-L", "ERROR",
        *(part for name, value in given.items() for part in ("-a", f"{name}={value}")),
        *(part for name, value in settings.items() for part in ("-s", f"{name}={value}")),
    ]  # fmt: skip


def lines_of(output: Path, site: str = "tass") -> list[dict[str, Any]]:
    return read_jsonl(list((output / site).glob("*.jsonl")))


def numbers_of(site: Newsroom) -> set[int]:
    """The articles of the span."""
    dated = [(each.number, each.published) for each in site.articles if each.published]
    return {number for number, when in dated if 2020 <= when.year <= 2025}


def test_a_span_is_planned_said_and_crawled(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    done = scrapy(*options(tmp_path, *SPAN, "--plan", site_url=site.base_url))
    assert done.returncode == 0, done.stderr
    assert "URLs in " in done.stderr
    assert " to go: about " in done.stderr
    assert lines_of(tmp_path) == []
    listings = len(site.requests)
    done = scrapy(*options(tmp_path, *SPAN, site_url=site.base_url))
    assert done.returncode == 0, done.stderr
    wanted = numbers_of(site)
    lines = lines_of(tmp_path)
    assert {int(line["id"].rpartition(":")[2]) for line in lines} == wanted
    assert len(lines) == len(wanted)
    asked = Counter(request.target for request in site.requests[listings:])
    del asked["/robots.txt"]
    assert set(asked.values()) == {1}, "nothing is asked twice"
    assert all(line["listed_on"][0]["kind"] == "list" for line in lines)
    before = len(site.requests)
    done = scrapy(*options(tmp_path, *SPAN, site_url=site.base_url))
    assert done.returncode == 0, done.stderr
    assert len(site.requests) == before
    assert len(lines_of(tmp_path)) == len(lines)


def test_killed_ten_times(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site, chance = newsroom("today", latency=0.01), random.Random(22)
    command = options(tmp_path, *SPAN, site_url=site.base_url)
    command += ["-s", "EXPORT_BATCH_LINES=1"]
    for _ in range(10):
        with Fork(SCRAPY, command) as fork:
            wanted, until = len(site.requests) + chance.randrange(1, 15), time.monotonic() + 20
            while fork.poll() is None and len(site.requests) < wanted and time.monotonic() < until:
                time.sleep(0.002)
            written = {line["requested_url"] for line in lines_of(tmp_path)}
            known = len(site.requests)
            fork.send_signal(signal.SIGKILL)
        again = {f"{site.base_url}{request.target}" for request in site.requests[known + 1 :]}
        assert not written & again, "what has a line is not asked for again"
    done = scrapy(*command)
    assert done.returncode in {0, 3}, done.stderr  # a page at which two runs died is left unread
    ids = Counter(line["id"] for line in lines_of(tmp_path))
    assert set(ids.values()) == {1}
    wanted_ids = {
        f"tass:{each.number}"
        for each in site.articles
        if each.published and 2020 <= each.published.year <= 2025
    }
    assert len(wanted_ids - set(ids)) <= done.returncode


def test_an_undeclared_site_by_its_sitemap(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        paths = [f"/news/2019/0{month}/04/the-harbour-opens-again-{month}" for month in (1, 2, 3)]
        entries = "".join(f"<url><loc>{room.site}{path}</loc></url>" for path in paths)
        old = f"<url><loc>{room.site}/news/about-us</loc><lastmod>2017-01-01T00:00:00Z</lastmod></url>"
        room.robots = http(200, f"User-agent: *\nCrawl-delay: 0.2\nSitemap: {room.site}/map.xml".encode())
        room.routes["/"] = http(200, b"<title>News</title>")
        room.routes["/map.xml"] = http(200, f"<urlset>{entries}{old}</urlset>".encode())
        for number, path in enumerate(paths):
            room.routes[path] = http(200, article(number))
        span = ("--from", "2019-01", "--to", "2019-02")
        done = scrapy(*options(tmp_path, *span, "--plan", spider="any_site", url=room.site))
        assert done.returncode in {0, 3}, done.stderr
        assert "2 URLs in 2 months" in done.stderr
        assert "2 to go: about 0:00:00 at a page each 0.2 s (Crawl-delay of robots.txt)" in done.stderr
        assert not [asked.path for asked in room.asked if asked.path in paths]


def test_urls_that_do_not_look_like_articles_are_planned_all(tmp_path: Path) -> None:
    """A few are asked for while it plans; the others used to wait for them, and were lost."""
    with HostileNewsroom() as room:
        stated = "<meta property='article:published_time' content='2019-{:02}-04T10:00:00Z'>"
        paths = {f"/news/{number}": 1 + number % 3 for number in range(1, 31)}
        entries = "".join(
            f"<url><loc>{room.site}{path}</loc><lastmod>2019-{month:02}-05</lastmod></url>"
            for path, month in paths.items()
        )
        room.robots = http(200, f"Sitemap: {room.site}/map.xml".encode())
        room.routes["/"] = http(200, b"<title>News</title>")
        room.routes["/map.xml"] = http(200, f"<urlset>{entries}</urlset>".encode())
        for path, month in paths.items():
            room.routes[path] = http(200, article(path[6:], stated.format(month)))
        span = ("--from", "2019-01", "--to", "2019-03")
        done = scrapy(*options(tmp_path, *span, "--plan", spider="any_site", url=room.site))
        assert "30 URLs in 3 months" in done.stderr
        done = scrapy(*options(tmp_path, *span, spider="any_site", url=room.site))
        assert done.returncode in {0, 3}, done.stderr
        asked = Counter(each.path for each in room.asked if each.path in paths)
    assert asked == Counter(dict.fromkeys(paths, 1))
    assert len({line["id"] for line in lines_of(tmp_path, "127.0.0.1")}) == 30


def test_a_span_that_nothing_reaches(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        link = b"<a href='/news/2026/05/04/the-harbour-opens'>The harbour opens</a>"
        room.routes["/"] = http(200, b"<title>News</title>" + link)
        done = scrapy(*options(tmp_path, "--from", "1999", "--to", "1999", spider="any_site", url=room.site))
    assert done.returncode == 1
    assert "no article of the span was found: no sitemap, section or feed reaches back so far" in done.stderr


def test_stopped_by_a_signal(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today", latency=0.05)
    with Fork(SCRAPY, options(tmp_path, *SPAN, site_url=site.base_url)) as fork:
        until = time.monotonic() + 30
        while not lines_of(tmp_path) and fork.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        fork.send_signal(signal.SIGTERM)
        stderr = fork.communicate()[1]
        assert fork.wait(0) == 130, stderr
    assert "start again, and it goes on" in stderr


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        ((), {}, "give the span"),
        (("--from", "2019"), {}, "give the span"),
        (("--from", "noon", "--to", "2019"), {}, "since=noon"),
        (("--from", "2020", "--to", "2019"), {}, "since= is later than until="),
        (SPAN, {"max_pages": "3"}, "-a max_pages= is none of a backfill's"),
    ],
)
def test_wrong_arguments(
    arguments: tuple[str, ...], given: dict[str, str], said: str, tmp_path: Path
) -> None:
    done = scrapy(*options(tmp_path, *arguments, **given))
    assert done.returncode == 2
    assert said in done.stderr


def test_its_parts() -> None:
    assert "Example: scrapy backfill" in Command().long_desc()
    assert issubclass(planner_of(TassSpider, None), PlansOnly)  # type: ignore[arg-type]  # it is not used
    assert Guide.name == "backfill"
