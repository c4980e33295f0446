"""What cannot be a line is rejected with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.items import Rejection
from newscrawler.pipelines.require_fields import RequireFields
from tests.pipelines.press import article

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"headline": None}, "no_headline"),
        ({"headline": ""}, "no_headline"),
        ({"body": None}, "no_body"),
        ({"id": ""}, "no_id"),
    ],
)
def test_what_cannot_be_a_line_is_rejected(crawler: Crawler, changes: dict[str, Any], reason: str) -> None:
    item = article(**changes)
    rejection = RequireFields.from_crawler(crawler).process_item(item)
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.requested_url) == (reason, item.requested_url)


def test_an_article_without_date_is_a_line_and_counted(crawler: Crawler) -> None:
    item = article(published_at=None, published_at_evidence=None)
    assert RequireFields.from_crawler(crawler).process_item(item) is item
    assert crawler.stats.get_value("newscrawler/no_published_at") == 1
