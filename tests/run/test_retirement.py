"""A feed or sitemap that is dead for long is retired, said once, and comes back when it answers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.ledger.back_off import RETIRED
from newscrawler.publication.selection import Selection
from newscrawler.run.retirement import LOOKS, TIME
from newscrawler.run.supply import Supply
from tests.hostile.hostile_server import HostileNewsroom, article, http
from tests.run.remembering_press import HOME, Asking, new_run
from tests.run.test_supply import STORIES, again, front

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.ledger.supply_memory import RememberedListing

RSS = f"{HOME}rss.xml"


class Clock:
    """Runs of one site, one after the other, by a clock of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = datetime.now(UTC)

    def run(self, problem: str = "http-404", front: int = 5, **arguments: Any) -> RememberedListing | None:
        """Look at the front page and at a feed; return what is remembered of that; None: it was not asked."""
        run = self._new(**arguments)
        supply = Supply(run)
        page = run.listings.ask(HOME, "index")
        page.read, page.articles = True, front
        self.is_lost = False
        if is_asked := supply.is_asked(RSS, guessed=False):
            feed = run.listings.ask(RSS, "feed", retired=supply.is_retired(RSS))
            feed.read, feed.problem, feed.articles = not problem, problem, 3 * (not problem)
            self.is_lost = "feed" in run.listings.lost_kinds()
        supply.close()
        rows = [row for row in run.batch.supply.listings.values() if row.url == RSS]
        run.ledger.write(run.batch)
        run.close_ledger()
        assert is_asked == bool(rows)
        return rows[0] if rows else None

    def runs(self, number: int, every: timedelta, **look: Any) -> list[RememberedListing | None]:
        found = []
        for _ in range(number):
            found.append(self.run(**look))
            self.now += every
        return found

    def _new(self, **arguments: Any) -> Asking:
        run = new_run(self.folder)
        run.start, run.asked = self.now, Selection(**arguments)
        return run


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    return Clock(tmp_path)


def test_a_dead_feed_is_looked_at_seldom_and_said_once(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    found = clock.runs(LOOKS - 1, TIME / (LOOKS - 1))
    assert all(row and row.not_before is None for row in found)
    assert clock.is_lost
    row = clock.run()
    assert row
    assert row.not_before == clock.now + RETIRED
    assert caplog.text.count("is retired (answers 404") == 1
    clock.now += RETIRED - timedelta(hours=1)
    assert clock.run() is None, "it rests"
    clock.now += timedelta(hours=2)
    row = clock.run()
    assert row
    assert row.not_before == clock.now + RETIRED
    assert not clock.is_lost, "it was said"
    assert caplog.text.count("is retired") == 1


def test_it_comes_back_when_it_answers(clock: Clock) -> None:
    clock.runs(LOOKS, TIME / (LOOKS - 1))
    assert clock.run() is None
    clock.now += RETIRED
    row = clock.run(problem="")
    assert row
    assert (row.not_before, row.failures) == (None, 0)
    assert clock.run()
    assert clock.is_lost, "the next time that it is gone is news"


@pytest.mark.parametrize(
    ("looks", "every", "look"),
    [
        (LOOKS - 1, 2 * TIME, {}),
        (3 * LOOKS, timedelta(minutes=5), {}),
        (LOOKS, TIME, {"problem": "http-503"}),
        (LOOKS, TIME, {"front": 0}),
    ],
    ids=["too few looks", "too short a time", "an error of the server", "nothing else shows articles"],
)
def test_what_is_not_retired(clock: Clock, looks: int, every: timedelta, look: dict[str, Any]) -> None:
    found = clock.runs(looks, every, **look)
    assert all(row and row.not_before is None for row in found)


def test_who_asks_for_feeds_alone_has_them_asked(clock: Clock) -> None:
    clock.runs(LOOKS, TIME / (LOOKS - 1))
    assert clock.run(source="feed")
    assert clock.is_lost


def test_a_crawl_with_a_dead_sitemap(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {
            "/": front(*STORIES),
            **{story: http(200, article(3)) for story in STORIES},
        }
        room.robots = http(200, f"Sitemap: {room.site}/gone.xml".encode())
        again(room, tmp_path)
        with closing(sqlite3.connect(tmp_path / ".ledger.db")) as ledger, ledger:
            long_ago = (datetime.now(UTC) - 2 * TIME).timestamp()
            ledger.execute(
                "UPDATE supply SET failures = ?, failing_since = ? WHERE url LIKE '%gone.xml'",
                (LOOKS, long_ago),
            )
        ended, asked = again(room, tmp_path)
        assert "/gone.xml" in asked
        assert "gone.xml is retired" in ended.stderr
        ended, asked = again(room, tmp_path)
        assert "/gone.xml" not in asked
        assert (ended.code, "gone.xml" in ended.stderr) == (0, False)
