"""``scrapy crawl`` of the hostile newsroom, ledger, lines and account included."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.crawl import crawl
from tests.hostile.hostile_server import OTHER, SITE, HostileNewsroom, article, http
from tests.hostile.pages import serve

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SETTINGS = {
    "SPIDER_MODULES": "tests.hostile.gazette",
    "HEADERS_TIMEOUT": "4",
    "DOWNLOAD_RATE_WINDOW": "3",
    "DOWNLOAD_TIMEOUT": "15",
    "BACKOFF_START": "0.05",
    "RETRY_TIMES": "1",
    "REFUSALS_MAX": "0",
    "CHALLENGES_MAX": "0",
    "DUPLICATES": "annotate",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "16",
}


def test_the_account_of_a_hostile_day(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        expected = serve(room)
        allowed = {"ALLOWED_PRIVATE_HOSTS": f"{SITE}:{room.port},{OTHER}:{room.port}"}
        crawled = crawl("gazette", tmp_path, {**SETTINGS, **allowed}, site_url=room.site)
        good = {url for url, outcome in expected.items() if outcome == "new"}
        assert not room.broken_in
        assert {line["requested_url"] for line in crawled.lines} == good, crawled.stderr[-2000:]
        assert all("End of" in line["body"] for line in crawled.lines)
        (run,) = crawled.runs
        assert run["listed"] == len(expected)
        for outcome in ("refused", "failed", "left"):
            wanted = Counter(
                text.split(" ")[1] for text in expected.values() if text.startswith(f"{outcome} ")
            )
            if wanted.pop("http-404", 0):
                wanted["gone"] = 1  # the ledger never knew the article
            assert run[outcome] == wanted, outcome
        assert run["new"] == len(good)

        for path in ("/fails/500", "/fails/stall", "/refuses/403", "/refuses/challenge"):
            room.routes[path] = http(200, article(path))
        quick = {"RETRY_TIMES": "0", "HEADERS_TIMEOUT": "5", "BACK_OFF": "False"}
        again = crawl("gazette", tmp_path, {**SETTINGS, **allowed, **quick}, site_url=room.site)
        assert again.ids[: len(good)] == crawled.ids
        assert {line["headline"] for line in again.lines[len(good) :]} == {
            "Story /fails/500",
            "Story /fails/stall",
            "Story /refuses/403",
            "Story /refuses/challenge",
        }, "the next run finds those that have come back, and nothing twice"


def test_articles_outside_of_the_selection_close_nothing(tmp_path: Path) -> None:
    """An archive is read from its newest stories on: those that are asked for come after many that are
    not."""

    def story(number: int, day: str) -> bytes:
        time = f'<meta property="article:published_time" content="{day}T12:00:00Z">'
        return http(200, article(number, time))

    with HostileNewsroom() as room:
        asked_for = (1, 10)  # first and last, whichever end of the queue is read first
        room.routes = {
            f"/news/{number}": story(number, "2015-05-04" if number in asked_for else "2026-05-04")
            for number in range(1, 11)
        }
        links = "".join(f'<a class="article" href="{path}">x</a>' for path in room.routes)
        room.routes["/"] = http(200, links.encode())
        settings = {
            **SETTINGS,
            "ALLOWED_PRIVATE_HOSTS": f"{SITE}:{room.port}",
            "CONCURRENT_REQUESTS": "1",
            "TRAP_ARTICLES": "3",
        }
        crawled = crawl("gazette", tmp_path, settings, site_url=room.site, until="2016-01-01")
    (run,) = crawled.runs
    assert (run["new"], run["out_of_range"], run["left"]) == (2, 8, {})
