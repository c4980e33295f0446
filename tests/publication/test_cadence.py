"""A site is due when its interval has passed since its latest run began."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newscrawler.publication.cadence import interval_of, interval_text, is_due

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", ["15m", "2h", "1d", "90m"])
def test_an_interval_is_read_and_written(text: str) -> None:
    assert interval_text(interval_of(text)) == text


@pytest.mark.parametrize("text", ["", "0m", "15", "1w", "-1h", "1.5h"])
def test_what_is_no_interval(text: str) -> None:
    with pytest.raises(ValueError, match="write 15m, 2h, 1d"):
        interval_of(text)


@pytest.mark.parametrize(("minutes", "due"), [(None, True), (59, False), (60, True), (600, True)])
def test_due(minutes: int | None, due: bool) -> None:
    last = None if minutes is None else NOW - timedelta(minutes=minutes)
    assert is_due(timedelta(hours=1), last, NOW) is due
