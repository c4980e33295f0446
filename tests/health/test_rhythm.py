"""Silence is told by what should have come meanwhile, not by the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from newscrawler.health.rhythm import Rhythm, hour_of_week

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)


def weeks(rhythm: Rhythm, count: int) -> datetime:
    """Crawl every hour: two articles an hour by day, none at night, few on Sundays."""
    for hour in range(count * 168):
        moment = MONDAY + timedelta(hours=hour)
        new = 0 if moment.hour < 6 else 2 if moment.weekday() < 6 else moment.hour % 3 == 0
        assert not rhythm.add(int(new), moment), moment
    return MONDAY + timedelta(weeks=count)


def test_nights_and_sundays_are_no_silence_and_a_silent_day_is() -> None:
    rhythm = Rhythm()
    begin = weeks(rhythm, 4)
    silent = [rhythm.add(0, begin + timedelta(hours=hour)) for hour in range(24)]
    assert not any(silent[:11])
    assert silent[-1]
    assert not rhythm.add(3, begin + timedelta(hours=25))


def test_a_pause_of_the_crawler_is_no_silence_of_the_site() -> None:
    rhythm = Rhythm()
    begin = weeks(rhythm, 2)
    assert not rhythm.add(0, begin + timedelta(days=10))


def test_the_first_week_only_teaches() -> None:
    rhythm = Rhythm()
    for hour in range(100):
        assert not rhythm.add(5 if hour < 50 else 0, MONDAY + timedelta(hours=hour))


def days(rhythm: Rhythm, *numbers: int, since: int = 0) -> list[bool]:
    """Crawl once a day; return for each whether the site is silent."""
    return [rhythm.add(new, MONDAY + timedelta(days=since + day)) for day, new in enumerate(numbers)]


def test_a_strike_of_two_days_is_no_silence_of_a_site_that_is_crawled_once_a_day() -> None:
    rhythm = Rhythm()
    assert not any(days(rhythm, *[60] * 30))
    assert days(rhythm, 0, 0, 60, 0, 0, 0, since=30) == [False] * 5 + [True]


@pytest.mark.parametrize(("latest", "is_special"), [(0, True), (15, True), (35, False), (200, False)])
def test_a_day_with_few_articles_is_special_and_the_next_is_none(latest: int, is_special: bool) -> None:
    rhythm = Rhythm()
    days(rhythm, *[60] * 30, latest)
    assert rhythm.is_special is is_special
    days(rhythm, 60, since=31)
    assert not rhythm.is_special


def test_a_quiet_night_is_no_special_day() -> None:
    rhythm = Rhythm()
    begin = weeks(rhythm, 4)
    for hour in range(12):
        rhythm.add(2 if hour >= 6 else 0, begin + timedelta(hours=hour))
        assert not rhythm.is_special


def test_the_night_of_a_holiday_belongs_to_it() -> None:
    rhythm, states = Rhythm(), []
    begin = weeks(rhythm, 4)
    for hour in range(34):
        rhythm.add(2 if hour >= 30 else 0, begin + timedelta(hours=hour))
        states.append(rhythm.is_special)
    noon = states.index(True)
    assert 6 <= noon <= 12
    assert all(states[noon:30])
    assert not states[-1]


def test_nothing_is_special_in_the_first_week_or_where_little_comes() -> None:
    rhythm, small = Rhythm(), Rhythm()
    days(rhythm, 60, 60, 60, 10)
    days(small, *[5] * 30, 0)
    assert not rhythm.is_special
    assert not small.is_special


def test_hours_are_those_of_utc() -> None:
    assert hour_of_week(datetime.fromisoformat("2026-11-02T01:00+03:00")) == 6 * 24 + 22
