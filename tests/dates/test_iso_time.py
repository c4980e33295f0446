"""Times as machines write them: ISO 8601, mail and Unix; a stated offset is kept."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.dates import parse_time
from newscrawler.dates.iso_time import from_unix, read_iso
from tests.dates.reading import MSK, value

UNIVERSAL = re.compile(r"(?:\d[zZ]|UTC|GMT)$")


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2017-05-04T19:27:00+03:00", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T19:27:00Z", "2017-05-04T19:27:00+00:00", "second"),
        ("2017-05-04T19:27:05.123456789Z", "2017-05-04T19:27:05+00:00", "second"),
        ("2017-05-04T19:27:00.5+0300", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T19:27+03:00", "2017-05-04T19:27:00+03:00", "minute"),
        ("2017-05-04 19:27:00 +0300", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T19:27:00+03", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T19:27-500", "2017-05-04T19:27:00-05:00", "minute"),  # its leading zero is lost
        ("2017-05-04T19:27:00+5:30", "2017-05-04T19:27:00+05:30", "second"),
        ("2017-05-04 19:27:00 UTC", "2017-05-04T19:27:00+00:00", "second"),
        ("2017-05-04t19:27:00z", "2017-05-04T19:27:00+00:00", "second"),
        ("20170504T1927Z", "2017-05-04T19:27:00+00:00", "minute"),
        ("20170504T192700Z", "2017-05-04T19:27:00+00:00", "second"),
        ("2017-05-04T19:27:00+03:00[Europe/Moscow]", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T10:00-07:00", "2017-05-04T10:00:00-07:00", "minute"),
        ("Published: 2017-05-04T19:27:00-03:30", "2017-05-04T19:27:00-03:30", "second"),
        ("Thu, 04 May 2017 19:27:00 +0300", "2017-05-04T19:27:00+03:00", "second"),
        ("Thu, 04 May 2017 19:27:00 GMT", "2017-05-04T19:27:00+00:00", "second"),
        ("Thu, 04 May 2017 19:27:00 EST", "2017-05-04T19:27:00-05:00", "second"),
        ("Thu May  4 19:27:00 +0300 2017", "2017-05-04T19:27:00+03:00", "second"),
        ("Thu May 04 2017 19:27:00 GMT+0300 (MSK)", "2017-05-04T19:27:00+03:00", "second"),
        ("Oct 4 2016 05:07:09:000PM UTC", "2016-10-04T17:07:09+00:00", "second"),
        ("May 04, 2017, 19:27 UTC+3", "2017-05-04T19:27:00+03:00", "minute"),
        ("Updated at: May 04, 2017 19:27 UTC+3", "2017-05-04T19:27:00+03:00", "minute"),
        ("2017-05-04 19:27 GMT+3", "2017-05-04T19:27:00+03:00", "minute"),
        ("4 May 2017 19:27 UTC−5", "2017-05-04T19:27:00-05:00", "minute"),
        ("4 May 2017 19:27 (UTC+5:30)", "2017-05-04T19:27:00+05:30", "minute"),
        ("4 May 2017, 19:27 MSK", "2017-05-04T19:27:00+03:00", "minute"),
        ("4 May 2013, 19:27 MSK", "2013-05-04T19:27:00+04:00", "minute"),
        ("4 мая 2017, 19:27 мск", "2017-05-04T19:27:00+03:00", "minute"),
        ("4 мая 2017 года в 19:27 по московскому времени", "2017-05-04T19:27:00+03:00", "minute"),
        ("May 4, 2017 at 7:27 p.m. EDT", "2017-05-04T19:27:00-04:00", "minute"),
        ("May 4, 2017 7:27pm ET", "2017-05-04T19:27:00-04:00", "minute"),
        ("Jan. 4, 2017, 7 p.m. ET", "2017-01-04T19:00:00-05:00", "minute"),
        ("Updated 7:27 PM EDT, Thu May 4, 2017", "2017-05-04T19:27:00-04:00", "minute"),
        ("Published 4 May 2017 19:27 BST", "2017-05-04T19:27:00+01:00", "minute"),
        ("4. Mai 2017, 19:27 Uhr MESZ", "2017-05-04T19:27:00+02:00", "minute"),
        ("Kamis, 4 Mei 2017 19:27 WIB", "2017-05-04T19:27:00+07:00", "minute"),
        ("2017年5月4日 19:27 JST", "2017-05-04T19:27:00+09:00", "minute"),
        ("北京时间2017年5月4日19:27", "2017-05-04T19:27:00+08:00", "minute"),
    ],
)
def test_a_stated_offset_is_kept(text: str, expected: str, precision: str) -> None:
    # A site zone that would give something else must not matter.
    parsed = parse_time(text, zone="America/Sao_Paulo")
    assert parsed is not None
    assert (parsed.value, parsed.precision) == (expected, precision)
    assert parsed.offset == ("utc" if UNIVERSAL.search(text) else "stated")
    assert parsed.instant is not None
    assert parsed.instant.isoformat() == expected
    assert parsed.raw == text


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2017-05-04T19:27:05", "second"),
        ("2017-05-04 19:27:05", "second"),
        ("2017-05-04T19:27:05.5", "second"),
        ("20170504T192705", "second"),
        ("2017-05-04T19:27", "minute"),
        ("20170504T1927", "minute"),
    ],
)
def test_a_clock_without_offset_is_read_in_the_sites_zone_as_far_as_it_is_stated(
    text: str, precision: str
) -> None:
    parsed = read_iso(text, MSK)
    assert parsed is not None
    seconds = "05" if precision == "second" else "00"
    assert (parsed.value, parsed.precision) == (f"2017-05-04T19:27:{seconds}+03:00", precision)


def test_unix_time() -> None:
    moscow = from_unix("1593378975", MSK)
    assert moscow is not None
    assert (moscow.value, moscow.offset, moscow.precision) == (
        "2020-06-29T00:16:15+03:00",
        "site_zone",
        "second",
    )
    assert moscow.instant == datetime(2020, 6, 28, 21, 16, 15, tzinfo=UTC)
    utc = from_unix(1593378975, None)
    assert utc is not None
    assert (utc.value, utc.offset) == ("2020-06-28T21:16:15+00:00", "utc")
    for same in (1593378975000, "1593378975000", 1593378975.9, 1593378975000000):
        assert from_unix(same, MSK) == from_unix(same, MSK)
        assert (parsed := from_unix(same, MSK)) is not None
        assert parsed.value == "2020-06-29T00:16:15+03:00"
    for wrong in ("", "soon", "nan", "inf", 0, -1, 1e300, "99999999999999999999999999"):
        assert from_unix(wrong, MSK) is None


@given(st.datetimes(datetime(1980, 1, 2), datetime(2065, 12, 30)), st.integers(-11 * 60, 14 * 60))  # noqa: DTZ001 - made aware below
def test_iso_times_come_back_as_they_were(moment: datetime, minutes: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert value(aware.isoformat(), zone=MSK) == aware.isoformat()


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2017-05-04T19:27:00Z", "utc"),
        ("2017-05-04T19:27Z", "utc"),
        ("2017-05-04T19:27:00-00:00", "utc"),
        ("2017-05-04T19:27:00Z[Europe/London]", "utc"),
        ("2017-05-04T19:27:00+00:00", "stated"),
        ("2017-05-04T19:27:00+0000", "stated"),
        ("2017-05-04T19:27:00+00:00[Europe/London]", "stated"),
        ("4 May 2017 19:27 GMT", "utc"),
        ("4 May 2017 19:27 WET", "stated"),
        ("4 May 2017 19:27 UTC+0", "stated"),
        ("Thu, 04 May 2017 19:27:00 +0000", "stated"),
    ],
)
def test_utc_and_an_offset_of_nought_are_different_statements(text: str, offset: str) -> None:
    parsed = parse_time(text, zone="Europe/London")
    assert parsed is not None
    assert (parsed.value, parsed.offset) == ("2017-05-04T19:27:00+00:00", offset)


@pytest.mark.parametrize("sign", ["+", "-"])
def test_an_offset_of_hours_alone(sign: str) -> None:
    for form in ("2017-05-04T19:27:00{}03", "20170504T192700{}03", "2017-05-04 19:27 {}03"):
        assert value(form.format(sign)) == f"2017-05-04T19:27:00{sign}03:00", form


def test_a_text_that_is_no_iso_time_as_a_whole() -> None:
    for text in (
        "",
        "2017",
        "May 4, 2017",
        "2017-05-04T19:27:00Z and more",
        "2017-05-04 at noon",
        "2017-13-04T00:00",
    ):
        assert read_iso(text, None) is None, text
    day = read_iso("20170504", None)
    assert day is not None
    assert (day.value, day.precision) == ("2017-05-04", "day")
