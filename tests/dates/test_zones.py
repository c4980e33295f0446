"""Zones: of the site, of an abbreviation, and the hours that summer time takes and gives."""

import pytest

from newscrawler.dates import parse_time, same_minute
from tests.dates.reading import MSK, value


def test_the_zone_of_the_site() -> None:
    assert value("2017-05-04 19:27:00", zone="Europe/Berlin") == "2017-05-04T19:27:00+02:00"
    assert value("2017-12-04 19:27:00", zone="Europe/Berlin") == "2017-12-04T19:27:00+01:00"
    assert value("2014-10-25 12:00", zone=MSK) == "2014-10-25T12:00:00+04:00"
    assert value("2014-10-27 12:00", zone=MSK) == "2014-10-27T12:00:00+03:00"
    assert value("2011-03-26 12:00", zone=MSK) == "2011-03-26T12:00:00+03:00"
    unknown = parse_time("4 мая 2017, 19:27")
    assert unknown is not None
    assert (unknown.value, unknown.offset, unknown.instant) == ("2017-05-04T19:27:00", "unknown", None)
    assert value("4 мая 2017, 19:27", zone="No/Such_Zone") == "2017-05-04T19:27:00"


def test_skipped_and_repeated_hours() -> None:
    skipped = parse_time("26.03.2017 02:30", zone="Europe/Berlin", language="de")
    assert skipped is not None
    assert (skipped.value, skipped.offset, skipped.instant) == ("2017-03-26T02:30:00", "unknown", None)
    assert value("29.10.2017 02:30", zone="Europe/Berlin", language="de") == "2017-10-29T02:30:00+02:00"
    assert value("2017-10-29T02:30:00+01:00", zone="Europe/Berlin") == "2017-10-29T02:30:00+01:00"


@pytest.mark.parametrize(
    ("text", "zone", "expected", "offset"),
    [
        ("4 May 2017 19:27 IST", None, "2017-05-04T19:27:00", "unknown"),
        ("4 May 2017 19:27 IST", "Europe/Berlin", "2017-05-04T19:27:00", "unknown"),
        ("4 May 2017 19:27 IST", "Asia/Kolkata", "2017-05-04T19:27:00+05:30", "stated"),
        ("4 May 2017 19:27 IST", "Asia/Jerusalem", "2017-05-04T19:27:00+02:00", "stated"),
        ("4 May 2017 19:27 IST", "Europe/Dublin", "2017-05-04T19:27:00+01:00", "stated"),
        ("4 May 2017 19:27 CST", "America/Chicago", "2017-05-04T19:27:00-06:00", "stated"),
        ("4 May 2017 19:27 CST", "Asia/Shanghai", "2017-05-04T19:27:00+08:00", "stated"),
        ("4 May 2017 19:27 BST", "Asia/Dhaka", "2017-05-04T19:27:00+06:00", "stated"),
        ("2017-05-04T19:27:00+25:00", MSK, "2017-05-04T19:27:00", "unknown"),
        ("2017-05-04T19:27:00+23:00", MSK, "2017-05-04T19:27:00", "unknown"),
        ("4 May 2017 19:27 UTC+25", MSK, "2017-05-04T19:27:00", "unknown"),
    ],
)
def test_a_zone_that_means_several(text: str, zone: str | None, expected: str, offset: str) -> None:
    parsed = parse_time(text, zone=zone)
    assert parsed is not None
    assert (parsed.value, parsed.offset) == (expected, offset)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2017-05-04T19:27:00+03:00", "2017-05-04T16:27:59Z", True),
        ("2017-05-04T19:27:00+03:00", "2017-05-04T16:28:00Z", False),
        ("2017-05-04T19:27:00+03:00", "2017-05-04T19:27:00Z", False),
        ("2017-05-04", "2017-05-04T23:59:00+03:00", True),
        ("2017-05-04", "2017-05-05T00:10:00+03:00", False),
        ("2017-05-04", "2017-05-03T22:00:00Z", True),
        ("2017-05-04", "2017-05-02T22:00:00Z", False),
        ("2017-05-04", "2017-05-04", True),
        ("2017-05-04", "2017-05-05", False),
        ("2017-05-04 19:27", "2017-05-04T19:27:00+03:00", True),
        ("2017-05-04 19:27", "2017-05-04T16:27:00Z", True),
        ("2017-05-04 19:27", "2017-05-04T16:31:00Z", False),
        ("2017-05-04 19:27", "2017-05-06T16:27:00Z", False),
        ("2017-05-04 19:27", "2017-05-04 19:27:30", True),
        ("2017-05-04 19:27", "2017-05-04 16:27", False),
    ],
)
def test_the_same_minute(one: str, other: str, *, same: bool) -> None:
    a, b = parse_time(one), parse_time(other)
    assert a is not None
    assert b is not None
    assert same_minute(a, b) is same_minute(b, a) is same
