"""An article number says when it was given out, as far as known numbers stand on both sides of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from newscrawler.spiders.tass.article_numbers import ANCHORS, MOSCOW, number_dates


@pytest.mark.parametrize(("number", "day"), ANCHORS)
def test_known_days_lie_within(number: int, day: str) -> None:
    found = number_dates(number)
    assert found is not None
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=MOSCOW)
    assert found[0] <= noon <= found[1]
    assert found[1] - found[0] <= timedelta(days=364)


@pytest.mark.parametrize("number", [0, ANCHORS[0][0] - 1, ANCHORS[-1][0] + 1, 10**12])
def test_nothing_is_extrapolated(number: int) -> None:
    assert number_dates(number) is None


def test_between_two_days_no_further_than_these_and_never_backwards() -> None:
    for (low, early), (high, late) in pairwise(ANCHORS):
        found = number_dates((low + high) // 2)
        assert found is not None
        assert datetime.fromisoformat(early).replace(tzinfo=UTC) - timedelta(days=3) < found[0]
        assert found[1] < datetime.fromisoformat(late).replace(tzinfo=UTC) + timedelta(days=3)
    ends = [number_dates(number) for number in range(ANCHORS[0][0], ANCHORS[-1][0], 5000)]
    assert ends == sorted(ends, key=lambda span: span[0] if span else datetime.min.replace(tzinfo=UTC))
