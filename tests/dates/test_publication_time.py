"""Publication time: what several sources state is read and weighed."""

from datetime import UTC, datetime

import pytest

from newscrawler.dates import YearEvidence, parse_time
from newscrawler.dates.parsed_time import ParsedTime
from newscrawler.dates.publication_time import Statement, TimeReader, conflicts_of, settle
from newscrawler.items import Source


def times(**stated: str) -> list[tuple[Source, ParsedTime]]:
    found = []
    for source, raw in stated.items():
        time = parse_time(raw)
        assert time is not None
        found.append((source.replace("_", "-"), time))
    return found  # type: ignore[return-value]


def winner(**stated: str) -> str:
    best = settle(times(**stated))
    assert best is not None
    return best[1].value


def test_the_first_wins_unless_a_later_one_says_more_of_the_same_day() -> None:
    assert (
        winner(meta="2017-05-04T10:00:00+02:00", text="2017-05-04T11:00:00+02:00")
        == "2017-05-04T10:00:00+02:00"
    )
    assert winner(meta="2017-05-04", text="2017-05-04T10:00:00+02:00") == "2017-05-04T10:00:00+02:00"
    assert (
        winner(meta="2017-05-04T00:00:00+02:00", text="2017-05-04T10:00:00+02:00")
        == "2017-05-04T10:00:00+02:00"
    )
    assert winner(meta="2017-05-04", text="2017-05-05T10:00:00+02:00") == "2017-05-04"
    assert winner(meta="2017-05-04", text="2017-05-04 10:00") == "2017-05-04T10:00:00"
    assert winner(meta="2017-05-04 09:00", text="2017-05-04 10:00") == "2017-05-04T09:00:00"
    assert settle([]) is None


@pytest.mark.parametrize(
    ("utc", "local"),
    [
        ("2017-05-04T10:04:15Z", "2017-05-04T10:04:15+02:00"),
        ("2017-05-04T10:04:15+00:00", "2017-05-04T10:04-04:00"),
        ("Thu, 04 May 2017 10:04:15 GMT", "4 May 2017, 10:04 CEST"),
        ("2017-05-04T23:30:00Z", "2017-05-04T23:30:00+05:30"),
    ],
)
def test_the_same_clock_in_utc_and_in_a_zone_is_the_zones(utc: str, local: str) -> None:
    wanted = parse_time(local)
    assert wanted is not None
    assert winner(meta=utc, text=local) == wanted.value
    assert winner(meta=local, text=utc) == wanted.value
    assert winner(meta=utc, page=utc, text=local) == wanted.value


@pytest.mark.parametrize(
    "local",
    [
        "2017-05-04T12:04:15+02:00",
        "2017-05-04T10:05:15+02:00",
        "2017-05-05T10:04:15+02:00",
        "2017-05-04T10:04:15",
        "2017-05-04T10:04:15+00:00",
        "2017-05-04",
    ],
)
def test_another_clock_says_nothing_of_utc(local: str) -> None:
    assert winner(meta="2017-05-04T10:04:15Z", text=local) == "2017-05-04T10:04:15+00:00"


def test_a_clock_in_the_sites_zone_may_be_the_servers() -> None:
    read = times(meta="2017-05-04T10:04:15Z")
    printed = parse_time("4 May 2017, 10:04", zone="Europe/Berlin")
    assert printed is not None
    assert printed.offset == "site_zone"
    assert settle([*read, ("text", printed)]) == read[0]


def test_two_zones_with_the_same_clock_are_taken_in_order() -> None:
    stated = {"meta": "2017-05-04T10:04:15+02:00", "text": "2017-05-04T10:04:15+03:00"}
    assert winner(**stated) == stated["meta"]
    assert winner(meta="2017-05-04T00:00:00Z", text="2017-05-04T00:00:00+03:00").startswith(
        "2017-05-04T00:00:00+00"
    )


def test_conflicts_are_other_minutes_each_once() -> None:
    read = times(meta="2017-05-04T10:00:00+02:00", text="2017-05-04T08:00:30Z", page="2017-05-04T12:00:00Z")
    read += times(page="2017-05-04T12:00:00Z")
    found = conflicts_of(read[0][1], read)
    assert [(source, time.value) for source, time in found] == [("page", "2017-05-04T12:00:00+00:00")]


def test_a_missing_year_comes_from_another_statement_of_the_page_first() -> None:
    outside = YearEvidence("feed", datetime(2016, 5, 4, tzinfo=UTC), datetime(2016, 5, 4, tzinfo=UTC))
    reader = TimeReader("UTC", years=lambda: [outside])
    page = [Statement("text", "4 May, 10:00"), Statement("meta", "2017-05-04T10:00:00Z")]
    assert [time and time.value for time in reader.read(page)] == [
        "2017-05-04T10:00:00+00:00",
        "2017-05-04T10:00:00+00:00",
    ]
    (alone,) = reader.read(page[:1])
    assert alone is not None
    assert (alone.value, alone.year_source) == ("2016-05-04T10:00:00+00:00", "feed")


def test_unix_times() -> None:
    read = TimeReader("Europe/Moscow").read(
        [Statement("meta", "1593378975"), Statement("meta", "1593378975000")]
    )
    assert [time and time.value for time in read] == ["2020-06-29T00:16:15+03:00"] * 2
