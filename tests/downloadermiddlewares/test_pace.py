"""The crawler's manners, as the server sees them; and the parts that can be tried without one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.downloadermiddlewares.pace import retry_after
from newscrawler.run.record import LATENCY_COUNT, LATENCY_SUM
from tests.characters import CHARACTERS
from tests.hostile.hostile_server import OTHER, SITE, HostileNewsroom, article, first, http, late
from tests.hostile.plans import crawl

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0), ("120", 120), (" 7 ", 7), ("Mon, 23 Nov 2026 12:01:00 GMT", 60),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0),
        ("Monday, 23-Nov-26 12:00:10 GMT", 10), ("Mon, 23 Nov 2026 15:01:00 +0300", 60),
        ("Mon, 23 Nov 2026 12:00:05", 5),
        ("soon", None), ("", None), ("-5", None), ("1e3", None), ("12.5", None), ("٣", None), ("9" * 40,
        None),
    ],
)  # fmt: skip
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(CHARACTERS))
def test_any_retry_after_is_read_without_an_error(value: str) -> None:
    seconds = retry_after(value, NOW)
    assert seconds is None or seconds >= 0


@given(st.integers(0, 10**6))
def test_dates_and_seconds_agree(seconds: int) -> None:
    date = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after(date, NOW) == retry_after(str(seconds), NOW)


SLOW, PAUSE = 0.6, 1.5


@pytest.fixture(scope="module")
def crawled() -> Iterator[dict[str, tuple[dict[str, Any], HostileNewsroom]]]:
    """Each plan has a newsroom of its own, and all run at once: a host's pace is its own."""
    news = {f"/news/{number}": http(200, article(number)) for number in range(1, 6)}
    rooms: dict[str, HostileNewsroom] = {}
    plans: dict[str, Any] = {}

    def plan(name: str, routes: dict[str, Any], robots: bytes | None = None, **settings: Any) -> None:
        room = rooms[name] = HostileNewsroom(routes=routes)
        if robots is not None:
            room.robots = http(200, robots)
        room.__enter__()
        allowed = f"{SITE}:{room.port},{OTHER}:{room.port}"
        plans[name] = {
            "articles": [room.site + path for path in routes],
            "settings": {
                "DOWNLOAD_DELAY": 0.5,
                "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
                "ALLOWED_PRIVATE_HOSTS": allowed,
                **settings,
            },
        }

    plan("delay", news)
    plan(
        "crawl-delay",
        news,
        b"User-agent: *\nCrawl-delay: 0.9\n",
        CONCURRENT_REQUESTS_PER_DOMAIN=8,
        DOWNLOAD_DELAY_JITTER=0.5,
    )
    plan(
        "autothrottle",
        news,
        b"User-agent: *\nCrawl-delay: 0.9\n",
        AUTOTHROTTLE_ENABLED=True,
        AUTOTHROTTLE_START_DELAY=0.1,
    )
    plan("shorter crawl-delay", news, b"User-agent: *\nCrawl-delay: 0.1\n")
    plan(
        "own agent",
        news,
        b"User-agent: *\nCrawl-delay: 9\n\nUser-agent: newscrawler\nCrawl-delay: 0.7\nDisallow: /news/5\n",
    )
    slow = {path: late(SLOW, answer) for path, answer in news.items()}
    plan("slow host", slow, DOWNLOAD_DELAY=0, SLOW_HOST_LATENCY=0.3, CONCURRENT_REQUESTS_PER_DOMAIN=1)
    busy = http(429, b"", f"Retry-After: {PAUSE + 0.5:.0f}")
    plan("retry-after", {**news, "/news/1": first(1, busy, http(200, article(1)))}, DOWNLOAD_DELAY=0.05)
    overloaded = {**news, "/news/1": first(2, http(503), http(200, article(1)))}
    plan("backoff", overloaded, DOWNLOAD_DELAY=0.05, BACKOFF_START=0.8, RETRY_PRIORITY_ADJUST=10)
    plan("no delay asked", news, DOWNLOAD_DELAY=0)
    result = crawl(plans)
    yield {name: (result["crawls"][name], rooms[name]) for name in plans}
    for room in rooms.values():
        room.__exit__()


LATE = 0.3
"""Seconds by which a busy crawl may send a request later than it was to be; the next gap is as much
shorter."""


def gaps(crawled: Any, name: str) -> list[float]:
    result, room = crawled[name]
    assert set(result["outcomes"].values()) <= {"new", "refused robots"}
    assert max(asked.open_at_once for asked in room.asked) == 1, "more than one connection at work"
    return room.gaps()


def keeps(found: list[float], seconds: float) -> bool:
    """Tell whether requests are so far apart: each nearly, and all together."""
    return min(found) > seconds / 2 and sum(found) > len(found) * seconds - LATE


def test_the_delay_is_kept_between_any_two_requests(crawled: Any) -> None:
    assert keeps(gaps(crawled, "delay"), 0.5)


def test_crawl_delay_wins_over_more_connections_and_jitter(crawled: Any) -> None:
    assert keeps(gaps(crawled, "crawl-delay"), 0.9)


def test_crawl_delay_wins_over_autothrottle(crawled: Any) -> None:
    assert keeps(gaps(crawled, "autothrottle")[1:], 0.9)


def test_a_shorter_crawl_delay_makes_nothing_faster(crawled: Any) -> None:
    assert keeps(gaps(crawled, "shorter crawl-delay"), 0.5)


def test_rules_for_us_win_over_rules_for_all(crawled: Any) -> None:
    found = gaps(crawled, "own agent")
    assert keeps(found, 0.7)
    assert min(found) < 5
    assert crawled["own agent"][1].times("/news/5") == 0


def test_a_slow_host_is_asked_more_slowly(crawled: Any) -> None:
    """From the second answer on there is a pause as long as the answers take, between two requests'
    starts."""
    assert keeps(gaps(crawled, "slow host")[2:], SLOW)
    assert crawled["slow host"][0]["stats"]["newscrawler/pace/slowed"] >= 1


def test_how_long_answers_took_is_counted(crawled: Any) -> None:
    result, room = crawled["slow host"]
    assert result["stats"][LATENCY_COUNT] == len(room.asked)
    assert result["stats"][LATENCY_SUM] >= 5 * SLOW


def test_retry_after_holds_the_whole_host(crawled: Any) -> None:
    result, room = crawled["retry-after"]
    assert set(result["outcomes"].values()) == {"new"}
    busy = next(index for index, asked in enumerate(room.asked) if asked.path == "/news/1")
    assert room.asked[busy + 1].sent - room.asked[busy].sent >= PAUSE + 0.5 - LATE
    assert result["stats"]["newscrawler/pace/pauses"] == 1


def test_pauses_double_while_a_host_is_overloaded(crawled: Any) -> None:
    result, room = crawled["backoff"]
    assert set(result["outcomes"].values()) == {"new"}
    tries = [index for index, asked in enumerate(room.asked) if asked.path == "/news/1"]
    assert len(tries) == 3
    pauses = [room.asked[index + 1].sent - room.asked[index].sent for index in tries[:2]]
    assert pauses[0] > 0.8 - LATE
    assert pauses[1] > (1.6 if tries[1] == tries[0] + 1 else 0.8) - LATE


def test_the_user_agent_is_honest(crawled: Any) -> None:
    for _, room in crawled.values():
        agents = {asked.headers["user-agent"] for asked in room.asked}
        assert len(agents) == 1
        assert agents.pop().startswith("newscrawler/")
        assert all("gzip" in asked.headers["accept-encoding"] for asked in room.asked)
        assert not any("cookie" in asked.headers for asked in room.asked)


def test_robots_txt_is_asked_for_first_and_once(crawled: Any) -> None:
    for _, room in crawled.values():
        assert room.asked[0].path == "/robots.txt"
        assert room.times("/robots.txt") == 1


def test_without_a_delay_nothing_waits(crawled: Any) -> None:
    took = {name: crawled[name][0]["stats"]["elapsed_time_seconds"] for name in ("no delay asked", "delay")}
    assert took["no delay asked"] < took["delay"]
