"""Edges of times: the longest text that is read, the first and the last year, the size of figures."""

import pytest

from newscrawler.dates import from_unix
from newscrawler.dates.date_line import is_date_line
from newscrawler.dates.iso_time import read_iso
from newscrawler.dates.parse_time import parse_time, trailing_place
from newscrawler.dates.parsed_time import day_only
from newscrawler.dates.printed_clock import _may_join
from tests.dates.reading import value


@pytest.mark.parametrize(
    ("seconds", "year"),
    [
        ("99999999999", None),  # seconds: far beyond the web
        ("500000000000", "1985"),  # milliseconds
        ("99999999999999", None),
        ("500000000000000", "1985"),  # microseconds
        (10**11, None),
        (10**14, None),
        (99_999_999_999_999_999, None),
        (1e17, None),
        (-1e17, None),
        ("nan", None),
        ("inf", None),
        ("", None),
    ],
)
def test_the_size_of_a_unix_time_tells_its_unit(seconds: str | float, year: str | None) -> None:
    found = from_unix(seconds, None)
    assert (found.value[:4] if found else None) == year


def test_milliseconds_and_microseconds_of_one_moment() -> None:
    found = {from_unix(1_593_378_975 * unit, None) for unit in (1, 1000, 1_000_000)}
    assert {time.value for time in found if time} == {"2020-06-28T21:16:15+00:00"}


@pytest.mark.parametrize(("size", "is_date"), [(110, True), (111, False)])
def test_the_longest_line_that_is_a_date(size: int, is_date: bool) -> None:
    assert is_date_line("4 May 2017" + " " * (size - 10)) == is_date


@pytest.mark.parametrize(("size", "joins"), [(31, True), (32, True), (33, False)])
def test_the_longest_gap_between_a_day_and_its_clock(size: int, joins: bool) -> None:
    assert _may_join(" " * size) == joins
    assert _may_join(" abc " + " " * (size - 5)) == joins
    assert not _may_join(" abcd ")
    assert not _may_join(" upd ")


@pytest.mark.parametrize(
    ("place", "found"),
    [("ABC", "ABC"), ("AB", None), ("A" * 60, "A" * 60), ("A" * 61, None), ("Astana", None), ("---", None)],
)
def test_how_long_a_place_behind_a_time_is(place: str, found: str | None) -> None:
    assert trailing_place(f"May 04, 2017 19:27 UTC+3 {place}") == found


def test_a_place_without_a_clock_or_behind_a_long_text_is_none() -> None:
    assert trailing_place("May 04, 2017 ASTANA") is None
    whole = "May 04, 2017 19:27 UTC+3 ASTANA"
    assert trailing_place(whole + " " * (400 - len(whole))) == "ASTANA"
    assert trailing_place(whole + " " * (401 - len(whole))) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("04/05/79", "2079-05-04"),
        ("04/05/80", "1980-05-04"),
        ("04/05/81", "1981-05-04"),
        ("04/05/99", "1999-05-04"),
        ("04/05/00", "2000-05-04"),
    ],
)
def test_two_figures_of_a_year(printed: str, day: str) -> None:
    assert value(printed, day_first=True) == (day if day < "2065" else None)


@pytest.mark.parametrize(
    ("printed", "language", "day"),
    [
        ("100年5月4日", "zh", "2011-05-04"),
        ("100年5月4日", None, "2011-05-04"),
        ("99年5月4日", "zh", None),
        ("139年5月4日", None, "2050-05-04"),
        ("200年5月4日", "zh", None),
        ("999年5月4日", "zh", None),
        ("106年5月4日", "ko", None),
    ],
)
def test_three_figures_of_a_year_are_of_taiwan(printed: str, language: str | None, day: str | None) -> None:
    assert value(printed, language=language) == day


@pytest.mark.parametrize(("year", "is_one"), [(1979, False), (1980, True), (2065, True), (2066, False)])
def test_the_first_and_the_last_year_of_the_web(year: int, is_one: bool) -> None:
    assert (day_only(year, 5, 4, "") is not None) == is_one
    assert (parse_time(f"4 May {year} 19:27") is not None) == is_one
    assert (parse_time(f"{year}-05-04T19:27:00+02:00") is not None) == is_one


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("kl 19.27 4 May 2017", "19:27"),
        ("o 19.27 4 May 2017", "19:27"),
        ("19.27 4 May 2017", "19:27"),
        ("19.27 said 4 May 2017", ""),
        ("19:27 4 May 2017", "19:27"),
        ("4 May 2017 19.27", "19:27"),
        ("4 May 2017 19.27 said", ""),
        ("4 May 2017 19.27 EST", "19:27"),
        ("4 May 2017 19.27 | News", "19:27"),
        ("4 May 2017 19.27 · News", "19:27"),
        ("(4 May 2017 19.27)", "19:27"),
    ],
)
def test_where_a_dot_parts_hours_and_minutes(text: str, clock: str) -> None:
    assert (value(text) or "")[11:16] == clock


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("2017-05-04T19:27", "2017-05-04T19:27:00"),
        ("2017-05-04 19:27", "2017-05-04T19:27:00"),
        ("2017-05-04T19:27:00.5Z", "2017-05-04T19:27:00+00:00"),
        ("20170504T1927", "2017-05-04T19:27:00"),
        ("2017-0504T19:27", "2017-05-04T19:27:00"),
        ("201705-04T19:27", "2017-05-04T19:27:00"),
        ("2017-05-04T19:27:60Z", "2017-05-04T19:27:59+00:00"),
        ("2017-05-04T19:27 +2:00", "2017-05-04T19:27:00+02:00"),
        ("2017-05-04T19:27-0330", "2017-05-04T19:27:00-03:30"),
        ("2017-05-04T25:27", None),
        ("2017050", None),
        ("20170504", "2017-05-04"),
    ],
)
def test_iso_times_in_their_notations(raw: str, read: str | None) -> None:
    found = read_iso(raw, None)
    assert (found.value if found else None) == read
