"""Clocks beside a day, and the zones printed with them."""

import pytest

from newscrawler.dates.printed_clock import clock_after, clock_before
from tests.dates.reading import value


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("19:27", "19:27:00"),
        ("19:27:05", "19:27:05"),
        ("19:27:60", "19:27:59"),  # a leap second stays in its minute
        ("7:27 PM", "19:27:00"),
        ("12:05 AM", "00:05:00"),
        ("12:05 PM", "12:05:00"),
        ("7 p.m.", "19:00:00"),
        ("19h27", "19:27:00"),
        ("19 h 27 min 05", "19:27:05"),
        ("19.27 Uhr", "19:27:00"),
        ("7 Uhr", "07:00:00"),
        ("0:00", "00:00:00"),
        ("23:59", "23:59:00"),
        ("下午7:27", "19:27:00"),
        ("凌晨0:27", "00:27:00"),
        ("晚上7:27", "19:27:00"),
        ("19点27分", "19:27:00"),
        ("19時27分05秒", "19:27:05"),
        ("오후 7시 27분", "19:27:00"),
        ("07.27 น.", "07:27:00"),
        ("ساعت ۱۹:۲۷", "19:27:00"),
        ("7:27 chiều", "19:27:00"),
        ("7:27 sáng", "07:27:00"),
    ],
)
def test_a_clock_behind_a_day(clock: str, expected: str) -> None:
    assert value(f"2017-05-04 {clock}") == f"2017-05-04T{expected}"


@pytest.mark.parametrize("clock", ["24:27", "19:60", "晚上12:05", "19.27 million", "19:271"])
def test_what_is_no_clock(clock: str) -> None:
    assert value(f"4 May 2017 {clock}") == "2017-05-04"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("UTC+3", "+03:00"),
        ("UTC-3", "-03:00"),
        ("GMT+5:30", "+05:30"),
        ("+03:00", "+03:00"),
        ("-0300", "-03:00"),
        ("(UTC+8)", "+08:00"),
        ("MSK", "+03:00"),
        ("по московскому времени", "+03:00"),
        ("EST/EDT", "-04:00"),
        ("GMT", "+00:00"),
    ],
)
def test_a_zone_behind_a_clock(zone: str, offset: str) -> None:
    assert value(f"4 May 2017 19:27 {zone}", zone="Asia/Tokyo") == f"2017-05-04T19:27:00{offset}"


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("10:00-11:30", "10:00:00"),  # from when to when
        ("10:00+03:00", "10:00:00+03:00"),
        ("10:00 -03:00", "10:00:00-03:00"),
        ("10:00 +03:00", "10:00:00+03:00"),
        ("10:00-0300", "10:00:00-03:00"),
        ("10:00+0300", "10:00:00+03:00"),
        ("10:00:00-03:00", "10:00:00-03:00"),
        ("10:00:00+03:00", "10:00:00+03:00"),
    ],
)
def test_an_offset_is_told_from_the_end_of_a_span(clock: str, expected: str) -> None:
    assert value(f"4 May 2017 {clock}") == f"2017-05-04T{expected}"


def test_the_clock_on_either_side_of_a_day() -> None:
    behind = clock_after("4 may 2017, 19:27 utc", 10, None)
    assert behind is not None
    assert (behind[:3], behind[4], behind[5]) == ((19, 27, None), True, 21)
    before = clock_before("10:00, 19:27, 4 may 2017", 14, None)
    assert before is not None
    assert before[:3] == (19, 27, None)
    assert clock_after("4 may 2017 yesterday at 19:27", 10, None) is None
