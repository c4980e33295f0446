"""Of many sitemaps the newest is asked for first."""

from __future__ import annotations

import pytest

from newscrawler.discovery.sitemap_order import newest_first


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
