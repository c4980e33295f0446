"""A share that drops is told, whatever the size of the runs; a strange day is not."""

from __future__ import annotations

import random

import pytest

from newscrawler.health.share import LEAST_MOST, Drop, Limits, Share

LIMITS = Limits()
DAY = 86_400


def learned(articles: int = 20, runs: int = 20, good: float = 1.0) -> Share:
    share = Share()
    for number in range(runs):
        assert not share.add(round(good * articles), articles, number * DAY, LIMITS)
    return share


def noticed(share: Share, good: int, asked: int, runs: int = 20) -> int:
    """Return the run that raises the alarm; 0: none does."""
    return next((n for n in range(1, runs + 1) if share.add(good, asked, (100 + n) * DAY, LIMITS)), 0)


@pytest.mark.parametrize(("articles", "run"), [(20, 1), (10, 1), (5, 2), (3, 4), (1, 10)])
def test_small_runs_add_up(articles: int, run: int) -> None:
    share = learned(articles, runs=100)
    assert noticed(share, 0, articles) == run
    assert share.since == 101 * DAY
    assert share.latest() == (0, run * articles)


@pytest.mark.parametrize(("articles", "latest"), [(20, 1), (10, 2), (5, 4)])
def test_what_little_more_than_half_had_and_none_has_now(articles: int, latest: int) -> None:
    assert 0 < noticed(learned(articles, runs=100, good=0.6), 0, articles) <= latest


@pytest.mark.parametrize(("good", "latest"), [(15, 4), (12, 3), (17, 20)])
def test_a_part_that_changes_needs_more_than_one_run(good: int, latest: int) -> None:
    assert 1 < noticed(learned(), good, 20) <= latest


def test_one_strange_day_is_no_alarm_and_the_more_there_were_the_more_it_takes() -> None:
    share, quiet = learned(), learned(runs=400)
    for _ in range(20):
        assert noticed(share, 10, 20, runs=1) == 0
        assert noticed(share, 20, 20, runs=5) == 0
    assert noticed(quiet, 10, 20) < noticed(share, 10, 20)


HOLIDAY = [10, 10, 10, 10]
"""A day of four runs of twenty articles; half of them have another template."""


def after_a_holiday() -> tuple[Share, int]:
    """Return a share that had one, and the moment of its latest run."""
    share, moment = learned(runs=100), 100 * DAY
    raised = [share.add(good, 20, moment := moment + DAY // 4, LIMITS) for good in [*HOLIDAY, *40 * [20]]]
    assert any(raised)
    assert not raised[-1]
    return share, moment


def told(share: Share, moment: int, *runs: int, each: int = DAY // 4) -> int:
    """Return the run that raises the alarm; 0: none does."""
    moments = range(moment + each, moment + each * (len(runs) + 1), each)
    states = [share.add(good, 20, now, LIMITS) for good, now in zip(runs, moments, strict=True)]
    return states.index(True) + 1 if any(states) else 0


def test_holidays_that_come_again_are_no_alarm_and_a_full_switch_is_one_still() -> None:
    share, moment = after_a_holiday()
    for _ in range(6):
        assert told(share, moment, *HOLIDAY, *40 * [20]) == 0
        moment += 44 * DAY // 4
    assert told(share, moment, 0) == 1


@pytest.mark.parametrize("each", [DAY // 24, DAY // 4, DAY - 600])
def test_what_stays_longer_than_a_holiday_is_told_on_its_third_day(each: int) -> None:
    share, moment = after_a_holiday()
    assert DAY < each * told(share, moment, *60 * [10], each=each) <= 3 * DAY


def test_on_special_days_a_part_that_is_strange_is_no_alarm_before_a_week_and_a_full_switch_is_one() -> None:
    half, none = learned(runs=300), learned(runs=300)
    days = [half.add(10, 20, (300 + day) * DAY, LIMITS, is_special=True) for day in range(9)]
    assert days.index(True) == 6
    assert none.add(0, 20, 300 * DAY, LIMITS, is_special=True)


def test_what_a_day_said_before_it_was_known_for_a_special_one_is_taken_back() -> None:
    share, now = learned(runs=300), 300 * DAY
    ordinary, special = [share.add(10, 20, now + n * DAY // 4, LIMITS, is_special=n > 0) for n in range(2)]
    assert not ordinary
    assert not special
    assert share.score == LEAST_MOST
    assert not share.add(10, 20, now + DAY, LIMITS)


def test_ten_strange_articles_in_a_row_on_a_special_day_are_no_full_switch() -> None:
    share, now = learned(runs=300), 300 * DAY
    days = [
        share.add(good, 20, now + n * DAY // 24, LIMITS, is_special=True)
        for n, good in enumerate((13, 10, 3, 9))
    ]
    assert not any(days)


def test_the_runs_of_a_special_day_say_no_more_than_one() -> None:
    share, step = learned(runs=300), DAY // 8
    assert not any(share.add(10, 20, 300 * DAY + n * step, LIMITS, is_special=True) for n in range(24))


def test_some_strange_articles_in_a_row_on_a_holiday_are_no_full_switch() -> None:
    share, moment = after_a_holiday()
    assert told(share, moment, 13, 10, 3, 9, each=DAY // 24) == 0


def test_a_full_switch_is_told_at_once_whatever_chance_did_the_day_before() -> None:
    share, moment = after_a_holiday()
    assert told(share, moment, 18, 20, 0, each=DAY) == 3


@pytest.mark.parametrize(("each", "run"), [(DAY, 2), (DAY // 24, 3)])
def test_what_passes_within_hours_is_told_when_it_is_there_on_the_next_day(each: int, run: int) -> None:
    drop, share = Drop(least_usual=0.5, at_once=False, on_two_days=True), learned(runs=200)
    for number in range(205, 245, 10):
        assert not share.add(0, 20, number * DAY, LIMITS, drop)
        assert not share.add(20, 20, (number + 1) * DAY, LIMITS, drop)
    states = [share.add(0, 20, 300 * DAY + n * each, LIMITS, drop) for n in range(4)]
    assert states.index(True) + 1 == run


def test_a_strange_day_is_no_slow_decay() -> None:
    slow, share = Drop(lowered_to=0.9, least_usual=0.9, at_once=False, is_slow=True), learned(runs=200)
    days = [10, 20, 10, 20, 20, 20, 10]
    assert not any(share.add(good, 20, (300 + day) * DAY, LIMITS, slow) for day, good in enumerate(days))
    states = [share.add(16, 20, (320 + day) * DAY, LIMITS, slow) for day in range(6)]
    assert 1 <= states.index(True) <= 3


def test_what_is_always_rare_is_no_alarm() -> None:
    dice = random.Random(1)
    share = Share()
    for number in range(3000):
        assert not share.add(sum(dice.random() < 0.5 for _ in range(4)), 4, number, LIMITS)


def test_without_history_there_is_no_alarm() -> None:
    assert noticed(Share(), 0, 20) == 0
    assert noticed(learned(4, runs=10), 0, 20, runs=1) == 0


def test_an_alarm_is_over_when_all_is_as_before() -> None:
    share = learned()
    assert noticed(share, 0, 20) == 1
    runs = next(n for n in range(1, 20) if not share.add(20, 20, n, LIMITS))
    assert runs <= 4
    assert share.usual > 0.95


@pytest.mark.parametrize("each_day", [96, 1])
def test_what_stays_for_three_weeks_becomes_usual(each_day: int) -> None:
    share = learned()
    begin, step = 100 * DAY, DAY // each_day
    moments = range(begin, begin + 25 * DAY, step)
    states = {moment: share.add(0, 20, moment, LIMITS) for moment in moments}
    assert all(open_ for moment, open_ in states.items() if moment < begin + 21 * DAY)
    assert not any(open_ for moment, open_ in states.items() if moment > begin + 21 * DAY)


def test_a_section_is_told_when_it_vanishes_not_when_it_halves() -> None:
    gone = Drop(lowered_to=0.1, least_usual=0.02)
    half, none = learned(good=0.2), learned(good=0.2)
    assert not any(half.add(2, 20, n, LIMITS, gone) for n in range(50))
    assert any(none.add(0, 20, n, LIMITS, gone) for n in range(5))
