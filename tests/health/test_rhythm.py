"""Silence is told by what should have come meanwhile, not by the clock."""

from datetime import UTC, datetime, timedelta

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


def test_hours_are_those_of_utc() -> None:
    assert hour_of_week(datetime.fromisoformat("2026-11-02T01:00+03:00")) == 6 * 24 + 22
