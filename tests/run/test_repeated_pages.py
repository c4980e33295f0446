"""A listing whose pages repeat each other is told where it showed more, and not where it always did so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.run.lost_sections import LEAST_RUNS
from newscrawler.run.repeated_pages import repeating
from newscrawler.run.verdict import judge
from tests.run.test_lost_sections import WORLD, Days

if TYPE_CHECKING:
    from pathlib import Path

LINE = "the site may have changed: further pages of listings repeat the first: /world/"


def repeats(days: Days, articles: int, pages: int = 1) -> list[str]:
    """Crawl once; return the listings whose pages repeat each other."""
    run = days.run(articles=articles, repeats=pages)
    found = [listing.url for listing in repeating(run, run.supply)]
    assert (LINE in judge(run).line) is (found == [WORLD])
    days.over(run)
    return found


@pytest.mark.parametrize(
    ("usual", "now", "pages", "told"),
    [(30, 10, 2, [WORLD]), (30, 19, 1, [WORLD]), (30, 20, 1, []), (30, 10, 0, []), (10, 10, 1, [])],
)
def test_it_is_told_where_a_listing_showed_more(
    usual: int, now: int, pages: int, told: list[str], tmp_path: Path
) -> None:
    days = Days(tmp_path)
    for _ in range(LEAST_RUNS):
        assert repeats(days, usual) == []
    assert repeats(days, now, pages) == told


def test_a_listing_that_is_hardly_known_is_not_told(tmp_path: Path) -> None:
    days = Days(tmp_path)
    for _ in range(LEAST_RUNS - 1):
        repeats(days, 30)
    assert repeats(days, 10) == []
