"""The account says what became of each listed URL: one of twelve outcomes, and only one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from newscrawler.run.account import Account, Outcome
from newscrawler.run.record import OUTCOMES, sum_of_outcomes
from tests.crawl import crawl
from tests.hostile.hostile_server import HostileNewsroom, article, http

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = {"RETRY_TIMES": "0", "CONCURRENT_REQUESTS": "1", "REVISIT_AFTER": "1500d:0m"}
"""Articles of the latest years are always due, older ones never."""

PLACES = {
    "left": f"/news{'/harbour' * 8}/the-harbour-is-left-and-opens-again",
    "duplicate": "/world/the-harbour-unchanged-and-opens-again",
}
"""Paths of those whose path matters."""


def time(day: str) -> str:
    return f'<meta property="article:published_time" content="{day}T10:00:00+00:00">'


def story(name: str, day: str = "2026-05-04", *, head: str = "") -> bytes:
    return http(200, article(name, time(day) + head))


GALLERY = http(200, f"<html>{time('2026-05-04')}<h1>Pictures</h1><img src=/x.jpg></html>".encode())


def listed(room: HostileNewsroom, pages: dict[str, bytes]) -> None:
    """Serve stories, all of them linked from the front page."""
    place = {name: f"/news/the-harbour-{name}-and-opens-again" for name in pages} | PLACES
    links = "".join(f'<a href="{place[name]}">The harbour is {name} and opens again</a>' for name in pages)
    room.routes = {"/": http(200, links.encode()), **{place[name]: page for name, page in pages.items()}}


@pytest.mark.slow
def test_each_listed_url_has_one_of_the_outcomes(tmp_path: Path) -> None:
    known = {
        "revised": story("revised"),
        "unchanged": story("unchanged"),
        "not-due": story("not-due", "2015-05-04"),
        "waiting": http(404),
        "withdrawn": story("withdrawn"),
    }
    with HostileNewsroom() as room:
        own = f'<link rel="canonical" href="{room.site}/news/the-harbour-unchanged-and-opens-again">'
        asked = {"url": room.site, "source": "html", "since": "2012-01-01"}
        listed(room, known)
        crawl("any_site", tmp_path, SETTINGS, **asked)
        listed(
            room,
            known
            | {
                "revised": story("revised", head='<meta name="author" content="Ann Example">'),
                "withdrawn": http(404),
                "new": story("new"),
                "out-of-range": story("out-of-range", "2010-05-04"),
                "duplicate": story("unchanged", head=own),
                "rejected": GALLERY,
                "refused": http(451),
                "failed": http(500),
                "left": story("left"),
            },
        )
        found = crawl("any_site", tmp_path, SETTINGS, **asked)
    run = found.runs[-1]
    assert {name: run[name] for name in OUTCOMES} == {
        "new": 1,
        "revised": 1,
        "unchanged": 1,
        "not_due": 1,
        "waiting": {"gone": 1},
        "duplicate": 1,
        "out_of_range": 1,
        "withdrawn": 1,
        "rejected": {"no_body": 1},
        "refused": {"http-451": 1},
        "failed": {"http-500": 1},
        "left": {"trap_path": 1},
    }
    assert run["listed"] == sum_of_outcomes(run) == len(get_args(Outcome))


def test_the_first_outcome_of_a_url_stands() -> None:
    account = Account()
    assert account.enter("/a")
    assert not account.enter("/a"), "it is listed once"
    assert not account.settle("/b", "new"), "it was never listed"
    assert account.settle("/a", "failed", "timeout")
    assert not account.settle("/a", "new")
    assert account.settle_at_once(["/a", "/c", "/c"], "not_due") == 1
    account.close("finished")
    assert (account.listed, account.outcomes) == (2, {("failed", "timeout"): 1, ("not_due", ""): 1})


def test_what_was_not_tried_is_left_with_the_reason_of_the_end() -> None:
    account = Account()
    for url in ("/a", "/b"):
        account.enter(url)
    account.broke("/a", "error:KeyError")
    account.close("closespider_timeout")
    assert account.reasons("failed") == {"error:KeyError": 1}
    assert account.reasons("left") == {"closespider_timeout": 1}
