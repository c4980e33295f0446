"""A sitemap with a date in its URL is asked for once for each period, the latest first."""

from __future__ import annotations

from datetime import date

import pytest

from newscrawler.discovery.sitemaps.dated_urls import dated_urls, is_dated_by

FIRST, LAST = date(2025, 12, 30), date(2026, 1, 2)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/map.xml", ["/map.xml"]),
        ("/{YYYY}.xml", ["/2026.xml", "/2025.xml"]),
        ("/{YYYY}/{MM}.xml", ["/2026/01.xml", "/2025/12.xml"]),
        ("/{DD}-{MM}-{YYYY}", ["/02-01-2026", "/01-01-2026", "/31-12-2025", "/30-12-2025"]),
    ],
)  # fmt: skip
def test_one_for_each_period(url: str, found: list[str]) -> None:
    assert list(dated_urls(url, FIRST, LAST)) == found


def test_the_first_day_that_there_is() -> None:
    assert len(list(dated_urls("/{YYYY}-{MM}-{DD}", date.min, date(1, 1, 3)))) == 3


def test_a_url_is_that_of_its_form() -> None:
    assert is_dated_by("https://press.example/2019/02.xml?a=1", "https://press.example/{YYYY}/{MM}.xml?a=1")
    assert not is_dated_by(
        "https://press.example/2019/2.xml?a=1", "https://press.example/{YYYY}/{MM}.xml?a=1"
    )
    assert is_dated_by("https://press.example/a", "https://press.example/a")


def test_each_year_is_one_url() -> None:
    found = list(dated_urls("/{YYYY}.xml", date(2023, 12, 31), date(2026, 11, 30)))
    assert found == ["/2026.xml", "/2025.xml", "/2024.xml", "/2023.xml"]
    assert list(dated_urls("/{YYYY}.xml", date(2026, 5, 2), date(2026, 5, 1))) == []
