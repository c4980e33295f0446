"""When a known article is looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.ledger.schedule import Schedule, birth

BORN = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "wait"),
    [
        (timedelta(), timedelta(minutes=10)),
        (timedelta(hours=1, minutes=59), timedelta(minutes=10)),
        (timedelta(hours=2), timedelta(hours=2)),
        (timedelta(days=1) - timedelta(seconds=1), timedelta(hours=2)),
        (timedelta(days=1), None),
        (timedelta(days=-1), timedelta(minutes=10)),
    ],
)
def test_the_older_the_more_seldom(age: timedelta, wait: timedelta | None) -> None:
    checked = BORN + age
    expected = None if wait is None else checked + wait
    assert Schedule.parse("1d: 2h, 2h:10m").next_check(BORN, checked) == expected


def test_empty_is_never() -> None:
    assert Schedule.parse(" ").next_check(BORN, BORN) is None


@pytest.mark.parametrize("text", ["2h", "2h:10", "2w:1d", "2h:10m;1d:2h", "-2h:10m", "2h:10m:1m"])
def test_what_is_no_schedule_is_named(text: str) -> None:
    with pytest.raises(WrongArgument, match="REVISIT_AFTER"):
        Schedule.parse(text)


@pytest.mark.parametrize(
    ("published_at", "born"),
    [
        (None, BORN),
        ("2025-12-31", BORN),  # a day is no instant
        ("2025-12-31T10:00:00", BORN),  # nor is a time without offset
        ("2025-12-31T10:00:00+03:00", datetime(2025, 12, 31, 7, tzinfo=UTC)),
        ("2026-01-01T10:00:00+03:00", BORN),  # it cannot be younger than we know it
    ],
)
def test_the_age_counts_from_publication_where_that_is_known(
    published_at: str | None, born: datetime
) -> None:
    assert birth(published_at, BORN) == born
