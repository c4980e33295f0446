"""Times that cannot be are taken back, and what the page said of them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.pipelines.check_dates import CheckDates
from tests.pipelines.press import article

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


def test_a_publication_in_the_future_is_not_believed(crawler: Crawler) -> None:
    item = article(published_at="2017-05-04T20:16:00+03:00", modified_at=None)
    CheckDates.from_crawler(crawler).process_item(item)
    assert item.published_at is None
    assert "published_at" not in item.extracted_by
    assert item.published_at_evidence  # what the page said
    assert crawler.stats.get_value("newscrawler/published_in_future") == 1


@pytest.mark.parametrize("published_at", ["2017-05-04T20:14:00+03:00", "2017-05-05", "2017-05-05T05:00:00"])
def test_a_publication_that_may_be_is_left(crawler: Crawler, published_at: str) -> None:
    item = CheckDates.from_crawler(crawler).process_item(article(published_at=published_at, modified_at=None))
    assert item.published_at == published_at


@pytest.mark.parametrize(
    "modified_at", ["2017-05-04T19:26:59+03:00", "2017-05-03", "2017-05-04T23:00:00+03:00"]
)
def test_a_change_that_cannot_be_is_taken_back(crawler: Crawler, modified_at: str) -> None:
    item = CheckDates.from_crawler(crawler).process_item(article(modified_at=modified_at))
    assert item.modified_at is None
    assert item.published_at


@pytest.mark.parametrize("modified_at", ["2017-05-04T16:27:00Z", "2017-05-04", None])
def test_a_change_that_may_be_is_left(crawler: Crawler, modified_at: str | None) -> None:
    item = article(published_at="2017-05-04T19:27:30+03:00", modified_at=modified_at)
    assert CheckDates.from_crawler(crawler).process_item(item).modified_at == modified_at
