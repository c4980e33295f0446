"""Days as printed: which of several, and where their text ends."""

import pytest

from newscrawler.dates.printed_day import find_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 may 2017", (2017, 5, 4)),
        ("may 4, 2017", (2017, 5, 4)),
        ("2017 may 4", (2017, 5, 4)),
        ("2017-05-04", (2017, 5, 4)),
        ("4 may", (None, 5, 4)),
        ("4 may, updated 5 june 2018", (2018, 6, 5)),  # one with its year goes first
        ("4 may 2017, updated 5 june 2018", (2017, 5, 4)),
        ("24 نيسان / ابريل 2017", (2017, 4, 24)),
        ("4 may/june 2017", None),
        ("4-5 may 2017", None),
        ("32 may 2017", None),
        ("0 may 2017", None),
        ("2017-13-04", None),
        ("13.05.2017", (2017, 5, 13)),
        ("05/13/2017", (2017, 5, 13)),
        ("13/13/2017", None),
        ("05.05.2017", (2017, 5, 5)),
        ("04.05.2017", None),
        ("4 january 2017", (2017, 1, 4)),
        ("31 december 2017", (2017, 12, 31)),
    ],
)
def test_the_first_day(text: str, day: tuple[int | None, int, int] | None) -> None:
    found = find_day(text, None, None)
    assert (found[:3] if found else None) == day


@pytest.mark.parametrize(("language", "month"), [("pl", 11), ("hr", 10)])
def test_the_language_decides_a_name_of_several_months(language: str, month: int) -> None:
    found = find_day("4 listopada 2017", language, None)
    assert found is not None
    assert found.month == month


def test_where_a_day_stands() -> None:
    found = find_day("on 4 may 2017, 19:27", None, None)
    assert found is not None
    assert (found.start, found.end) == (3, 13)
