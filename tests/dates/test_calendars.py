"""Other calendars: Thai, Persian, Taiwanese and Japanese years as their press prints them."""

from datetime import date
from itertools import pairwise

import pytest

from newscrawler.dates.calendars import buddhist_year, from_persian, persian_month
from newscrawler.dates.month_names import fold
from tests.dates.reading import value

MAY_4 = "2017-05-04T19:27:00"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("4 พฤษภาคม 2560 19:27", None),
        ("4 พ.ค. 2560 19:27 น.", None),
        ("4 พ.ค. 60 19:27 น.", "th"),
        ("4 พ.ค. 2560 เวลา 19.27 น.", "th"),
        ("วันพฤหัสบดีที่ 4 พฤษภาคม พ.ศ. 2560 เวลา 19:27 น.", None),
        ("4 พฤษภาคม ค.ศ. 2017 19:27", "th"),
        ("๔ พฤษภาคม ๒๕๖๐ ๑๙:๒๗", None),
        ("04/05/2560 19:27", "th"),
        ("2560-05-04 19:27", "th"),
        ("05/04/2560 07:27 หลังเที่ยง", "th-US"),
        ("۱۴ اردیبهشت ۱۳۹۶ - ۱۹:۲۷", None),
        ("پنجشنبه ۱۴ ارديبهشت ۱۳۹۶ ساعت ۱۹:۲۷", "fa"),
        ("تاریخ انتشار: 19:27 - 1396/02/14", "fa"),
        ("1396-02-14 19:27", "fa"),
        ("۱۴ ثور ۱۳۹۶ ۱۹:۲۷", "fa"),
        ("平成29年5月4日 19時27分", None),
        ("平成29.5.4 19:27", "ja"),
        ("H29.5.4 19:27", "ja"),
        ("昭和92年5月4日 19:27", None),
        ("中華民國106年5月4日 19:27", None),
        ("民國106/05/04 19:27", "zh"),
        ("106年05月04日 19:27", "zh-TW"),
        ("106/05/04 19:27", "zh-TW"),
        ("106-05-04 下午 07:27", "zh"),
    ],
)
def test_the_same_minute_in_other_calendars(text: str, language: str | None) -> None:
    day_first = False if language == "th-US" else None
    assert value(text, language=language, day_first=day_first) == MAY_4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("04/05/2560 19:27", None),
        ("2560-05-04 19:27", "en"),
        ("1396/02/14 19:27", None),
        ("1396/02/14 19:27", "ar"),
        ("30 اسفند 1396", "fa"),
        ("14 شعبان 1438", "ar"),
        ("89年5月4日 19:27", "zh"),
        ("17年5月4日 19:27", "ja"),
        ("106年5月4日 19:27", "ja"),
        ("106/05/04 19:27", "en"),
        ("4 พ.ค. 17 19:27 น.", "th"),
        ("H29.5.4 19:27", "en"),
    ],
)
def test_what_may_be_another_calendar_is_not_guessed(text: str, language: str | None) -> None:
    assert value(text, language=language) is None


def test_the_first_era_year_and_its_sign() -> None:
    assert value("令和元年5月4日") == "2019-05-04"
    assert value("㋿元年5月4日") == "2019-05-04"
    assert value("㍻29年5月4日") == "2017-05-04"
    assert value("令和8.1.2") == "2026-01-02"


NEW_YEARS = {
    1359: date(1980, 3, 21),
    1360: date(1981, 3, 21),
    1375: date(1996, 3, 20),
    1376: date(1997, 3, 21),
    1379: date(2000, 3, 20),
    1380: date(2001, 3, 21),
    1395: date(2016, 3, 20),
    1396: date(2017, 3, 21),
    1399: date(2020, 3, 20),
    1400: date(2021, 3, 21),
    1404: date(2025, 3, 21),
    1408: date(2029, 3, 20),
    1409: date(2030, 3, 21),
}
"""Nowruz as the calendar of Iran has it."""


def test_persian_years_begin_when_iran_says_so() -> None:
    for year, day in NEW_YEARS.items():
        assert from_persian(year, 1, 1) == day, year


LEAP_YEARS = [
    1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412,
    1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453, 1457, 1461, 1465, 1469,
]  # fmt: skip
"""As the calendar of Iran has them."""


def test_persian_leap_years() -> None:
    leap = [year for year in range(1343, 1473) if from_persian(year, 12, 30)]
    assert leap == LEAP_YEARS


def test_the_first_and_the_last_year_that_can_be_thai() -> None:
    assert [buddhist_year(year) for year in (2483, 2484, 2643, 2644)] == [None, 1941, 2100, None]
    assert [buddhist_year(year) for year in (39, 40, 99, 100)] == [None, 1997, 2056, None]


def test_persian_days_follow_one_another() -> None:
    days = [
        found
        for year in range(1343, 1473)
        for month in range(1, 13)
        for day in range(1, 32)
        if (found := from_persian(year, month, day)) is not None
    ]
    assert {(after - before).days for before, after in pairwise(days)} == {1}
    assert (days[0], days[-1]) == (date(1964, 3, 21), date(2094, 3, 19))
    assert from_persian(1342, 12, 29) is None
    assert from_persian(1473, 1, 1) is None
    assert from_persian(1396, 0, 1) is None
    assert from_persian(1396, 7, 31) is None
    assert from_persian(1395, 12, 30) == date(2017, 3, 20)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [  # the first and the last day of each era, as Japan's government gives them
        ("昭和元年12月25日", "ja", "1926-12-25"),
        ("昭和64年1月7日", "ja", "1989-01-07"),
        ("S64.1.7", "ja", "1989-01-07"),
        ("平成元年1月8日", "ja", "1989-01-08"),
        ("平成31年4月30日", "ja", "2019-04-30"),
        ("H31.4.30", "ja", "2019-04-30"),
        ("令和元年5月1日", "ja", "2019-05-01"),
        ("R1.5.1", "ja", "2019-05-01"),
        ("民國106年5月4日", "zh", "2017-05-04"),
        ("民国106年5月4日", "zh", "2017-05-04"),
    ],
)
def test_each_era(text: str, language: str, day: str) -> None:
    parsed = value(text, language=language)
    assert parsed == (day if day >= "1980" else None)  # none is older than the pages of the web


PERSIAN = [
    ("فروردین", "حمل"),
    ("اردیبهشت", "ثور"),
    ("خرداد", "جوزا"),
    ("تیر", "سرطان"),
    ("مرداد", "اسد"),
    ("شهریور", "سنبله"),
    ("مهر", "میزان"),
    ("آبان", "عقرب"),
    ("آذر", "قوس"),
    ("دی", "جدی"),
    ("بهمن", "دلو"),
    ("اسفند", "حوت"),
]
"""The months in the order of the year: their names in Iran and in Afghanistan."""


def test_each_persian_month_and_its_afghan_name() -> None:
    for number, names in enumerate(PERSIAN, 1):
        day = from_persian(1396, number, 4)
        assert day is not None
        for name in names:
            assert value(f"4 {name} 1396", language="fa") == day.isoformat(), name
            assert persian_month(fold(name)) == number, name
    assert value("4 امرداد 1396", language="fa") == value("4 مرداد 1396", language="fa")
