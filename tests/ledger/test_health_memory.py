"""The ledger keeps a site's history and its alarms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from newscrawler.ledger.health_memory import KEPT, AlarmRow, history_table
from tests.ledger.lines import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.settings import Settings

    from newscrawler.ledger import Ledger

NOW = datetime.now(UTC).replace(microsecond=0)
ROW = AlarmRow("tass", "a", "headline", NOW, "changed", 0.001, ["https://example.org/1"], NOW, "run")


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    ledger, _ = opened(settings)
    yield ledger
    ledger.close()


def test_a_history_belongs_to_a_site_and_its_arguments(ledger: Ledger) -> None:
    assert ledger.health.history("a") == ""
    ledger.health.write_history("a", "{}")
    ledger.health.write_history("a", "[]")
    assert ledger.health.history("a") == "[]"
    assert ledger.health.history("b") == ""


def test_alarms_are_kept_and_forgotten_long_after_they_are_over(ledger: Ledger) -> None:
    old = replace(ROW, subject="body", over=NOW - KEPT - timedelta(days=1))
    ledger.health.write_alarms([replace(ROW, site=ledger.site)])
    assert [row.subject for row in ledger.health.alarms()] == ["headline"]
    assert ledger.health.alarms()[0].samples == ROW.samples
    ledger.health.write_alarms([replace(ROW, site=ledger.site, told=NOW), replace(old, site=ledger.site)])
    assert [(row.subject, row.told) for row in ledger.health.alarms()] == [("headline", NOW)]


def test_an_alarm_is_read_back_as_it_was_written(ledger: Ledger) -> None:
    row = replace(
        ROW, site=ledger.site, over=NOW - timedelta(days=1), told=NOW - timedelta(days=2),
        told_over=NOW - timedelta(hours=1), samples=["https://example.org/1", "https://example.org/ж"],
        raised=NOW - timedelta(days=3), since=NOW - timedelta(days=4),
    )  # fmt: skip
    ledger.health.write_alarms([row])
    assert ledger.health.alarms() == [row]
    ledger.health.write_alarms([])
    assert ledger.health.alarms() == [row]


def test_alarms_stand_in_order_the_latest_first_and_those_of_a_site_apart(ledger: Ledger) -> None:
    rows = [
        replace(ROW, site=site, subject=subject, raised=NOW - timedelta(days=days))
        for site, subject, days in (
            (ledger.site, "b", 2), (ledger.site, "c", 1), ("other", "a", 1), (ledger.site, "a", 2),
        )
    ]  # fmt: skip
    ledger.health.write_alarms(rows)
    assert [row.subject for row in ledger.health.alarms()] == ["c", "a", "b"]
    found = [(row.site, row.subject) for row in ledger.health.alarms_of_all()]
    assert found == [("other", "a"), (ledger.site, "c"), (ledger.site, "a"), (ledger.site, "b")]


def test_an_alarm_is_one_by_site_arguments_subject_and_beginning(ledger: Ledger) -> None:
    first = replace(ROW, site=ledger.site)
    others = [
        replace(first, arguments="b"),
        replace(first, subject="body"),
        replace(first, since=NOW - timedelta(days=1)),
    ]
    ledger.health.write_alarms([first, *others])
    ledger.health.write_alarms([replace(first, line="worse", chance=0.5, run_id="2", over=NOW)])
    assert len(ledger.health.alarms()) == 4
    (found,) = [row for row in ledger.health.alarms() if row.over]
    assert found == replace(first, line="worse", chance=0.5, run_id="2", over=NOW)


def test_what_is_over_for_a_year_and_more_is_forgotten_of_this_site_alone(ledger: Ledger) -> None:
    assert timedelta(days=366) < KEPT
    over = datetime.now(UTC) - KEPT
    kept = replace(ROW, site=ledger.site, subject="kept", over=over + timedelta(hours=1))
    gone = replace(ROW, site=ledger.site, subject="gone", over=over - timedelta(hours=1))
    others = replace(gone, site="other")
    ledger.health.write_alarms([kept, gone, others])
    assert {(row.site, row.subject) for row in ledger.health.alarms_of_all()} == {
        (ledger.site, "kept"),
        ("other", "gone"),
    }


def test_histories_that_no_run_has_written_for_long_are_forgotten(ledger: Ledger) -> None:
    for name in ("old", "kept"):
        ledger.health.write_history(name, "{}")
    with ledger.database.transaction() as connection:
        for name, age in (("old", KEPT + timedelta(hours=1)), ("kept", KEPT - timedelta(hours=1))):
            row = history_table.c.arguments == name
            connection.execute(history_table.update().where(row).values(checked=datetime.now(UTC) - age))
        copy = {
            "site": "other",
            "arguments": "old",
            "history": "{}",
            "checked": NOW - KEPT - timedelta(days=1),
        }
        connection.execute(history_table.insert().values(copy))
    ledger.health.write_history("new", "{}")
    with ledger.database.reading() as connection:
        rows = connection.execute(select(history_table.c.site, history_table.c.arguments)).all()
    assert set(map(tuple, rows)) == {(ledger.site, "kept"), (ledger.site, "new"), ("other", "old")}


def test_a_mark_is_claimed_by_one_run_until_it_is_due_again(ledger: Ledger) -> None:
    mark = replace(ROW, site=ledger.site, told=NOW, samples=["x"])
    assert ledger.health.claim(mark, NOW - timedelta(hours=1))
    later = replace(mark, told=NOW + timedelta(hours=1))
    assert not ledger.health.claim(later, NOW - timedelta(seconds=1))
    assert not ledger.health.claim(later, NOW)
    assert ledger.health.alarms() == [mark]
    assert ledger.health.claim(later, NOW + timedelta(seconds=1))
    assert ledger.health.alarms() == [later]
    for other in (
        replace(later, site="other"), replace(later, arguments="b"), replace(later, subject="body"),
        replace(later, since=NOW - timedelta(days=1)),
    ):  # fmt: skip
        assert ledger.health.claim(other, NOW - timedelta(days=9)), other


def test_runs_of_all_sites_since_a_moment(ledger: Ledger) -> None:
    for number, minutes in enumerate((-1, 0, 1)):
        start = (NOW + timedelta(minutes=minutes)).isoformat()
        record = {"id": f"r{number}", "start": start, "end": start, "new": number}
        ledger.save_run(record, ended=number == 1)
    found = ledger.health.runs_since(NOW)
    assert [(site, record["id"], record["new"]) for site, record in found] == [
        (ledger.site, "r1", 1),
        (ledger.site, "r2", 2),
    ]
