"""Of many sitemaps the newest is asked for first."""

from __future__ import annotations

import pytest

from newscrawler.discovery.sitemaps.sitemap_order import newest_first


@pytest.mark.parametrize(
    ("names", "first"),
    [
        ([f"sitemap-{year}.xml" for year in range(2002, 2027)], "sitemap-2026.xml"),
        ([f"sitemap.xml?yyyy=2026&mm={month:02}" for month in range(1, 12)], "sitemap.xml?yyyy=2026&mm=11"),
        (["2026/11/22.xml", "2026/11/23.xml", "2026/09/30.xml"], "2026/11/23.xml"),
        (["sitemap-20261101.xml", "sitemap-20261123.xml"], "sitemap-20261123.xml"),
        (["sitemap-2026.xml", "news-sitemap.xml"], "news-sitemap.xml"),
        (["sitemap-2026.xml", "sitemap_news.xml.gz"], "sitemap_news.xml.gz"),
        (["sitemap-2024.xml", "sitemap_index.xml"], "sitemap-2024.xml"),
        (["a.xml", "b.xml"], "a.xml"),
        ([], None),
    ],
)
def test_by_name(names: list[str], first: str | None) -> None:
    found = newest_first((f"https://example.org/{name}", None) for name in names)
    assert [url for url, _ in found][:1] == ([f"https://example.org/{first}"] if first else [])
    assert len(found) == len(names)


def test_by_date() -> None:
    found = newest_first(
        [("a", "2026-11-01"), ("b", None), ("c", "2026-11-23T10:00:00+00:00"), ("d", "2026-11-20")]
    )
    assert [url for url, _ in found] == ["c", "b", "d", "a"]


@pytest.mark.parametrize(
    "word", ["news", "google-news", "googlenews", "latest", "recent", "today", "current", "breaking"]
)
@pytest.mark.parametrize("name", ["{}.xml", "sitemap-{}.xml", "{}_sitemap.xml", "sitemap-{}2.xml"])
def test_a_name_that_says_new_comes_before_every_date(word: str, name: str) -> None:
    for said in (name.format(word), name.format(word.upper())):
        found = newest_first(
            [("https://example.org/2026-11.xml", "2026-11-30"), (f"https://example.org/{said}", None)]
        )
        assert found[0][0].endswith(said)


@pytest.mark.parametrize("name", ["newsletter.xml", "oldnews-2.xml", "archive.xml", "news123.xml"])
def test_a_part_of_a_word_says_nothing(name: str) -> None:
    found = newest_first([("https://example.org/2026-11.xml", None), (f"https://example.org/{name}", None)])
    assert found[0][0] == "https://example.org/2026-11.xml"


@pytest.mark.parametrize("parameter", ["mm", "month", "m", "MM"])
@pytest.mark.parametrize("months", [("01", "02"), ("1", "2"), ("9", "10"), ("11", "12")])
def test_the_later_month_of_a_year(parameter: str, months: tuple[str, str]) -> None:
    urls = [f"https://example.org/sitemap.xml?yyyy=2026&{parameter}={month}" for month in months]
    assert [url for url, _ in newest_first((url, None) for url in urls)] == urls[::-1]
