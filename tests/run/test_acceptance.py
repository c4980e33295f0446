"""What a person accepts is usual from the next run on; what nobody has accepted stays an alarm."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawler.health.history import SILENCE, History
from newscrawler.health.observation import Observation
from newscrawler.health.share import Limits
from newscrawler.health.stored import from_json, to_json
from newscrawler.ledger import Batch, Ledger, open_ledger
from newscrawler.ledger.health_memory import AlarmRow
from newscrawler.ledger.low_memory import LowRuns
from newscrawler.ledger.supply_memory import SupplyBatch
from newscrawler.run.acceptance import accept, open_on
from newscrawler.run.alarms import CRAWL
from newscrawler.run.usual import after_run, far_below
from tests.crawl import crawl
from tests.defaults import DEFAULTS
from tests.hostile.hostile_server import HostileNewsroom, article, http
from tests.run.test_usual import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 2, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
ROW = AlarmRow("press", "a", "headline", NOW, "headline: gone", 0.0, [], NOW, "run-1", told=NOW)
STORIES = [f"/news/2026/05/04/the-harbour-opens-again-{number}" for number in range(4)]
HEAD = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = open_ledger(Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path)}), "press")
    yield ledger
    ledger.close()


def judge(history: History, hours: int, headline: str, body: str = "site") -> set[str]:
    """Show a run of ten articles to a history; return the subjects of its alarms."""
    seen = Observation()
    for number in range(10):
        seen.count("headline", headline, f"https://press.example/{number}")
        seen.count("body", body, f"https://press.example/{number}")
    return {alarm.subject for alarm in history.judge(seen, NOW + hours * HOUR, Limits(), new=10)}


def test_an_accepted_field_is_usual_and_another_one_stays_open(ledger: Ledger) -> None:
    history = History()
    for hours in range(20):
        judge(history, hours, "site")
    assert judge(history, 20, "page", "page") == {"headline", "body"}
    ledger.health.write_history("a", to_json(history))
    ledger.health.write_alarms([ROW, replace(ROW, subject="body")])
    accept(ledger, ["headline"])
    history = from_json(ledger.health.history("a"))
    for hours in range(21, 40):
        assert judge(history, hours, "page", "page") == {"body"}
    assert judge(history, 40, "none", "page") == {"headline", "body"}, "the new state is watched"
    rows = {row.subject: row for row in ledger.health.alarms()}
    assert (rows["body"].over, rows["body"].told_over) == (None, None)
    assert rows["headline"].over is not None
    assert rows["headline"].told_over is not None, "who has accepted it need not be told"


def test_an_accepted_silence_is_none(ledger: Ledger) -> None:
    history = History()
    for hours in range(400):
        history.judge(Observation(), NOW + hours * HOUR, Limits(), new=3 if hours < 300 else 0)
    assert history.rhythm.is_silent()
    ledger.health.write_history("a", to_json(history))
    ledger.health.write_alarms([replace(ROW, subject=SILENCE)])
    accept(ledger, [SILENCE])
    assert not from_json(ledger.health.history("a")).rhythm.is_silent()


def test_an_accepted_number_is_usual(ledger: Ledger) -> None:
    blank = replace(BLANK, arguments="a")
    hours = {row.hour: row for row in after_run(60, {}, 5, blank)}
    for _ in range(5):
        hours |= {row.hour: row for row in after_run(60, hours, 5, blank)}
    low = LowRuns("press", "a", since=NOW, lowest=50)
    ledger.write(Batch(supply=SupplyBatch(usual=list(hours.values()), low=low)))
    assert far_below(3, ledger.supply.usual("a"), 5, ledger.supply.low("a"))
    ledger.health.write_alarms([replace(ROW, subject=CRAWL)])
    accept(ledger, [CRAWL])
    hours = ledger.supply.usual("a")
    assert not far_below(3, hours, 5)
    assert ledger.supply.low("a").since is None
    hours |= {row.hour: row for row in after_run(3, hours, 5, blank)}
    assert not far_below(3, hours, 5)


def test_what_is_open_is_named(ledger: Ledger) -> None:
    ledger.health.write_alarms([ROW, replace(ROW, subject="body", over=NOW)])
    assert open_on(ledger) == {"headline": "headline: gone, since 2026-11-02 06:00 UTC"}


def routes(site: str, *, feed: bytes, named: bool = True) -> dict[str, bytes]:
    links = "".join(f'<a href="{story}">The harbour opens again {story[-1]}</a>' for story in STORIES)
    front = f"<html><head>{HEAD if named else ''}</head><body>{links}</body></html>"
    return {
        "/": http(200, front.encode()),
        **{story: http(200, article(3)) for story in STORIES},
        "/rss.xml": feed,
    }


@pytest.mark.slow
@pytest.mark.parametrize("lost", ["answers 404", "not named"])
def test_an_accepted_loss_of_a_listing_is_none_until_it_has_come_back(lost: str, tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        items = "".join(f"<item><title>Quay</title><link>{room.site}{one}</link></item>" for one in STORIES)
        there = http(200, f"<rss><channel>{items}</channel></rss>".encode(), "Content-Type: text/xml")
        good = routes(room.site, feed=there)
        gone = routes(room.site, feed=http(404), named=lost != "not named")

        def ended() -> tuple[int, str]:
            found = crawl("any_site", tmp_path, {"RETRY_TIMES": "0"}, url=room.site)
            return found.code, found.stderr.strip().split("\n")[-1]

        room.routes = good
        assert ended()[0] == 0
        room.routes = gone
        code, line = ended()
        assert (code, lost in line) == (3, True)
        (site,) = {path.parent.name for path in tmp_path.glob("*/*.jsonl")} - {"rejected"}
        ledger = open_ledger(Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path)}), site)
        feed = f"{room.site}/rss.xml"
        assert lost in open_on(ledger)[feed]
        accept(ledger, [feed])
        assert feed not in open_on(ledger)
        ledger.close()
        assert ended()[0] == 0
        assert ended()[0] == 0
        room.routes = good
        assert ended()[0] == 0
        room.routes = gone
        assert ended()[0] == 3
