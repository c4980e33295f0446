"""Far less than usual is a sign; an ordinary quiet day is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from benchmarks.ordinary_days import papers, simulate
from newscrawler.ledger.supply_memory import Usual
from newscrawler.run.usual import (
    ANY_DAY,
    LATEST,
    NEVER_LOW,
    after_run,
    arguments_hash,
    far_below,
    has_become_usual,
    hour_of_week,
    low_after,
    share_of_usual,
    with_run,
)

if TYPE_CHECKING:
    from newscrawler.ledger.low_memory import LowRuns

BLANK = Usual("press", "", 0, 0, 0, 0)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def hours_of(*runs: tuple[int, int]) -> dict[int, Usual]:
    """What is known after runs: (hour of the week, articles listed)."""
    hours: dict[int, Usual] = {}
    for hour, listed in runs:
        hours |= {row.hour: row for row in after_run(listed, hours, hour, BLANK)}
    return hours


def in_one_hour(*listed: int) -> dict[int, Usual]:
    return hours_of(*((5, number) for number in listed))


def test_nothing_where_something_was() -> None:
    hours = in_one_hour(60, 62, 58, 61)
    assert far_below(0, hours, 5) == "articles listed: none, usually 60 at this hour and weekday"
    assert not far_below(0, hours, 6), "at another hour nothing may be usual"


def test_an_hour_is_one_of_the_week_and_a_weekday_is_held_against_its_own() -> None:
    monday = datetime(2026, 11, 23, 9, 59, tzinfo=UTC)
    week = [hour_of_week(monday + timedelta(days=day)) for day in range(7)]
    assert week == [9 + 24 * day for day in range(7)]
    hours = hours_of(*((hour, 6 if hour == week[5] else 60) for _ in range(4) for hour in week))
    hours |= {LATEST: Usual("press", "", LATEST, 1, 6000, 0)}
    assert far_below(6, hours, week[0])
    assert not far_below(6, hours, week[5]), "a Saturday"


def test_days_at_the_same_hour_are_known_before_the_week_is() -> None:
    hours = hours_of(*((24 * day + 9, 40) for day in range(4)))
    assert far_below(2, hours, 24 * 4 + 9) == "articles listed: 2, usually 40 at this hour"
    assert not far_below(2, hours_of(*((24 * day + 9, 40) for day in range(3))), 24 * 3 + 9)


def test_a_quiet_day_that_was_there_before_is_no_sign() -> None:
    assert not far_below(12, in_one_hour(60, 62, 12, 61, 60), 5)


def test_a_site_that_went_to_sleep_slowly_is_none() -> None:
    hours = in_one_hour(60, 62, 58, 61)
    for listed in (30, 16, 8, 4):
        assert not far_below(listed, hours, 5)
        hours |= {LATEST: Usual("press", "", LATEST, 1, 100 * listed, 0)}


def test_a_page_of_today_begins_anew_each_night() -> None:
    day = [(hour, 4 * hour) for hour in range(10, 24) for _ in range(4)]
    assert not far_below(1, hours_of(*day), 24)


def low_for(hours: int, *shares: int) -> LowRuns:
    """What is known after low runs, the last of them so many hours before a good one."""
    low = NEVER_LOW
    for share in shares:
        low = low_after(low, share, NOON, is_low=True)
    return low_after(low, 1000, NOON + timedelta(hours=hours), is_low=False)


@pytest.mark.parametrize(
    ("low", "fewest_of_100"),
    [
        (NEVER_LOW, 17),
        (low_for(24, 110, 100), 7),  # a holiday that has passed
        (low_for(24, 10), 5),  # the next one may be lower, but not by much
        (low_for(24, 0), 17),  # nothing at all is no holiday
        (low_for(120, 100), 17),  # nor is a week
    ],
)
def test_a_site_that_has_holidays_may_be_low_on_the_next_one(low: LowRuns, fewest_of_100: int) -> None:
    hours = in_one_hour(100, 100, 100, 100)
    assert far_below(fewest_of_100 - 1, hours, 5, low)
    assert not far_below(fewest_of_100, hours, 5, low)


def test_what_a_run_lists_is_a_share_of_what_is_usual() -> None:
    assert share_of_usual(6, in_one_hour(60, 60, 60, 60), 5) == 100
    assert share_of_usual(6, {}, 5) == 1000


def test_a_site_that_stays_low_for_three_weeks_is_so_now() -> None:
    low = low_after(low_after(NEVER_LOW, 50, NOON, is_low=True), 40, NOON + timedelta(1), is_low=True)
    assert (low.since, low.lowest) == (NOON, 40)
    assert not has_become_usual(low, NOON + timedelta(days=20))
    assert has_become_usual(low, NOON + timedelta(days=21))
    assert not has_become_usual(NEVER_LOW, NOON)
    over = low_after(low, 40, NOON + timedelta(days=21), is_low=False)
    assert (over.since, over.passed) == (None, 1000)


def test_a_young_memory_and_a_small_site_say_nothing() -> None:
    assert not far_below(0, in_one_hour(60, 62), 5)
    assert not far_below(0, in_one_hour(3, 4, 3, 5, 4), 5)


def test_the_fewest_rise_slowly() -> None:
    row = with_run(with_run(BLANK, 60), 60)
    assert (row.runs, row.least < row.listed) == (2, True)


def test_ordinary_days_raise_no_alarm_and_a_real_drop_is_noticed_at_once() -> None:
    runs = alarms = 0
    noticed: list[bool] = []
    for paper in papers(1):
        found = simulate(paper, 60, 60)
        runs, alarms = runs + found[0], alarms + found[1]
        noticed += found[2]
    assert runs == 25 * 60 * 24
    assert alarms * 1000 <= runs
    assert len(noticed) > 20
    assert sum(noticed) >= 0.95 * len(noticed)


def test_the_least_of_several_low_runs_is_kept() -> None:
    low = NEVER_LOW
    for day, share in enumerate((90, 40, 70)):
        low = low_after(low, share, NOON + timedelta(days=day), is_low=True)
    assert (low.since, low.lowest) == (NOON, 40)


def known(listed: int, least: int = 10_000, runs: int = 4) -> Usual:
    return Usual("press", "all", 5, runs, 100 * listed, least)


@pytest.mark.parametrize(
    ("before", "listed", "after"),
    [
        (known(60, 6000, 0), 60, known(60, 6000, 1)),
        (known(60, 6000, 1), 80, known(70, 6062, 2)),
        (known(60, 6000, 1), 40, known(50, 4000, 2)),
        (known(80, 8000, 7), 160, known(90, 8062, 8)),
        (known(80, 8000, 8), 160, known(90, 8062, 9)),
        (known(80, 8000, 99), 0, known(70, 0, 100)),
        (known(0, 0, 4), 0, known(0, 0, 5)),
    ],
)
def test_the_numbers_of_an_hour_with_one_more_run(before: Usual, listed: int, after: Usual) -> None:
    assert with_run(before, listed) == after


def test_a_good_run_changes_its_hour_and_the_latest() -> None:
    blank = Usual("press", "all", 0, 0, 0, 0)
    assert after_run(7, {}, 5, blank) == [
        Usual("press", "all", 5, 1, 700, 700),
        Usual("press", "all", LATEST, 1, 700, 0),
    ]
    assert after_run(7, {5: known(9, 800)}, 5, blank)[0] == with_run(known(9, 800), 7)
    assert not set(range(168)) & {LATEST, ANY_DAY}


@pytest.mark.parametrize(
    ("usual", "least", "latest", "fewest"),
    [
        (100, 10_000, 100, 17),  # 16.6 by the usual
        (100, 10_000, 60, 10),  # 9.96 by the latest run
        (100, 4_000, 100, 10),  # by the fewest ever
        (100, 0, 100, 0),
        (8, 800, 8, 2),
        (7, 700, 7, 0),  # too small a site
        (1000, 100_000, 247, 41),  # 41.002: articles are whole ones
    ],
)
def test_how_few_are_far_below(usual: int, least: int, latest: int, fewest: int) -> None:
    hours = {5: known(usual, least), LATEST: Usual("press", "all", LATEST, 1, 100 * latest, 0)}
    found = [listed for listed in range(50) if not far_below(listed, hours, 5)]
    assert found[0] == fewest
    assert far_below(0, {5: hours[5]}, 5) == "", "no run before it"
    assert far_below(0, {LATEST: hours[LATEST]}, 5) == ""


def test_an_hour_is_judged_by_its_own_numbers_from_its_fourth_run_on() -> None:
    latest = {LATEST: Usual("press", "all", LATEST, 1, 10_000, 0)}
    assert not far_below(0, latest | {5: known(100, runs=3)}, 5)
    assert far_below(0, latest | {5: known(100, runs=4)}, 5)


def test_days_at_this_hour_are_those_of_the_hours_around_it_by_their_runs() -> None:
    def days(*hours: int) -> dict[int, Usual]:
        return {
            hour: Usual("press", "all", hour, runs, 100 * listed, 100 * least)
            for hour, (runs, listed, least) in zip(hours, ((1, 90, 80), (2, 60, 50), (1, 30, 40), (1, 40, 60)), strict=True)
        }  # fmt: skip

    latest = {LATEST: Usual("press", "all", LATEST, 1, 9_000, 0)}
    said = "articles listed: none, usually 56 at this hour"  # (90 + 2 * 60 + 30 + 40) / 5
    assert far_below(0, days(9, 24 + 10, 48 + 8, 72 + 9) | latest, 96 + 9) == said
    assert far_below(0, days(23, 24 + 0, 48 + 22, 72 + 23) | latest, 96 + 23) == said
    assert far_below(0, days(9, 24 + 11, 48 + 8, 72 + 9) | latest, 96 + 9) == ""
    assert far_below(0, days(9, 24 + 7, 48 + 8, 72 + 9) | latest, 96 + 9) == ""
    assert far_below(0, days(9, 8, 48 + 8, 72 + 9) | latest, 96 + 9) == "", "three days"
    assert share_of_usual(28, days(9, 24 + 10, 48 + 8, 72 + 9), 96 + 9) == 500


def test_what_is_known_of_low_runs_with_one_more() -> None:
    low = low_after(NEVER_LOW, 50, NOON, is_low=True)
    assert low_after(NEVER_LOW, 900, NOON, is_low=False) is NEVER_LOW
    four_days = NOON + timedelta(days=4)
    assert low_after(low, 900, four_days, is_low=False).passed == 50
    assert low_after(low, 900, four_days + timedelta(seconds=1), is_low=False).passed == 1000
    once = low_after(low, 900, four_days, is_low=False)
    again = low_after(low_after(once, 80, NOON, is_low=True), 900, four_days, is_low=False)
    assert (again.since, again.passed) == (None, 50)


def test_arguments_that_decide_how_much_is_listed_are_part_of_what_is_held_apart() -> None:
    class Given:
        def __init__(self, **arguments: str) -> None:
            self.arguments = arguments

    def of(**arguments: str) -> str:
        return arguments_hash(Given(**arguments))  # type: ignore[arg-type]

    names = ["sections", "topics", "query", "since", "until", "max_pages", "source", "site_url", "url"]
    assert len({of(), *(of(**{name: "x"}) for name in names), of(query="y")}) == len(names) + 2
    assert of(jobdir="x", query="a") == of(query="a")
    assert len(of()) == 16
    assert of(topics="a", sections="b") == of(sections="b", topics="a")
