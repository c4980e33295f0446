"""Selection: which times lie within ``since`` and ``until``, to the boundary."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newscrawler.publication.selection import Selection, parse_selection

BERLIN = ZoneInfo("Europe/Berlin")


def selection(**arguments: str) -> Selection:
    return parse_selection(arguments, sections=(), timezone_name="Europe/Berlin")


@pytest.mark.parametrize(
    ("time", "in_range"),
    [
        ("2026-05-03T23:59:59+02:00", False),
        ("2026-05-04T00:00:00+02:00", True),
        ("2026-05-03T22:00:00+00:00", True),
        ("2026-05-03T21:59:59+00:00", False),
        ("2026-05-05T23:59:59+02:00", True),
        ("2026-05-06T00:00:00+02:00", False),
        ("2026-05-04T00:00:00", True),
        ("2026-05-03T23:59:59", False),
        ("2026-05-03", False),
        ("2026-05-04", True),
        ("2026-05-05", True),
        ("2026-05-06", False),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_days_are_whole_in_the_zone_of_the_site(time: str | None, in_range: bool | None) -> None:
    assert selection(since="2026-05-04", until="2026-05-05").in_range(time) is in_range


def test_a_day_is_in_range_if_a_moment_of_it_is() -> None:
    noon = selection(since="2026-05-04T12:00+02:00", until="2026-05-06T12:00+02:00")
    assert [noon.in_range(f"2026-05-0{day}") for day in range(3, 8)] == [False, True, True, True, False]
    assert selection(since="2026-05-04T12:00+02:00").in_range("2026-05-03") is False
    assert selection(until="2026-05-04T12:00+02:00").in_range("2026-05-05") is False
    assert Selection().in_range(None) is True


@pytest.mark.parametrize(
    ("time", "older"),
    [
        ("2026-05-03T23:59:59+02:00", True),
        ("2026-05-04T00:00:00+02:00", False),
        ("2026-05-03", False),  # of an unknown hour: it ends no listing
        ("2020-05-03", False),
        ("2026-05-03T10:00:00", False),
        ("soon", False),
        (None, False),
    ],
)
def test_only_an_instant_ends_a_listing(time: str | None, *, older: bool) -> None:
    assert selection(since="2026-05-04").is_older(time) is older
    assert Selection().is_older(time) is False


def test_the_moments_themselves() -> None:
    days = selection(since="2026-05-04", until="2026-05-04")
    assert days.since == datetime(2026, 5, 4, tzinfo=BERLIN)
    assert days.until == datetime(2026, 5, 4, 23, 59, 59, 999999, tzinfo=BERLIN)
    times = selection(since="2026-05-04T12:00+03:00")
    assert times.since == datetime(2026, 5, 4, 9, tzinfo=UTC)


def test_days_by_name_and_whole_months() -> None:
    month = selection(since="2026-05", until="2026-05")
    assert month.since == datetime(2026, 5, 1, tzinfo=BERLIN)
    assert month.in_range("2026-05-31T23:59:59+02:00")
    assert not month.in_range("2026-06-01T00:00:00+02:00")
    today = datetime.now(BERLIN).date()
    for text, ago in (("today", 0), ("yesterday", 1), ("3d", 3)):
        since = selection(since=text).since
        assert since is not None
        assert (today - since.astimezone(BERLIN).date()).days in {ago, ago - 1}, "midnight may have passed"


def test_the_job_that_scrapyd_names_selects_nothing() -> None:
    given = parse_selection({"_job": "38e4832eeb98"}, sections=(), timezone_name=None)
    assert given == parse_selection({}, sections=(), timezone_name=None)


@pytest.mark.parametrize(
    ("stated", "may_be"),
    [
        ("2026-05-02", False),
        ("2026-05-03", True),  # it ends twelve hours later in the west
        ("2026-05-06", True),  # it began fourteen hours earlier in the east
        ("2026-05-07", False),
        ("2026-05-03T09:59:59", False),
        ("2026-05-03T10:00:00", True),
        ("2026-05-06T11:59:59", True),
        ("2026-05-06T12:00:00", False),
        ("2026-05-03T21:59:59+00:00", False),
        ("2026-05-03T22:00:00+00:00", True),
        ("2026-05-05T22:00:00+00:00", False),
        ("0001-01-01", True),
        ("yesterday", True),
        (None, True),
    ],
)
def test_what_a_listing_states_without_an_offset_may_be_of_any_zone(stated: str | None, may_be: bool) -> None:
    asked = selection(since="2026-05-04T00:00+02:00", until="2026-05-05T23:59:59+02:00")
    assert asked.may_include(stated) is may_be
    assert Selection().may_include(stated)
