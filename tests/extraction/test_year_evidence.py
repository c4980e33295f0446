"""The year of an article from outside its page: listings, then the URL, then the publisher's number."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newscrawler.extraction.year_evidence import day_of_url, year_evidence
from newscrawler.items import ListedArticle
from newscrawler.publication.site import Site

URL = "https://www.example.org/2024/05/04/harbour"
YEAR = (datetime(2023, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC))
SITE = Site("example", domains=("example.org",), number_dates=lambda _number: YEAR)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        (URL, "2024-05-04"),
        ("https://www.example.org/news/20240504/harbour", "2024-05-04"),
        ("https://www.example.org/news/2024-05-04_harbour", "2024-05-04"),
        ("https://www.example.org/news/2024-05-04", "2024-05-04"),
        ("https://www.example.org/harbour?day=/2024/05/04/", None),
        ("https://www.example.org/harbour#/2024/05/04/", None),
        ("https://www.example.org/2024/13/04/harbour", None),
        ("https://www.example.org/2024050412/harbour", None),
        ("file:///saved/2024/05/04/harbour.html", None),
    ],
)
def test_the_day_of_a_url(url: str, day: str | None) -> None:
    assert day_of_url(url) == day


def test_the_order_of_trust() -> None:
    listed = ListedArticle(URL, URL, published_at="2024-05-04T10:00:00Z", time_source="feed")
    found = year_evidence(URL, SITE, [listed], "4711")
    assert [evidence.source for evidence in found] == ["feed", "url", "article-number"]
    assert found[0].earliest == found[0].latest == datetime(2024, 5, 4, 10, tzinfo=UTC)
    assert (found[2].earliest, found[2].latest) == YEAR


def test_a_day_that_no_calendar_has_is_no_evidence() -> None:
    assert year_evidence("https://www.example.org/2023/02/30/harbour", Site("example"), (), None) == []


def test_a_number_counts_only_on_the_sites_own_hosts() -> None:
    elsewhere = "https://other.example.com/harbour"
    assert year_evidence(elsewhere, SITE, (), "4711") == []
    stand_in = replace(SITE, base_url="https://other.example.com/")
    assert [each.source for each in year_evidence(elsewhere, stand_in, (), "4711")] == ["article-number"]
