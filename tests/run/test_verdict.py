"""A run that got nothing is not good, and one line says what it did not get."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.run.endings import EXIT_STOPPED
from tests.crawl import Crawl, crawl, options
from tests.forks import BOUND, SCRAPY, Fork
from tests.hostile.hostile_server import Answer, HostileNewsroom, article, http

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

STORIES = [f"/news/2026/05/04/the-harbour-opens-again-{number}" for number in range(6)]
FRONT = http(
    200, "".join(f'<a href="{story}">The harbour opens again {story[-1]}</a>' for story in STORIES).encode()
)
GOOD: dict[str, bytes | Answer] = {
    "/": FRONT,
    **{story: http(200, article(number)) for number, story in enumerate(STORIES)},
}
FEED = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
SHELL = http(200, b'<a href="/about">About</a><a href="/login">Log in</a><script src="/app.js"></script>')
QUICK = {"RETRY_TIMES": "0"}


def last_line(found: Crawl) -> str:
    return found.stderr.strip().split("\n")[-1]


def run_of_site(
    routes: dict[str, bytes | Answer],
    output: Path,
    settings: dict[str, str] | None = None,
    *,
    robots: bytes | None = None,
    **arguments: str,
) -> Crawl:
    with HostileNewsroom() as room:
        room.routes, room.robots = routes, robots or http(404)
        return crawl("any_site", output, {**QUICK, **(settings or {})}, url=room.site, **arguments)


def broken(*answers: bytes) -> dict[str, bytes | Answer]:
    return {**GOOD, **dict(zip(STORIES, answers, strict=False))}


@pytest.mark.parametrize(
    ("answers", "code", "line"),
    [
        ([http(500)] * 6, 1, "every article that was asked for failed, 6 in all (http-500 ×6)"),
        ([http(404)] * 6, 1, "every article that was asked for failed, 6 in all (gone ×6)"),
        ([http(500)] * 3, 3, "3 of 6 articles that were asked for failed (http-500 ×3)"),
        ([http(500)] * 2, 0, ""),
    ],
    ids=["all-500", "all-404", "half", "a-third"],
)
def test_articles_that_fail(answers: list[bytes], code: int, line: str, tmp_path: Path) -> None:
    found = run_of_site(broken(*answers), tmp_path, source="html")
    assert (found.code, line in last_line(found)) == (code, True), last_line(found)


ONE = http(200, f'<a href="{STORIES[0]}">The harbour opens again</a>'.encode())
GALLERY = http(200, b"<html><title>Pictures</title><img src=/x.jpg></html>")


@pytest.mark.parametrize(
    ("answer", "robots", "reason"),
    [
        (http(401), None, "http-401 ×1"),
        (http(200, article(0)), http(200, b"User-agent: *\nDisallow: /news/\n"), "robots ×1"),
        (GALLERY, None, "no_body ×1"),
        (http(404), None, "gone ×1"),
    ],
    ids=["refused", "forbidden", "no-article", "gone"],
)
def test_a_first_run_that_got_nothing(
    answer: bytes, robots: bytes | None, reason: str, tmp_path: Path
) -> None:
    routes: dict[str, bytes | Answer] = {"/": ONE, STORIES[0]: answer}
    for _ in range(2):  # the second waits, and has no line either
        found = run_of_site(routes, tmp_path, robots=robots, source="html")
        assert found.code == 1, found.stderr
        assert reason in last_line(found)


def test_one_refused_article_of_a_known_site_is_no_sign(tmp_path: Path) -> None:
    run_of_site({"/": ONE, STORIES[0]: GOOD[STORIES[0]]}, tmp_path, source="html")
    other = {"/": http(200, f'<a href="{STORIES[1]}">The harbour closes again</a>'.encode())}
    found = run_of_site({**other, STORIES[1]: http(401)}, tmp_path, source="html")
    assert found.code == 0, found.stderr


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        (http(200, b"<html><p>Our feeds have moved</p></html>"), "/rss.xml: not a feed"),
        (http(200, b"<rss><channel><title>Times</title></channel></rss>"), "/rss.xml: empty"),
        (http(404), "/rss.xml: answers 404"),
        (http(429, b"", "Retry-After: 3600"), "/rss.xml: answers 429"),
    ],
    ids=["html", "empty", "404", "retry-after"],
)
def test_the_only_feed_is_lost(feed: bytes, said: str, tmp_path: Path) -> None:
    routes = {**GOOD, "/": http(200, FEED.encode() + FRONT.partition(b"\r\n\r\n")[2]), "/rss.xml": feed}
    found = run_of_site(routes, tmp_path)
    assert found.code == 3
    assert said in last_line(found)
    alone = run_of_site(routes, tmp_path / "alone", source="feed")
    assert alone.code == 1
    assert said in last_line(alone)


@pytest.mark.parametrize(
    ("routes", "robots", "said"),
    [
        ({"*": http(429, b"", "Retry-After: 3600")}, None, "answers 429"),
        (GOOD, http(200, b"User-agent: *\nCrawl-delay: 600\n"), "CRAWL_DELAY_MAX"),
    ],
    ids=["retry-after", "crawl-delay"],
)
def test_a_host_that_tells_us_to_wait(routes: Any, robots: bytes | None, said: str, tmp_path: Path) -> None:
    found = run_of_site(routes, tmp_path, robots=robots)
    assert found.code == 1
    assert said in last_line(found)


def test_a_front_page_that_is_a_script_shell(tmp_path: Path) -> None:
    found = run_of_site({"/": SHELL}, tmp_path, source="html")
    assert found.code == 1
    said = "any_site: nothing was listed: 1 page, 2 links, none looks like an article; examples: "
    assert last_line(found).startswith(said)
    assert "/about" in last_line(found)


BREAKS = """
class Breaks:
    def process_item(self, item):
        raise ValueError(item.url)
"""


def test_a_pipeline_of_the_users_that_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "breaking_pipeline.py").write_text(BREAKS)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    pipelines = '{"breaking_pipeline.Breaks": 50}'
    found = run_of_site(GOOD, tmp_path / "output", {"ITEM_PIPELINES": pipelines}, source="html")
    assert found.code == 1
    assert "a pipeline failed on 6 items (ValueError ×6)" in last_line(found)
    assert found.runs[0]["failed"] == {"error:ValueError": 6}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_stopped_by_a_signal(number: signal.Signals, tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = GOOD
        slow = {"DOWNLOAD_DELAY": "1", "CONCURRENT_REQUESTS_PER_DOMAIN": "1"}
        process = Fork(SCRAPY, options("any_site", tmp_path, slow, url=room.site, source="html"))
        while len(room.asked) < 3 and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(number)
        _, said = process.communicate(timeout=BOUND)
    assert process.returncode == EXIT_STOPPED
    assert "stopped by a signal" in said.strip().split("\n")[-1]
