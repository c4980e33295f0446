"""ParsedTime: what can be of one moment, and the ways of making one."""

from datetime import datetime

import pytest

from newscrawler.dates.parsed_time import day_only, local_time, same_minute, without_offset

CLOCK = datetime(2017, 5, 4, 19, 27)  # noqa: DTZ001 - local by nature


def test_a_local_time_in_a_zone_and_without() -> None:
    there = local_time(CLOCK, "raw", seconds=False, zone="Europe/Moscow")
    assert (there.value, there.offset, there.precision) == (
        "2017-05-04T19:27:00+03:00",
        "site_zone",
        "minute",
    )
    nowhere = local_time(CLOCK, "raw", seconds=True, zone=None)
    assert (nowhere.value, nowhere.offset, nowhere.precision) == ("2017-05-04T19:27:00", "unknown", "second")


@pytest.mark.parametrize("zone", ["Europe/Moscow", None])
def test_a_local_time_says_what_gave_its_year(zone: str | None) -> None:
    assert local_time(CLOCK, "raw", seconds=False, zone=zone, year_source="feed").year_source == "feed"


def test_days_of_the_calendar() -> None:
    day = day_only(2016, 2, 29, "raw", "feed")
    assert day is not None
    assert (day.value, day.instant, day.year_source) == ("2016-02-29", None, "feed")
    assert day_only(2017, 2, 29, "raw") is None
    assert day_only(1979, 12, 31, "raw") is None
    assert day_only(2101, 1, 1, "raw") is None


@pytest.mark.parametrize(
    ("minutes", "same"),
    [(-12 * 60, True), (-12 * 60 - 15, False), (14 * 60, True), (14 * 60 + 15, False), (20, False)],
)
def test_a_clock_without_offset_agrees_where_some_offset_makes_it_the_same(
    minutes: int, *, same: bool
) -> None:
    known = local_time(CLOCK, "raw", seconds=False, zone="UTC")
    hours, rest = divmod(19 * 60 + 27 + minutes, 60)
    other = without_offset(datetime(2017, 5, 4 + hours // 24, hours % 24, rest), "raw", seconds=False)  # noqa: DTZ001
    assert same_minute(known, other) is same_minute(other, known) is same


def test_clocks_without_offset_agree_within_a_minute() -> None:
    first = without_offset(CLOCK, "raw", seconds=True)
    near = without_offset(CLOCK.replace(second=59), "raw", seconds=True)
    apart = without_offset(CLOCK.replace(minute=28), "raw", seconds=True)
    assert same_minute(first, near)
    assert not same_minute(first, apart)
    assert not same_minute(apart, first)


@pytest.mark.parametrize(
    ("second", "minute", "same"), [(46, 27, True), (46, 28, True), (46, 26, False), (0, 29, False)]
)
def test_a_clock_without_seconds_agrees_with_the_second_that_a_machine_states(
    second: int, minute: int, same: bool
) -> None:
    known = local_time(CLOCK.replace(second=second), "raw", seconds=True, zone="Europe/Moscow")
    printed = without_offset(CLOCK.replace(hour=20, minute=minute), "raw", seconds=False)
    assert same_minute(known, printed) is same_minute(printed, known) is same
