"""The memory of supply: written with a commit, read back, bounded; a ledger of version 1 gets its tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.ledger import Batch, tables
from newscrawler.ledger.supply_memory import (
    KEPT,
    MOST_LISTINGS,
    HostWait,
    NoLine,
    RememberedListing,
    SupplyBatch,
    Usual,
)
from newscrawler.ledger.tallies import LINK_SHAPES, Tally
from tests.ledger.lines import opened

if TYPE_CHECKING:
    from scrapy.settings import Settings

NOW = datetime.now(UTC).replace(microsecond=0)
HOUR = Usual("press", "all", 5, 3, 6000, 5000)


def no_line(number: int, checked: datetime = NOW) -> NoLine:
    key = number.to_bytes(16, "big")
    return NoLine(key, "press", "failed", "gone", 2, checked, None, None, b"0123456789abcdef", checked)


LISTING = RememberedListing(
    b"k" * 16, "press", "https://press.example/rss.xml", "feed", guessed=False, runs=3, answered=NOW,
    new_at=NOW, usual=6000, failures=0, failing_since=None, problem=None, moved_to=None, not_before=None,
    checked=NOW,
)  # fmt: skip
WAIT = HostWait("press.example", NOW + timedelta(hours=1), "retry_after", NOW, "press")


def test_what_is_written_is_read_back(settings: Settings) -> None:
    ledger, _ = opened(settings)
    rows = {row.key: row for row in (no_line(1), no_line(2))}
    ledger.write(Batch(supply=SupplyBatch(rows, {LISTING.key: LISTING}, {WAIT.host: WAIT}, [HOUR])))  # type: ignore[arg-type]
    assert ledger.supply.no_lines([*rows, b"x" * 16]) == rows
    assert ledger.supply.listings() == {LISTING.key: LISTING}
    assert ledger.supply.host(WAIT.host) == WAIT
    assert ledger.supply.usual("all") == {5: HOUR}
    date = Tally("press", "url", 4, 0, NOW)
    ledger.write(Batch(supply=SupplyBatch(dates={"url": date})))
    assert ledger.supply.dates() == {"url": date}
    ledger.write(Batch(supply=SupplyBatch({no_line(1).key: None})))
    assert set(ledger.supply.no_lines(rows)) == {no_line(2).key}
    ledger.close()


def test_what_is_too_old_is_forgotten(settings: Settings) -> None:
    ledger, _ = opened(settings)
    old = no_line(1, NOW - KEPT - timedelta(days=1))
    lost = replace(LISTING, key=b"o" * 16, checked=old.checked)
    over = replace(WAIT, host="over.example", not_before=NOW - timedelta(minutes=1))
    lines, listings = (old, no_line(2)), (lost, LISTING)
    supply = SupplyBatch(
        {row.key: row for row in lines},
        {row.key: row for row in listings},
        {row.host: row for row in (over, WAIT)},
    )
    ledger.write(Batch(supply=supply))
    ledger.write(Batch(supply=SupplyBatch(usual=[HOUR])))  # the last commit of a run
    assert set(ledger.supply.no_lines([old.key, no_line(2).key])) == {no_line(2).key}
    assert ledger.supply.listings() == {LISTING.key: LISTING}
    assert (ledger.supply.host("over.example"), ledger.supply.host(WAIT.host)) == (None, WAIT)
    ledger.close()


def test_a_run_looks_at_the_listings_that_were_asked_for_last(settings: Settings) -> None:
    ledger, _ = opened(settings)
    rows = [
        replace(LISTING, key=number.to_bytes(16, "big"), checked=NOW - timedelta(minutes=number))
        for number in range(MOST_LISTINGS + 1)
    ]
    ledger.write(Batch(supply=SupplyBatch(listings={row.key: row for row in rows})))
    assert list(ledger.supply.listings().values()) == rows[:-1]
    ledger.close()


def test_shapes_of_links_are_counted_and_forgotten_in_time(settings: Settings) -> None:
    ledger, _ = opened(settings)
    old = Tally("press", "tag/word", 0, 3, NOW - KEPT - timedelta(days=1))
    new = Tally("press", "i/code", 7, 1, NOW)
    ledger.write(Batch(supply=SupplyBatch(shapes={row.name: row for row in (old, new)})))
    ledger.write(Batch(supply=SupplyBatch(shapes={new.name: replace(new, right=8)})))
    assert ledger.supply.shapes() == {"i/code": replace(new, right=8)}
    ledger.close()


def test_a_ledger_of_version_2_gets_the_shapes(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with ledger.database.transaction() as connection:
        LINK_SHAPES.table.drop(connection)
        connection.execute(tables.version_table.update().values(version=2))
    ledger.close()
    ledger, _ = opened(settings)
    assert ledger.supply.shapes() == {}
    ledger.close()


def test_hosts_of_a_ledger_that_did_not_keep_since_when_are_left_alone_on(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with ledger.database.transaction() as connection:
        for name in ("since", "site"):
            connection.exec_driver_sql(f"ALTER TABLE host DROP COLUMN {name}")
        connection.exec_driver_sql("INSERT INTO host VALUES ('press.example', 4102444800, 'retry_after')")
        connection.execute(tables.version_table.update().values(version=8))
    ledger.close()
    ledger, _ = opened(settings)
    waits = ledger.supply.host("press.example")
    assert waits == HostWait("press.example", datetime(2100, 1, 1, tzinfo=UTC), "retry_after")
    ledger.close()


def test_a_ledger_of_version_1_gets_the_memory(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with ledger.database.transaction() as connection:
        for table in (tables.no_line_table, tables.supply_table, tables.usual_table, tables.host_table):
            table.drop(connection)
        connection.exec_driver_sql("ALTER TABLE listing DROP COLUMN proven")
        connection.execute(tables.version_table.update().values(version=1))
    ledger.close()
    ledger, _ = opened(settings)
    assert ledger.supply.listings() == {}
    assert ledger.listing("https://press.example/rss.xml") is None
    ledger.close()
