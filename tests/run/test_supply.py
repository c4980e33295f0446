"""What gave no line is remembered and asked for again with sense; lost listings are named with their age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest

from newscrawler.output.folder import ledger_file
from newscrawler.run.account import Outcome
from newscrawler.run.supply import REMEMBERED
from tests.crawl import Crawl, crawl, read_jsonl
from tests.hostile.hostile_server import HostileNewsroom, article, http

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

STORIES = [f"/news/2026/05/04/the-harbour-opens-again-{number}" for number in range(4)]
QUICK = {"RETRY_TIMES": "0"}


def front(*stories: str, head: str = "", words: str = "") -> bytes:
    links = "".join(f'<a href="{story}">The harbour opens again {story[-1]}{words}</a>' for story in stories)
    return http(200, f"<html><head>{head}</head><body>{links}</body></html>".encode())


def again(
    room: HostileNewsroom, output: Path, settings: Any = None, **arguments: str
) -> tuple[Crawl, list[str]]:
    """Crawl once more; return what was asked for, too."""
    room.asked.clear()
    found = crawl("any_site", output, {**QUICK, **(settings or {})}, url=room.site, **arguments)
    return found, [asked.path for asked in room.asked]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (http(404), "gone"),
        (http(403), "http-403"),
        (http(200, b"<html><h1>Pictures</h1><img src=/x.jpg></html>"), "no_body"),
    ],
    ids=["dead", "refused", "rejected"],
)
def test_what_gave_no_line_is_asked_for_again_with_sense(answer: bytes, outcome: str, tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {
            "/": front(*STORIES),
            **{story: http(200, article(3)) for story in STORIES},
            STORIES[0]: answer,
        }
        _, first = again(room, tmp_path, source="html")
        second, asked = again(room, tmp_path, source="html")
        assert STORIES[0] in first
        assert STORIES[0] not in asked
        assert second.runs[-1]["waiting"] == {outcome: 1}
        assert second.code == 0
        assert second.stderr.count("\n") <= 12, second.stderr
        _, asked = again(room, tmp_path, {"BACK_OFF": "False"}, source="html")
        assert STORIES[0] in asked
        room.routes["/"] = front(*STORIES, words=", says the board")
        _, asked = again(room, tmp_path, source="html")
        assert STORIES[0] in asked, "the listing says something else of it"


def test_a_host_that_tells_us_to_wait_is_left_alone_by_the_next_run(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {"*": http(429, b"", "Retry-After: 3600")}
        again(room, tmp_path)
        found, asked = again(room, tmp_path)
        assert asked == []
        assert found.code == 1
        assert "told an earlier run to wait" in found.stderr.strip().split("\n")[-1]


def test_guessed_listings_that_were_not_there_are_seldom_asked_for(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {"/": front(*STORIES), **{story: http(200, article(3)) for story in STORIES}}
        _, first = again(room, tmp_path)
        _, second = again(room, tmp_path)
    assert {"/feed", "/sitemap.xml"} <= set(first)
    assert second == ["/robots.txt", "/"]


def test_robots_txt_is_asked_for_once_and_its_sitemaps_are_read(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {
            "/": front(STORIES[0]),
            **{story: http(200, article(3)) for story in STORIES},
            "/news.xml": http(
                200, f"<urlset><url><loc>{room.site}{STORIES[1]}</loc></url></urlset>".encode()
            ),
        }
        room.robots = http(200, f"Sitemap: {room.site}/news.xml".encode())
        _, asked = again(room, tmp_path)
    assert asked.count("/robots.txt") == 1
    assert STORIES[1] in asked


def test_a_ledger_that_is_lost_with_its_memory_loses_no_line(tmp_path: Path) -> None:
    """What gave no line is asked for again, what has one is known from it."""
    with HostileNewsroom() as room:
        room.routes = {
            "/": front(*STORIES),
            **{story: http(200, article(3)) for story in STORIES[1:]},
            STORIES[0]: http(404),
        }
        again(room, tmp_path, source="html")
        before = read_jsonl(list(tmp_path.glob("127.0.0.1/*.jsonl")))
        for file in tmp_path.glob(f"{ledger_file(tmp_path).name}*"):
            file.unlink()
        found, asked = again(room, tmp_path, source="html")
    assert STORIES[0] in asked
    assert (found.code, found.runs[-1]["new"]) == (0, 0)
    assert read_jsonl(list(tmp_path.glob("127.0.0.1/*.jsonl"))) == before
    assert len({line["id"] for line in before}) == len(before) == len(STORIES) - 1


def test_a_feed_that_is_lost_is_named_with_its_age(tmp_path: Path) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
    with HostileNewsroom() as room:
        items = "".join(
            f"<item><title>Harbour</title><link>{room.site}{story}</link></item>" for story in STORIES
        )
        room.routes = {
            "/": front(*STORIES, head=head),
            **{story: http(200, article(3)) for story in STORIES},
            "/rss.xml": http(
                200, f"<rss><channel>{items}</channel></rss>".encode(), "Content-Type: text/xml"
            ),
        }
        assert again(room, tmp_path)[0].code == 0
        room.routes["/rss.xml"] = http(200, b"<html><p>Our feeds have moved</p></html>")
        for runs in (1, 2):
            found = again(room, tmp_path)[0]
            assert found.code == 3
            line = found.stderr.strip().split("\n")[-1]
            assert "/rss.xml: not a feed any more, since " in line
            assert f", {runs} run{'s' if runs > 1 else ''}" in line
        room.routes["/"] = front(*STORIES)
        found = again(room, tmp_path)[0]
        assert found.code == 3
        assert "/rss.xml: not named by the site any more, since " in found.stderr.strip().split("\n")[-1]


def test_a_listing_that_has_moved_is_asked_for_where_it_is(tmp_path: Path) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
    with HostileNewsroom() as room:
        item = f"<item><title>Harbour</title><link>{room.site}{STORIES[0]}</link></item>"
        room.routes = {
            "/": front(*STORIES, head=head),
            **{story: http(200, article(3)) for story in STORIES},
            "/rss.xml": http(301, b"", "Location: /feeds/all.xml"),
            "/feeds/all.xml": http(
                200, f"<rss><channel>{item}</channel></rss>".encode(), "Content-Type: text/xml"
            ),
        }
        again(room, tmp_path)
        _, asked = again(room, tmp_path)
    assert "/feeds/all.xml" in asked
    assert "/rss.xml" not in asked


def test_what_was_out_of_range_is_not_asked_for_again(tmp_path: Path) -> None:
    dated = '<meta property="article:published_time" content="2026-05-04T10:00:00+00:00">'
    places = ["/news/the-harbour-opens-again-at-last", "/news/the-bridge-is-painted-blue-again"]
    with HostileNewsroom() as room:
        room.routes = {"/": front(*places), **{place: http(200, article(3, dated)) for place in places}}
        _, first = again(room, tmp_path, source="html", since="2026-06-01")
        found, second = again(room, tmp_path, source="html", since="2026-06-01")
        _, third = again(room, tmp_path, source="html", since="2026-05-01")
    assert set(places) <= set(first)
    assert not set(places) & set(second)
    assert found.runs[-1]["out_of_range"] == 2
    assert set(places) <= set(third)


def test_only_outcomes_without_a_line_are_remembered() -> None:
    with_a_line = {"new", "revised", "unchanged", "not_due", "duplicate", "withdrawn"}
    assert not REMEMBERED & with_a_line
    assert set(get_args(Outcome)) >= REMEMBERED


@pytest.mark.parametrize("page", [http(200, article(3)), http(200, b"<html><h1>Pictures</h1></html>")])
def test_an_article_that_has_moved_is_asked_for_where_it_is(page: bytes, tmp_path: Path) -> None:
    moved = "/archive/2026/05/04/the-harbour-opens-again-0"
    other_words = " at last"
    with HostileNewsroom() as room:
        room.routes = {
            "/": front(*STORIES),
            **{story: http(200, article(number)) for number, story in enumerate(STORIES)},
            STORIES[0]: http(301, b"", f"Location: {moved}"),
            moved: page,
        }
        often = {"REVISIT_AFTER": "9000d:0m"}
        _, first = again(room, tmp_path, often, source="html")
        room.routes["/"] = front(*STORIES, words=other_words)
        found, second = again(room, tmp_path, often, source="html")
        assert {STORIES[0], moved} <= set(first)
        assert moved in second
        assert STORIES[0] not in second, "a 301 is not forgotten"
        assert found.code == 0
        room.routes[moved] = http(404)
        room.routes[STORIES[0]] = http(200, article(7))
        room.routes["/"] = front(*STORIES)
        again(room, tmp_path, often, source="html")
        room.routes["/"] = front(*STORIES, words=other_words)
        _, fourth = again(room, tmp_path, often, source="html")
        assert STORIES[0] in fourth, "it is there no more"
