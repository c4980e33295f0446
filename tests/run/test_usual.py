"""Far less than usual is a sign; an ordinary quiet day is none."""

from __future__ import annotations

from benchmarks.ordinary_days import papers, simulate
from newscrawler.ledger.supply_memory import Usual
from newscrawler.run.usual import LATEST, after_run, far_below, with_run

BLANK = Usual("press", "", 0, 0, 0, 0)


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
