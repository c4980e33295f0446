"""Publication time: what several sources state is read and weighed."""

from datetime import UTC, datetime

import pytest

from newscrawler.dates import YearEvidence, parse_time
from newscrawler.dates.parsed_time import ParsedTime
from newscrawler.dates.publication_time import Statement, TimeReader, conflicts_of, printed_first, settle
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


def printed(published: dict[str, str], modified: dict[str, str]) -> tuple[str, str] | None:
    """Return what the page prints as its publication, where that is not what is stated."""
    stated = times(**published)
    best = settle(stated)
    assert best is not None
    found = printed_first(best, stated, times(**modified))
    return found and (found[0], found[1].value)


CHANGE = "2017-05-04T15:45:10+02:00"


def test_what_the_page_prints_as_its_change_is_not_its_publication() -> None:
    shown = {"json_ld": CHANGE, "text": "4 May 2017, 10:20"}
    changed = {"text": "4 May 2017, 15:45"}
    assert printed(shown, changed) == ("text", "2017-05-04T10:20:00+02:00")
    assert printed(shown, {"json_ld": CHANGE}) is None, "nobody is told so"
    assert printed(shown, {"text": "4 May 2017, 15:48"}) is None, "another change"
    assert printed(shown, {"text": "4 May 2017"}) is None, "a day is no clock"
    assert printed({"text": "4 May 2017, 15:45", "time_element": "4 May 2017, 10:20"}, changed) is None
    assert printed({"json_ld": "2017-05-04", "text": "4 May 2017, 10:20"}, changed) is None


def test_the_printed_publication_is_one_minute_before_the_change() -> None:
    changed = {"text": "4 May 2017, 15:45"}
    assert printed({"json_ld": CHANGE}, changed) is None, "none is printed"
    assert printed({"json_ld": CHANGE, "text": "4 May 2017, 15:45"}, changed) is None, "no other is printed"
    assert printed({"json_ld": CHANGE, "text": "4 May 2017"}, changed) is None, "a day alone"
    assert printed({"json_ld": CHANGE, "text": "4 May 2017, 16:00"}, changed) is None, "a later one"
    two = {"json_ld": CHANGE, "text": "4 May 2017, 10:20", "time_element": "4 May 2017, 10:21"}
    assert printed(two, changed) is None
    same = two | {"time_element": "2017-05-04 10:20"}
    assert printed(same, changed) == ("text", "2017-05-04T10:20:00+02:00")


def test_a_change_printed_in_both_places_is_told_by_what_else_states_the_publication() -> None:
    changed = {"text": "4 May 2017, 15:45"}
    both = {"json_ld": CHANGE, "text": "4 May 2017, 10:20", "time_element": "4 May 2017, 15:45"}
    assert printed(both, changed) is None
    assert printed(both | {"meta": "2017-05-04T10:20:07+02:00"}, changed) == (
        "meta",
        "2017-05-04T10:20:07+02:00",
    )
    assert printed(both | {"meta": "2017-05-04T10:21:07+02:00"}, changed) is None


@pytest.mark.parametrize(
    ("change", "first", "expected"),
    [
        (CHANGE, "4 May 2017, 10:20", "2017-05-04T10:20:00+02:00"),
        (CHANGE, "3 May 2017, 10:20", "2017-05-03T10:20:00"),  # the offset may have been another one
        ("2017-05-04T15:45:10Z", "4 May 2017, 10:20", "2017-05-04T10:20:00"),  # it may be a server's clock
        ("2017-05-04T15:45:10", "4 May 2017, 10:20", "2017-05-04T10:20:00"),
        (CHANGE, "4 May 2017, 10:20 BST", "2017-05-04T10:20:00+01:00"),
    ],
)
def test_a_printed_clock_has_the_offset_of_the_printed_change(change: str, first: str, expected: str) -> None:
    assert printed({"json_ld": change, "text": first}, {"text": "4 May 2017, 15:45"}) == ("text", expected)


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


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3:15 PM EST", "2025-03-04T15:15:00-05:00"),
        ("15:15 MSK", "2025-03-04T15:15:00+03:00"),
        ("03/04/2025 3:15 PM EST", "2025-03-04T15:15:00-05:00"),
        ("04/03/2025 15:15 CET", "2025-03-04T15:15:00+01:00"),
        ("Published 04/03/2025 15:15 UTC+2", "2025-03-04T15:15:00+02:00"),
    ],
)
def test_the_zone_of_a_clock_whose_day_another_statement_tells(printed: str, value: str) -> None:
    stated = Statement("meta", "2025-03-04T15:15:00"), Statement("text", printed)
    first, second = TimeReader().read(stated)
    assert first is not None
    assert second is not None
    assert (second.value, second.raw) == (value, printed)
    best = settle([("meta", first), ("text", second)])
    assert best == ("text", second)


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ("2025-03-04T15:15:00", "4:15 PM EST"),
        ("2025-03-04T15:15:00", "3:15 PM"),
        ("2025-03-04T15:15:00", "03/05/2025 3:15 PM EST"),
        ("2025-03-04", "3:15 PM EST"),
        ("2025-03-04T15:15:00Z", "3:15 PM EST"),
        ("2025-03-04T15:15:00", "3:15 PM EST " + "and so on " * 6),
    ],
)
def test_a_clock_that_no_other_statement_shows(stated: str, printed: str) -> None:
    assert TimeReader().read([Statement("meta", stated), Statement("text", printed)])[1] is None


def test_a_clock_that_is_printed_contradicts_midnight_sharp_which_is_a_day() -> None:
    assert winner(meta="2017-05-04T00:00:00Z", text="2017-05-04 14:37") == "2017-05-04T14:37:00"
    assert winner(meta="2017-05-04T00:00:00", text="2017-05-04 14:37") == "2017-05-04T14:37:00"
    assert winner(meta="2017-05-04T00:00:00Z", text="2017-05-04 02:00") == "2017-05-04T00:00:00+00:00"
    assert winner(meta="2017-05-04T00:00:00Z", text="2017-05-05 14:37") == "2017-05-04T00:00:00+00:00"
