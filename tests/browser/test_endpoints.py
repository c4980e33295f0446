"""``scrapy endpoints``: what it prints, pasted into a site's file, gives the same rows without a browser."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from newscrawler.rendering import Exchange
from newscrawler.rendering.endpoints import find_endpoints
from tests.crawl import PRIVATE, crawl, options, read_jsonl
from tests.forks import scrapy
from tests.newsroom import Newsroom

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}

HABITS = ("more", "scroll", "filled")

SITE = """
from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout
from newscrawler.news_spider import NewsSpider

class Pasted(NewsSpider):
    name = "pasted"
    allowed_domains = ("gazette.invalid",)
    timezone = "Europe/Moscow"
    article_path = r"/\\d{4}/\\d\\d/\\d\\d/"
    sections = {"society": "/HABIT/society/"}
"""


@pytest.fixture(scope="module")
def printed() -> Iterator[dict[str, tuple[Newsroom, str]]]:
    """What ``scrapy endpoints`` prints of the same section in each habit; all at once, since it mostly
    waits."""
    with ExitStack() as open_rooms:
        sites = {h: open_rooms.enter_context(Newsroom("scripted", page_size=3)) for h in HABITS}
        with ThreadPoolExecutor() as pool:
            declarations = pool.map(endpoints, sites.values(), HABITS)
            yield {habit: (sites[habit], code) for habit, code in zip(HABITS, declarations, strict=True)}


def endpoints(site: Newsroom, habit: str) -> str:
    done = ask(f"{site.base_url}/{habit}/society/")
    assert done.returncode == 0, done.stderr
    return done.stdout


def ask(url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    quick = ("-s", f"ALLOWED_PRIVATE_HOSTS={PRIVATE}", "-s", "DOWNLOAD_DELAY=0")
    return scrapy("endpoints", url, *arguments, *quick)


@pytest.mark.parametrize("habit", HABITS)
def test_pasted_it_gives_the_same_rows(
    printed: dict[str, tuple[Newsroom, str]], tmp_path: Path, habit: str
) -> None:
    site, declaration = printed[habit]
    declared = "".join(f"    {line}\n" for line in declaration.splitlines())
    (tmp_path / "pasted_site.py").write_text(SITE.replace("HABIT", habit) + declared)
    site.reset()
    pasted = options("pasted", tmp_path / "out", {"SPIDER_MODULES": "pasted_site"}, site_url=site.base_url)
    done = scrapy(*pasted, variables={"PYTHONPATH": str(tmp_path)})
    assert "Browser" not in done.stderr
    (run,) = read_jsonl([tmp_path / "out" / "runs.jsonl"])
    asked = {request.path for request in site.asked("/news/*")}
    assert run["listed"] == len(asked) > 8, done.stderr[-1500:]
    wanted = [a for a in site.articles if a.section_slug == "society"]
    assert {a.url.removeprefix(site.base_url) for a in wanted} <= asked


MISTAKES = {
    ("/more/society/", "--rows", "a..row["): "take CSS",
    ("/robots.txt",): "not an HTML page but text/plain",
    ("/account/",): "robots.txt forbids",
}


def test_a_mistake_is_said_in_one_line(newsroom: NewsroomFactory) -> None:
    site = newsroom("scripted", page_size=3)
    with ThreadPoolExecutor() as pool:
        answers = pool.map(lambda words: ask(site.base_url + words[0], *words[1:]), MISTAKES)
        for said, done in zip(MISTAKES.values(), answers, strict=True):
            assert said in done.stderr
            assert len(done.stderr.splitlines()) == 1, done.stderr
            assert done.returncode == 1


def test_a_declared_endpoint_is_used_instead_of_the_browser(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site = newsroom("scripted", page_size=3)
    found = crawl("endpoint", tmp_path, SPIDERS, site_url=site.base_url, sections="society")
    assert "Browser:" not in found.stderr
    assert found.runs[0]["listed"] == len({request.path for request in site.asked("/news/*")}) > 8


def test_an_endpoint_that_fails_falls_back_to_the_browser(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted", page_size=3)
    found = crawl(
        "moved", tmp_path, {**SPIDERS, "STATS_DUMP": "True"}, site_url=site.base_url, sections="society"
    )
    asked = {request.path for request in site.asked("/news/*")}
    assert found.runs[0]["listed"] == len(asked) == 10
    assert len(site.asked("/api/list")) == 4, "asked by the page"
    assert "'newscrawler/render/fallback': 1" in found.stderr
    assert "its JSON URL fails (http-404)" in found.stderr


def test_offset_page_number_and_last_row_as_cursor() -> None:
    def exchange(query: str, answer: str) -> Exchange:
        return Exchange("GET", f"https://example.org/api?{query}", b"", answer.encode(), 0)

    rows = [(f"https://example.org/news/{n}", f"Headline {n}") for n in range(1, 7)]

    def listed(*numbers: int) -> str:
        return ",".join(
            f'{{"url":"/news/{n}","name":"Headline {n}","date":"2025-01-0{n}T10:00:00Z"}}' for n in numbers
        )

    (found,) = find_endpoints(
        [exchange("skip=0&n=3", f"[{listed(1, 2, 3)}]"), exchange("skip=3&n=3", f"[{listed(4, 5, 6)}]")],
        rows, "https://example.org/",
    )  # fmt: skip
    assert (found.listing.offset_param, found.listing.rows, found.listing.params) == ("skip", "", {"n": "3"})
    assert (found.listing.link, found.listing.headline, found.listing.published_at) == ("url", "name", "date")
    (found,) = find_endpoints(
        [
            exchange("page=1", f'{{"page":1,"rows":[{listed(1, 2, 3)}]}}'),
            exchange("page=2", f'{{"page":2,"rows":[{listed(4, 5, 6)}]}}'),
        ],
        rows, "https://example.org/",
    )  # fmt: skip
    assert (found.listing.cursor, found.listing.cursor_param, found.listing.cursor_step) == (
        "page",
        "page",
        1,
    )
    (found,) = find_endpoints(
        [
            exchange("", f"[{listed(1, 2, 3)}]"),
            exchange("before=2025-01-03T10%3A00%3A00Z", f"[{listed(4, 5, 6)}]"),
        ],
        rows, "https://example.org/",
    )  # fmt: skip
    assert (found.listing.cursor, found.listing.cursor_param) == ("-1.date", "before")


def test_an_answer_that_holds_other_things_is_none() -> None:
    exchange = Exchange("GET", "https://example.org/w", b"", b'{"weather":[{"url":"/w/1","name":"Rain"}]}', 0)
    assert find_endpoints([exchange], [("https://example.org/news/1", "Rain")], "https://example.org/") == []
