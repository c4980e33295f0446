"""What a crawl remembers of supply, hours and days later: when it asks again, and what it knows by then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.output.folder import ledger_file
from tests.hostile.hostile_server import Asked, HostileNewsroom, article, http
from tests.run.test_supply import STORIES, again, front

if TYPE_CHECKING:
    import asyncio
    from pathlib import Path

pytestmark = pytest.mark.slow

MOMENTS = {
    "no_line": ("not_before", "checked"),
    "host": ("not_before",),
    "supply": ("answered", "new_at", "failing_since", "not_before", "checked"),
}
"""Table of the ledger -> columns that are a moment, of the memory of supply."""

GOOD = {"/": front(*STORIES), **{story: http(200, article(n)) for n, story in enumerate(STORIES)}}


def let_pass(output: Path, hours: float) -> None:
    """Have all that a ledger remembers of supply happen some hours earlier."""
    with closing(sqlite3.connect(ledger_file(output))) as ledger, ledger:
        for table, columns in MOMENTS.items():
            earlier = ", ".join(f"{column} = {column} - {round(hours * 3600)}" for column in columns)
            ledger.execute(f"UPDATE {table} SET {earlier}")


def remembered(output: Path, path: str) -> dict[str, Any]:
    """Return what a ledger knows of a listing."""
    with closing(sqlite3.connect(ledger_file(output))) as ledger:
        ledger.row_factory = sqlite3.Row
        (row,) = ledger.execute("SELECT * FROM supply WHERE url LIKE ?", (f"%{path}",))
    return dict(row)


def feed(room: HostileNewsroom, *stories: str) -> bytes:
    items = "".join(
        f"<item><title>Harbour</title><link>{room.site}{story}</link></item>" for story in stories
    )
    return http(200, f"<rss><channel>{items}</channel></rss>".encode(), "Content-Type: text/xml")


def test_of_a_listing_it_is_known_what_it_gave_and_when(tmp_path: Path) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
    with HostileNewsroom() as room:
        room.routes = {**GOOD, "/": front(head=head), "/rss.xml": feed(room, *STORIES[1:])}
        again(room, tmp_path)
        first = remembered(tmp_path, "/rss.xml")
        let_pass(tmp_path, 5)
        again(room, tmp_path)
        second = remembered(tmp_path, "/rss.xml")
        room.routes["/rss.xml"] = feed(room, *STORIES)
        again(room, tmp_path)
        third = remembered(tmp_path, "/rss.xml")
    assert (first["runs"], first["usual"], first["failures"]) == (1, 300, 0)
    assert first["answered"] == first["new_at"]
    assert second["runs"] == 2
    assert second["answered"] - second["new_at"] >= 5 * 3600, "it answered, and gave nothing new"
    assert (third["answered"], third["usual"]) == (third["new_at"], 333)


@pytest.mark.parametrize(
    ("answer", "waits"), [(http(404), (1, 6, 24)), (http(500), (0, 0.25, 1))], ids=["dead", "failing"]
)
def test_what_gave_no_line_waits_ever_longer(answer: bytes, waits: tuple[float, ...], tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {**GOOD, STORIES[0]: answer}
        asked = again(room, tmp_path, source="html")[1]
        for hours in waits:
            assert STORIES[0] in asked
            if hours:
                let_pass(tmp_path, hours - 0.1)
                assert STORIES[0] not in again(room, tmp_path, source="html")[1]
                let_pass(tmp_path, 0.1)
            asked = again(room, tmp_path, source="html")[1]
        assert STORIES[0] in asked


def test_retry_after_holds_for_as_long_as_it_says(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {"*": http(429, b"", "Retry-After: 10800")}
        again(room, tmp_path)
        room.routes = GOOD
        let_pass(tmp_path, 2.9)
        assert again(room, tmp_path)[1] == []
        let_pass(tmp_path, 0.1)
        found, asked = again(room, tmp_path)
    assert STORIES[0] in asked
    assert found.runs[-1]["new"] == len(STORIES)


def test_a_host_that_refused_is_left_alone_for_an_hour(tmp_path: Path) -> None:
    refusing = {**GOOD, **dict.fromkeys(STORIES, http(403))}
    with HostileNewsroom() as room:
        room.routes = refusing
        found, asked = again(room, tmp_path, {"REFUSALS_MAX": "3"})
        assert "left alone" in found.stderr.strip().split("\n")[-1]
        assert STORIES[0] in asked
        found, asked = again(room, tmp_path, {"REFUSALS_MAX": "3"})
        assert (found.code, asked) == (1, [])
        assert "told an earlier run to wait" in found.stderr.strip().split("\n")[-1]
        let_pass(tmp_path, 1)
        room.routes = GOOD
        found, asked = again(room, tmp_path)
    assert found.runs[-1]["new"] == len(STORIES)


def test_guessed_listings_are_asked_for_after_a_day_and_then_after_a_week(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = GOOD
        asked = again(room, tmp_path)[1]
        for days in (1, 7):
            assert {"/feed", "/sitemap.xml"} <= set(asked)
            let_pass(tmp_path, 24 * days - 1)
            assert again(room, tmp_path)[1] == ["/robots.txt", "/"]
            let_pass(tmp_path, 1)
            asked = again(room, tmp_path)[1]
        assert {"/feed", "/sitemap.xml"} <= set(asked)


def test_validators_that_lie_hide_an_article_for_two_runs_at_most(tmp_path: Path) -> None:
    shown = [STORIES[0]]

    async def never_changed(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        tag = 'ETag: "constant"'
        page = front(*shown).partition(b"\r\n\r\n")[2]
        writer.write(http(304, b"", tag) if "if-none-match" in asked.headers else http(200, page, tag))

    with HostileNewsroom() as room:
        room.routes = {**GOOD, "/": never_changed}
        again(room, tmp_path, source="html")
        shown += STORIES[1:]
        runs = [again(room, tmp_path, source="html") for _ in range(3)]
    found = [any(story in asked for story in STORIES[1:]) for _, asked in runs]
    assert found[:2] in ([False, True], [True, False]), "it lied, and was found out"
    assert runs[2][0].runs[-1]["listings_not_modified"] == 0, "it is not believed any more"
