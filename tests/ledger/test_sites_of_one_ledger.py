"""Sites of one ledger: what is known of one is not read, changed or forgotten by the run of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newscrawler.ledger.database import Database
from newscrawler.ledger.health_memory import KEPT as ALARMS_KEPT
from newscrawler.ledger.health_memory import AlarmRow, HealthMemory
from newscrawler.ledger.low_memory import LowRuns, read_low, write_low
from newscrawler.ledger.rotation_memory import Rotation, read_rotation, write_rotations
from newscrawler.ledger.supply_memory import (
    KEPT,
    HostWait,
    NoLine,
    RememberedListing,
    SupplyBatch,
    SupplyMemory,
    Usual,
)
from newscrawler.ledger.tallies import LINK_SHAPES, STATED_DATES, Tallies, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.settings import Settings

NOW = datetime.now(UTC).replace(microsecond=0)
SITES = ("courier", "press")


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    path = Path(settings["OUTPUT_DIR"]) / "ledger.db"
    database = Database.open(settings.get("LEDGER_URL") or "", path, 0.3)
    yield database
    database.close()


def usual(site: str, arguments: str, hour: int = 5) -> Usual:
    return Usual(site, arguments, hour, len(site), len(arguments), 1)


def listing(site: str, number: int = 0, checked: datetime = NOW) -> RememberedListing:
    return RememberedListing(
        f"{site}{number}".ljust(16).encode(), site, f"https://{site}.example/{number}", "feed", guessed=False,
        runs=3, answered=NOW, new_at=NOW, usual=6000, failures=0, failing_since=None, problem=None,
        moved_to=None, not_before=None, checked=checked,
    )  # fmt: skip


def no_line(site: str, checked: datetime) -> NoLine:
    return NoLine(site.ljust(16).encode(), site, "failed", "gone", 2, NOW, None, None, b"said", checked)


def enter(database: Database, site: str, batch: SupplyBatch) -> None:
    with database.transaction() as connection:
        SupplyMemory(database, site).write(connection, batch)


def test_how_much_is_usual_for_a_site_and_its_arguments(database: Database) -> None:
    for site in SITES:
        enter(
            database,
            site,
            SupplyBatch(usual=[usual(site, "all"), usual(site, "some"), usual(site, "all", 6)]),
        )
    for site in SITES:
        memory = SupplyMemory(database, site)
        assert memory.usual("all") == {5: usual(site, "all"), 6: usual(site, "all", 6)}
        assert memory.usual("some") == {5: usual(site, "some")}
        assert memory.usual("none") == {}


def test_low_runs_of_a_site_and_its_arguments(database: Database) -> None:
    rows = [
        LowRuns(site, arguments, NOW, len(site), len(arguments))
        for site in SITES
        for arguments in ("all", "some")
    ]
    for row in rows:
        with database.transaction() as connection:
            write_low(database, connection, row)
    assert [read_low(database, row.site, row.arguments) for row in rows] == rows
    assert SupplyMemory(database, "press").low("all") == rows[2]
    assert read_low(database, "press", "none") == LowRuns("press", "none", None, 0, 1000)


def test_listings_of_a_site(database: Database) -> None:
    for site in SITES:
        rows = [listing(site, number) for number in range(2)]
        enter(database, site, SupplyBatch(listings={row.key: row for row in rows}))
    for site in SITES:
        assert {row.site for row in SupplyMemory(database, site).listings().values()} == {site}
        assert len(SupplyMemory(database, site).listings()) == 2


@pytest.mark.parametrize("tallies", [LINK_SHAPES, STATED_DATES])
def test_tallies_of_a_site(database: Database, tallies: Tallies) -> None:
    old = NOW - timedelta(days=2)
    for site in SITES:
        with database.transaction() as connection:
            rows = [Tally(site, "a", 1, 2, old), Tally(site, "b", 3, 4, NOW)]
            tallies.write(database, connection, rows, old - timedelta(days=1))
    with database.transaction() as connection:
        tallies.write(database, connection, [Tally("press", "b", 5, 6, NOW)], NOW)
        tallies.write(database, connection, [], NOW + timedelta(days=1))
    assert tallies.read(database, "press") == {"b": Tally("press", "b", 5, 6, NOW)}
    assert set(tallies.read(database, "courier")) == {"a", "b"}


def test_shapes_and_dates_are_told_apart(database: Database) -> None:
    shape, date = Tally("press", "words", 1, 2, NOW), Tally("press", "url", 3, 4, NOW)
    enter(database, "press", SupplyBatch(shapes={"words": shape}, dates={"url": date}))
    assert SupplyMemory(database, "press").shapes() == {"words": shape}
    assert SupplyMemory(database, "press").dates() == {"url": date}


def test_a_run_forgets_what_is_old_of_its_own_site_only(database: Database) -> None:
    old = NOW - KEPT - timedelta(minutes=1)
    for site in SITES:
        aged, fresh = listing(site, 0, old), listing(site, 1, NOW - KEPT + timedelta(hours=1))
        gone = no_line(site, old)
        enter(database, site, SupplyBatch({gone.key: gone}, {aged.key: aged, fresh.key: fresh}))
    enter(database, "press", SupplyBatch(listings={listing("press", 2).key: listing("press", 2)}))
    memory = SupplyMemory(database, "press")
    assert len(memory.listings()) == 3, "once a run"
    enter(database, "press", SupplyBatch(usual=[usual("press", "all")]))
    assert {row.url for row in memory.listings().values()} == {
        "https://press.example/1",
        "https://press.example/2",
    }
    keys = {site: no_line(site, old).key for site in SITES}
    assert set(memory.no_lines(keys.values())) == {keys["courier"]}
    assert len(SupplyMemory(database, "courier").listings()) == 2


def test_hosts_that_may_be_asked_again_are_forgotten(database: Database) -> None:
    waits = {
        name: HostWait(name, NOW + wait, "retry_after", NOW, "press")
        for name, wait in (("a.example", timedelta(minutes=-1)), ("b.example", timedelta(hours=1)))
    }
    enter(database, "press", SupplyBatch(hosts=waits, usual=[usual("press", "all")]))
    memory = SupplyMemory(database, "press")
    assert (memory.host("a.example"), memory.host("b.example")) == (None, waits["b.example"])


def test_rotations_of_a_site(database: Database) -> None:
    rotation = Rotation({b"places": [b"before", b"after1"]}, is_settled=True)
    for site in SITES:
        with database.transaction() as connection:
            write_rotations(database, connection, site, [(f"{site}:1", rotation)])
    assert read_rotation(database, "press:1") == read_rotation(database, "courier:1") == rotation
    assert read_rotation(database, "press:2") == Rotation()


def alarm(site: str, subject: str, over: datetime | None = None) -> AlarmRow:
    return AlarmRow(site, "all", subject, NOW, "a line", 0.5, ["https://a.example/1"], NOW, "r", over)


def test_alarms_and_histories_of_a_site(database: Database) -> None:
    long_over = NOW - ALARMS_KEPT - timedelta(hours=1)
    memories = {site: HealthMemory(database, site) for site in SITES}
    memories["courier"].write_alarms([alarm("courier", "lead", long_over), alarm("courier", "body")])
    memories["press"].write_alarms([alarm("press", "lead", long_over), alarm("press", "body")])
    assert {row.subject for row in memories["press"].alarms()} == {"body"}
    memories["courier"].write_history("all", "[1]")
    memories["courier"].write_history("some", "[2]")
    memories["press"].write_history("all", "[3]")
    assert [memories["courier"].history(name) for name in ("all", "some", "none")] == ["[1]", "[2]", ""]
    assert memories["press"].history("all") == "[3]"
    assert {row.site for row in memories["courier"].alarms()} == {"courier"}
    assert {row.site for row in memories["press"].alarms_of_all()} == set(SITES)


def test_a_mark_is_entered_once_by_site_arguments_subject_and_beginning(database: Database) -> None:
    memory = HealthMemory(database, "press")
    mark = replace(alarm("press", "told"), told=NOW)
    assert memory.claim(mark, NOW)
    assert not memory.claim(mark, NOW)
    assert memory.claim(mark, NOW + timedelta(seconds=1))
    for other in (
        replace(mark, site="courier"),
        replace(mark, arguments="some"),
        replace(mark, subject="other"),
        replace(mark, since=NOW - timedelta(days=1)),
    ):
        assert memory.claim(other, NOW)
        assert not memory.claim(other, NOW)
