"""A time without its year gets it from evidence, or is none."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newscrawler.dates import parse_time
from newscrawler.dates.missing_year import YearEvidence
from tests.dates.reading import MSK, at, value


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        # The minute that the feed gives.
        ("May 04, 19:27 UTC+3", at("feed", "2017-05-04T16:27:30+00:00"), "2017-05-04T19:27:00+03:00"),
        # Both sides of midnight in Moscow and in UTC, on both sides of New Year.
        ("December 31, 23:30 UTC+3", at("feed", "2017-12-31T20:30:00+00:00"), "2017-12-31T23:30:00+03:00"),
        ("January 01, 00:30 UTC+3", at("feed", "2017-12-31T21:30:00+00:00"), "2018-01-01T00:30:00+03:00"),
        ("January 01, 02:30 UTC+3", at("feed", "2017-12-31T23:30:00+00:00"), "2018-01-01T02:30:00+03:00"),
        ("January 01, 03:30 UTC+3", at("feed", "2018-01-01T00:30:00+00:00"), "2018-01-01T03:30:00+03:00"),
        (
            "December 31, 23:59",
            at("listing", "2018-01-01T00:10:00+03:00", minutes=30),
            "2017-12-31T23:59:00+03:00",
        ),
        (
            "January 1, 0:05",
            at("listing", "2017-12-31T23:50:00+03:00", minutes=30),
            "2018-01-01T00:05:00+03:00",
        ),
        # Within a day of what the evidence says.
        ("December 31, 22:00", at("url", "2018-01-01T12:00:00+03:00"), "2017-12-31T22:00:00+03:00"),
        # A leap day.
        (
            "February 29, 12:00",
            at("article-number", "2016-02-28T00:00:00+03:00", minutes=4000),
            "2016-02-29T12:00:00+03:00",
        ),
        ("February 29, 12:00", at("article-number", "2017-03-01T00:00:00+03:00", minutes=4000), None),
        # Moscow was UTC+4.
        ("October 25, 12:00", at("feed", "2014-10-25T08:00:00+00:00"), "2014-10-25T12:00:00+04:00"),
        # Another day: no year fits.
        ("May 04, 19:27", at("feed", "2017-07-04T16:27:00+00:00"), None),
        # Two figures with a hyphen are no day.
        ("04-05 19:27", at("feed", "2017-05-04T16:27:00+00:00"), None),
        # A day alone is the whole day, in the site's zone.
        ("4 мая", at("feed", "2017-05-03T21:00:00+00:00"), "2017-05-04"),
        ("1 января", at("feed", "2017-12-31T21:00:00+00:00"), "2018-01-01"),
        ("5月4日 19時27分", at("sitemap", "2017-05-04T16:27:00+00:00"), "2017-05-04T19:27:00+03:00"),
        ("04.05. 19:27", at("sitemap", "2017-05-04T16:27:00+00:00"), "2017-05-04T19:27:00+03:00"),
    ],
)
def test_the_year_comes_from_evidence(text: str, evidence: YearEvidence, expected: str | None) -> None:
    parsed = parse_time(text, zone=MSK, years=[evidence], language="ru")
    assert (parsed.value if parsed else None) == expected
    if parsed:
        assert parsed.year_source == evidence.source


def test_evidence_is_asked_in_its_order() -> None:
    wide = YearEvidence("url", datetime(2015, 1, 1, tzinfo=UTC), datetime(2017, 12, 31, tzinfo=UTC))
    wrong = at("listing", "2016-09-09T00:00:00+00:00")
    first, second = at("feed", "2017-05-04T16:27:00+00:00"), at("amp", "2016-05-04T16:27:00+00:00")
    parsed = parse_time("May 04, 19:27 UTC+3", years=[wide, wrong, first, second])
    assert parsed is not None
    assert (parsed.value, parsed.year_source) == ("2017-05-04T19:27:00+03:00", "feed")
    assert parse_time("May 04, 19:27 UTC+3", years=[wide, wrong]) is None
    printed = parse_time("May 04, 2015, 19:27 UTC+3", years=[first])
    assert printed is not None
    assert (printed.value, printed.year_source) == ("2015-05-04T19:27:00+03:00", None)


def test_a_window_of_a_year_and_more() -> None:
    moscow = ZoneInfo(MSK)
    one = YearEvidence(
        "article-number", datetime(2017, 1, 1, tzinfo=moscow), datetime(2017, 12, 31, 23, 59, tzinfo=moscow)
    )
    assert value("May 04, 19:27", zone=MSK, years=[one]) == "2017-05-04T19:27:00+03:00"
    # The slack of a day must not make a second year out of a window that decides.
    assert value("January 1, 12:00", zone=MSK, years=[one]) == "2017-01-01T12:00:00+03:00"


def test_the_weekday_neither_decides_nor_vetoes() -> None:
    evidence = at("feed", "2017-05-04T16:27:00+00:00")
    assert value("Monday, May 04, 19:27 UTC+3", years=[evidence]) == "2017-05-04T19:27:00+03:00"
    assert value("Monday, May 4, 2017") == "2017-05-04"


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "zone", "first", "last"),
    [
        # Without a zone a day begins 14 hours before UTC's, and ends 12 hours after it; then a day of slack.
        ("May 4", None, "2017-05-02T10:00:00+00:00", "2017-05-06T11:59:59+00:00"),
        ("May 4, 19:27", None, "2017-05-03T05:27:00+00:00", "2017-05-06T07:27:59+00:00"),
        ("May 4", MSK, "2017-05-02T21:00:00+00:00", "2017-05-05T20:59:59+00:00"),
        ("May 4, 19:27", MSK, "2017-05-03T16:27:00+00:00", "2017-05-05T16:27:59+00:00"),
        ("May 4, 19:27:05", MSK, "2017-05-03T16:27:05+00:00", "2017-05-05T16:27:05+00:00"),
    ],
)
def test_the_bounds_within_which_evidence_fits(text: str, zone: str | None, first: str, last: str) -> None:
    second = timedelta(seconds=1)
    for at_bound in (moment(first), moment(last)):
        assert value(text, zone=zone, years=[YearEvidence("feed", at_bound, at_bound)]) is not None, at_bound
    for beyond in (moment(first) - second, moment(last) + second):
        assert value(text, zone=zone, years=[YearEvidence("feed", beyond, beyond)]) is None, beyond


def test_the_widest_window() -> None:
    text, year = "February 29, 12:00 UTC", moment("2000-01-01T00:00:00+00:00")
    eight = YearEvidence("url", year, moment("2003-12-31T00:00:00+00:00"))
    assert value(text, years=[eight]) == "2000-02-29T12:00:00+00:00"
    wide = YearEvidence("url", moment("2001-01-01T00:00:00+00:00"), moment("2009-12-31T00:00:00+00:00"))
    assert value(text, years=[wide]) is None  # two leap years
    lone = YearEvidence("url", moment("1997-01-01T00:00:00+00:00"), moment("2003-12-31T00:00:00+00:00"))
    assert value(text, years=[lone]) == "2000-02-29T12:00:00+00:00"
    too_wide = YearEvidence("url", moment("1997-01-01T00:00:00+00:00"), moment("2006-01-01T00:00:00+00:00"))
    assert value(text, years=[too_wide]) is None


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("26 März, 02:30", "Europe/Berlin", "2017-03-26T02:30:00"),  # clocks went from two to three
        ("26 März, 03:30", "Europe/Berlin", "2017-03-26T03:30:00+02:00"),
        ("26 März, 03:30", None, "2017-03-26T03:30:00"),
        ("26 März", "Europe/Berlin", "2017-03-26"),
    ],
)
def test_whence_the_year_comes_is_said_of_every_time(text: str, zone: str | None, expected: str) -> None:
    parsed = parse_time(text, zone=zone, language="de", years=(at("url", "2017-03-26T12:00:00+00:00"),))
    assert parsed is not None
    assert (parsed.value, parsed.year_source) == (expected, "url")
