"""Edges of what a run is judged by: traps, listings that are missed or dead, low runs, hours of the week."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from scrapy.settings import Settings

from newscrawler.ledger.low_memory import LowRuns
from newscrawler.ledger.supply_memory import RememberedListing, Usual
from newscrawler.run.lost_sections import _is_missed, _was_named
from newscrawler.run.traps import Traps
from newscrawler.run.usual import (
    far_below,
    has_become_usual,
    low_after,
    share_of_usual,
    with_run,
)

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LEAST_RUNS_OF_SECTION, LEAST_SHOWN = 5, 5
LONGEST_GAP, NAMED, TOLD = timedelta(days=1), timedelta(days=7), timedelta(days=21)
LEAST_RUNS, LEAST_DAYS, LEAST_LISTED, LATEST = 4, 4, 8, 168
HOLIDAY, RELEARNED = timedelta(days=4), timedelta(days=21)
"""Written down here once more: a bound that is moved is noticed."""
SECTION = RememberedListing(
    b"k" * 16, "press", "https://press.example/world", "section", guessed=False, runs=50, answered=NOW, new_at=NOW,
    usual=100 * LEAST_SHOWN, failures=0, failing_since=None, problem=None, moved_to=None, not_before=None,
    checked=NOW,
)  # fmt: skip
LOW = LowRuns("press", "all")


@pytest.mark.parametrize(
    ("setting", "article", "most"), [("TRAP_PAGES", False, 3), ("TRAP_ARTICLES", True, 3)]
)
def test_when_a_shape_is_a_trap(setting: str, article: bool, most: int) -> None:
    traps, none = Traps(Settings({setting: most})), Traps(Settings({setting: 0}))
    url = "https://press.example/calendar/2026/05"
    for _ in range(most):
        assert traps.closed(url, article=article) is None
        traps.count_barren(url, article=article)
        none.count_barren(url, article=article)
    assert traps.closed(url, article=article) == setting.lower()
    assert none.closed(url, article=article) is None
    assert traps.closed(url, article=not article) is None
    assert traps.barren(url, article=article) == most
    assert traps.barren() == (0 if article else most)
    traps.count_fruitful(url, article=article)
    assert traps.closed(url, article=article) is None
    assert traps.barren() == 0


def test_when_listings_of_all_shapes_are_a_trap() -> None:
    traps = Traps(Settings({"TRAP_PAGES": 2}))
    shapes = [f"https://press.example/{letter * 3}/x" for letter in "abcdefgh"]
    for place, url in enumerate(shapes):
        assert traps.closed("https://press.example/other/x", article=False) is None, place
        traps.count_barren(url, article=False)
    assert traps.closed("https://press.example/other/x", article=False) == "trap_pages"
    assert traps.closed("https://press.example/other/x", article=True) is None


def test_a_url_in_another_session() -> None:
    traps = Traps(Settings({}))
    first, second = (f"https://press.example/a;jsessionid={letter * 20}1" for letter in "AB")
    assert [traps.is_other_session(url) for url in (first, second, "https://press.example/a")] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("changes", "is_missed"),
    [
        ({}, True),
        ({"runs": LEAST_RUNS_OF_SECTION}, True),
        ({"runs": LEAST_RUNS_OF_SECTION - 1}, False),
        ({"runs": LEAST_RUNS_OF_SECTION + 1, "failures": 2}, False),
        ({"usual": 100 * LEAST_SHOWN - 1}, False),
        ({"failing_since": NOW - TOLD}, False),
        ({"failing_since": NOW - TOLD + timedelta(seconds=1)}, True),
    ],
)
def test_a_section_that_is_missed(changes: dict[str, object], is_missed: bool) -> None:
    assert _is_missed(replace(SECTION, **changes), NOW) == is_missed  # type: ignore[arg-type]
    assert not _is_missed(None, NOW)


def test_a_section_that_menus_named_for_a_week() -> None:
    gap = min(timedelta(hours=1), LONGEST_GAP)
    runs = -(-NAMED // gap)
    row = replace(SECTION, checked=NOW - gap, runs=runs)
    assert _was_named(row, NOW)
    assert not _was_named(replace(row, runs=runs - 1), NOW)
    assert not _was_named(replace(row, problem="http-404"), NOW)
    assert _was_named(replace(row, problem="not_named", runs=0), NOW)
    late = replace(SECTION, checked=NOW - 100 * LONGEST_GAP, runs=-(-NAMED // LONGEST_GAP) - 1)
    assert not _was_named(late, NOW), "a long pause is no proof"


def hours(listed: int = 6000, runs: int = LEAST_RUNS, latest: int = 6000) -> dict[int, Usual]:
    return {
        5: Usual("press", "", 5, runs, listed, listed),
        LATEST: Usual("press", "", LATEST, 1, latest, 0),
    }


def test_from_which_run_on_an_hour_is_known() -> None:
    assert far_below(0, hours(), 5)
    assert far_below(0, hours(runs=LEAST_RUNS - 1), 5) == ""
    assert far_below(0, hours(), 6) == ""
    assert far_below(0, {5: hours()[5]}, 5) == ""


def test_how_much_a_site_lists_that_can_be_low() -> None:
    assert far_below(0, hours(listed=100 * LEAST_LISTED, latest=100 * LEAST_LISTED), 5)
    assert far_below(0, hours(listed=100 * LEAST_LISTED - 1, latest=100 * LEAST_LISTED), 5) == ""


def test_hours_of_other_days() -> None:
    rows = {24 * day + 5: Usual("press", "", 24 * day + 5, 1, 6000, 6000) for day in range(LEAST_DAYS)}
    rows[LATEST] = Usual("press", "", LATEST, 1, 6000, 0)
    for hour in (24 * 6 + 4, 24 * 6 + 5, 24 * 6 + 6):
        assert far_below(0, rows, hour).endswith("usually 60 at this hour"), hour
    for hour in (24 * 6 + 3, 24 * 6 + 7):
        assert far_below(0, rows, hour) == ""
    del rows[5]
    assert far_below(0, rows, 24 * 6 + 5) == ""


def test_the_share_of_what_is_usual() -> None:
    assert [share_of_usual(listed, hours(), 5) for listed in (60, 30, 1, 0)] == [1000, 500, 16, 0]
    assert share_of_usual(7, {}, 5) == 1000
    assert share_of_usual(7, hours(listed=0), 5) == 1000


def test_an_hour_with_one_more_run() -> None:
    row = with_run(Usual("press", "", 5, 1, 6000, 5000), 30)
    assert (row.runs, row.listed, row.least) == (2, 4500, 3000)
    row = with_run(Usual("press", "", 5, 1, 6000, 5000), 100)
    assert (row.runs, row.listed, row.least) == (2, 8000, 5187)


def test_low_runs_that_become_usual() -> None:
    assert not has_become_usual(LOW, NOW)
    assert has_become_usual(replace(LOW, since=NOW - RELEARNED), NOW)
    assert not has_become_usual(replace(LOW, since=NOW - RELEARNED + timedelta(seconds=1)), NOW)


def test_low_runs_one_after_another() -> None:
    first = low_after(LOW, 300, NOW, is_low=True)
    assert (first.since, first.lowest, first.passed) == (NOW, 300, 1000)
    second = low_after(first, 400, NOW + timedelta(hours=1), is_low=True)
    assert (second.since, second.lowest) == (NOW, 300)
    assert low_after(second, 200, NOW, is_low=True).lowest == 200
    assert low_after(LOW, 1000, NOW, is_low=False) == LOW
    over = low_after(second, 1000, NOW + HOLIDAY, is_low=False)
    assert (over.since, over.passed) == (None, 300)
    late = low_after(second, 1000, NOW + HOLIDAY + timedelta(seconds=1), is_low=False)
    assert (late.since, late.passed) == (None, 1000)
    nothing = low_after(replace(second, lowest=0), 1000, NOW, is_low=False)
    assert (nothing.since, nothing.passed) == (None, 1000)
    assert low_after(replace(second, passed=200), 1000, NOW, is_low=False).passed == 200
    assert low_after(replace(second, lowest=1), 1000, NOW, is_low=False).passed == 1
