"""What is no time gives none, and what is printed is not read otherwise."""

import calendar

import pytest

from newscrawler.dates import parse_time
from tests.dates.reading import MSK, value


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "вчера",
        "вчера в 19:27",
        "hace 2 horas",
        "3時間前",
        "yesterday at 19:27",
        "Today, 10:00",
        "сегодня, 10:00",
        "vor 3 Stunden",
        "il y a 5 minutes",
        "5 дней назад",
        "last Monday",
        "19:27",
        "May 2017",
        "2017",
        "Thursday",
        "May 4-5, 2017",
        "4–5 May 2017",
        "4 May/June 2017",
        "June 31, 2017",
        "29 February 2017",
        "0001-01-01T00:00:00Z",
        "0000-00-00 00:00:00",
        "1970-01-01T00:00:00Z",
        "4 May 1917",
        "4 May 2999",
        "17-05-04",
        "May 4, 19:27",
        "4 мая, 19:27",
        "5月4日 19:27",
        "1493915220",
        "",
        "   ",
        "Published by Ann Example",
        "1.5.2 released",
    ],
)
@pytest.mark.parametrize("language", [None, "en", "ru", "de"])
def test_no_time_at_all(text: str, language: str | None) -> None:
    assert parse_time(text, zone=MSK, language=language) is None


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("01/02/2026", {}, None),
        ("01/02/2026", {"language": "en"}, None),
        ("01/02/2026", {"language": "ja"}, None),
        ("01/02/2026", {"language": "en-US"}, "2026-01-02"),
        ("01/02/2026", {"language": "en-GB"}, "2026-02-01"),
        ("01/02/2026", {"language": "en_AU"}, "2026-02-01"),
        ("01/02/2026", {"language": "fr"}, "2026-02-01"),
        ("01/02/2026", {"language": "fr-CA"}, None),
        ("01/02/2026", {"day_first": True}, "2026-02-01"),
        ("01/02/2026", {"day_first": False}, "2026-01-02"),
        ("01/02/2026", {"day_first": False, "language": "fr"}, "2026-01-02"),
        ("01.02.2026", {"language": "de"}, "2026-02-01"),
        ("1. 2. 2026", {"language": "cs"}, "2026-02-01"),
        ("01-02-2026", {"language": "nl"}, "2026-02-01"),
        ("02/02/2026", {}, "2026-02-02"),
        ("12-15-2016", {}, "2016-12-15"),
        ("15/12/2016", {"language": "en-US"}, "2016-12-15"),
        ("13/13/2016", {}, None),
        ("2016-10-04", {}, "2016-10-04"),
        ("2016-10-04", {"day_first": True}, "2016-10-04"),
        ("2016/10/04", {"language": "de"}, "2016-10-04"),
        ("2016-10-04 05:07:09", {"language": "en"}, "2016-10-04T05:07:09"),
        ("10/04/2016 05:07 AM EDT", {"language": "en-US"}, "2016-10-04T05:07:00-04:00"),
        ("28.04.2023", {}, "2023-04-28"),
        ("04.05.17, 19:27", {"language": "de"}, "2017-05-04T19:27:00"),
        ("04.05.17, 19:27", {}, None),
        ("04-05-17", {"language": "de"}, None),
        ("01/02/03", {}, None),
        ("01/02/03", {"language": "en"}, None),
        ("04.05.98", {"day_first": True}, "1998-05-04"),
    ],
)
def test_day_and_month_are_never_swapped_silently(
    text: str, options: dict[str, object], expected: str | None
) -> None:
    assert value(text, **options) == expected


def test_a_day_stays_a_day() -> None:
    day = parse_time("4 мая 2017", zone=MSK)
    assert day is not None
    assert (day.value, day.precision, day.offset, day.instant) == ("2017-05-04", "day", "unknown", None)


@pytest.mark.parametrize(
    ("form", "text", "precision"),
    [
        ("%d.%m.%Y %H:%M", "04.05.2017 19:27", "minute"),
        ("%d.%m.%Y %H:%M:%S", "04.05.2017 19:27:00", "second"),
        ("%d.%m.%Y %I:%M %p", "04.05.2017 07:27 PM", "minute"),
        ("%d.%m.%Y %X", "04.05.2017 19:27:00", "second"),
        ("%d.%m.%Y", "04.05.2017", "day"),
    ],
)
def test_the_precision_of_a_declared_format(form: str, text: str, precision: str) -> None:
    parsed = parse_time(text, formats=(form,), zone="Europe/Berlin")
    assert parsed is not None
    assert parsed.precision == precision
    assert parsed.value == ("2017-05-04" if precision == "day" else "2017-05-04T19:27:00+02:00")


@pytest.mark.parametrize("month", calendar.month_name[1:])
def test_a_format_that_names_the_month_reads_its_short_form(month: str) -> None:
    number = list(calendar.month_name).index(month)
    form = "%d|%B|%Y"  # without it nobody can read such a text
    for name in (month, month[:3], month.upper(), month[:3].lower()):
        assert value(f"4|{name}|2017", formats=(form,)) == f"2017-{number:02}-04"
        assert value(f"4|{name}|2017") is None
    assert value(f"4|{month}", formats=("%d|%B",)) is None  # no year is known


def test_a_format_reads_the_months_of_the_language() -> None:
    assert value("4|мая|2017", formats=("%d|%B|%Y",)) == "2017-05-04"
    assert value("4|listopada|2017", formats=("%d|%B|%Y",)) is None
    assert value("4|listopada|2017", formats=("%d|%B|%Y",), language="pl-PL") == "2017-11-04"
    assert value("4|listopada|2017", formats=("%d|%B|%Y",), language="hr") == "2017-10-04"


def test_the_next_format_is_tried_where_one_does_not_fit_or_cannot_be_believed() -> None:
    text = "at 05.04.2017"
    for forms in (
        ("at %d %Z", "at %d.%m.%Y"),
        ("at %d-%m-%Y", "at %d.%m.%Y"),
        ("at %d.%m.%Y", "at %m.%d.%Y"),
    ):
        assert value(text, formats=forms) == "2017-04-05"


def test_the_zone_of_a_declared_format() -> None:
    form = ("%d/%m/%Y %H:%M %z",)
    stated = parse_time("04/05/2017 19:27 +0300", formats=form, zone="Europe/Berlin")
    assert stated is not None
    assert (stated.value, stated.offset) == ("2017-05-04T19:27:00+03:00", "stated")
    universal = parse_time("04/05/2017 19:27 Z", formats=form, zone="Europe/Berlin")
    assert universal is not None
    assert (universal.value, universal.offset) == ("2017-05-04T19:27:00+00:00", "utc")


def test_the_first_and_the_last_year() -> None:
    assert value("1 January 1980") == "1980-01-01"
    assert value("31 December 1979") is None
    assert value("31 December 2065") == "2065-12-31"
    assert value("1 January 2066") is None
    assert value("1980-01-01T00:00:00Z") == "1980-01-01T00:00:00+00:00"
    assert value("1979-12-31T23:59:59Z") is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("4 Bealtaine 2017 19:27", "ga", "2017-05-04T19:27:00+01:00"),
        ("4 Bealtaine 2017 19:27", "ga-IE", "2017-05-04T19:27:00+01:00"),
        ("4 Bealtaine 2017 19:27", "GA_ie", "2017-05-04T19:27:00+01:00"),
        ("4 Bealtaine 2017 19:27:30", "ga", "2017-05-04T19:27:30+01:00"),
        ("4 Bealtaine 2017 19:27 CEST", "ga", "2017-05-04T19:27:00"),  # a zone is printed: not the site's
        ("4 Bealtaine 2017 19:27 +0500", "ga", "2017-05-04T19:27:00"),
        ("4 Bealtaine 2017", "ga", "2017-05-04"),
        ("4 மே 2017 19:27", "ta", "2017-05-04T19:27:00+01:00"),
        ("4 Bealtaine 2017 19:27", None, None),
        ("4 Bealtaine 2017 19:27", "en", None),
        ("4 Bealtaine 19:27", "ga", None),
        ("Bealtaine 2017", "ga", None),
        ("4 Bealtaine 1850 19:27", "ga", None),
        ("4-5 Bealtaine 2017", "ga", None),
        ("4 Bealtaine 2017 - 5 Bealtaine 2017", "ga", None),
        ("Bealtaine 04/05/2017", "ga", None),
        ("Bealtaine 2017-13-05", "ga", None),
    ],
)
def test_months_of_languages_without_a_table_are_dateparsers(
    text: str, language: str | None, expected: str | None
) -> None:
    parsed = parse_time(text, language=language, zone="Europe/Dublin")
    assert (parsed and parsed.value) == expected
    assert parsed is None or parsed.raw == text


@pytest.mark.parametrize(
    "text", ["2082-04-12", "२०८२/०४/१२", "२०८२ साउन १२", "2082-04-12 10:31", "2082-04-12T10:31:00+05:45"]
)
def test_a_year_of_nepals_calendar_is_not_taken_for_another(text: str) -> None:
    assert parse_time(text, language="ne") is None
