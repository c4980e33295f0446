"""A page's canonical link is believed with evidence only."""

from __future__ import annotations

import pytest

from newscrawler.urls.canonical import _is_specific, believe_canonical
from newscrawler.urls.spelling import clean_url

ARTICLE = "https://www.example.com/politics/2026/05/04/cabinet-agrees-new-budget-77123.html"


@pytest.mark.parametrize(
    ("fetched", "canonical"),
    [
        (ARTICLE, ARTICLE),
        (ARTICLE + "?utm_source=x#c", ARTICLE),
        (ARTICLE, ARTICLE.replace("https", "http")),
        (ARTICLE.replace("www.", "m."), ARTICLE),
        (ARTICLE.replace(".html", "/amp"), ARTICLE),
        (ARTICLE.replace(".html", ".amp.html"), ARTICLE),
        (ARTICLE.replace("politics", "amp/politics"), ARTICLE),
        (ARTICLE + "?amp=1", ARTICLE),
        (ARTICLE + "?page=2", ARTICLE),
        (ARTICLE, ARTICLE.removesuffix(".html") + "/"),
        (ARTICLE, ARTICLE.replace("politics", "economy")),
        (ARTICLE.replace("cabinet-agrees", "Cabinet-AGREES"), ARTICLE),
        ("https://example.com/News/Budget", "https://example.com/news/budget"),
        (ARTICLE, ARTICLE.replace("cabinet-agrees-new-budget", "cabinet-rejects-budget")),
        ("https://example.com/?p=77123", "https://example.com/2026/05/cabinet-agrees-77123/"),
        ("https://example.com/sport/944692", "https://example.com/sports/944692"),
        ("https://example.com/story?id=5", "https://example.com/story?id=5"),
        ("https://example.com/story", "https://example.com/story/"),
        ("https://example.com/", "http://www.example.com"),
        (
            "https://example.com/news/final-score-at-home",
            "https://example.com/sport/2026/final-score-at-home",
        ),
    ],
)
def test_a_canonical_link_with_evidence_is_believed(fetched: str, canonical: str) -> None:
    assert believe_canonical(fetched, canonical) == clean_url(canonical)


@pytest.mark.parametrize(
    ("fetched", "canonical"),
    [
        (ARTICLE, None),
        (ARTICLE, ""),
        (ARTICLE, "https://www.example.com/"),
        (ARTICLE, "https://www.example.com/index.html"),
        (ARTICLE, "https://www.example.com"),
        (ARTICLE, "https://www.example.com/politics"),
        (ARTICLE, "https://www.example.com/politics/2026/05/04/"),
        (ARTICLE, ARTICLE.replace("77123", "77124")),
        (ARTICLE, "https://www.example.com/politics/2026/05/04/cabinet-falls-after-vote-77124.html"),
        (ARTICLE, "https://www.example.com/about"),
        (ARTICLE, ARTICLE.replace("example.com", "other.net")),
        (ARTICLE, "/politics/2026/05/04/cabinet-agrees-new-budget-77123.html"),
        (ARTICLE, "//www.example.com/politics/2026/05/04/cabinet-agrees-new-budget-77123.html"),
        (ARTICLE, "https://www.example.com/{{article.url}}"),
        (ARTICLE, "https://www.example.com/a b"),
        (ARTICLE, "javascript:void(0)"),
        (ARTICLE, "http://[::1"),
        (ARTICLE, "https://www.example.com:x/a"),
        ("https://example.com/story?id=5", "https://example.com/story"),
        ("https://example.com/story?id=5", "https://example.com/story?id=6"),
        ("https://example.com/politics/944692", "https://example.com/politics/944693"),
        ("https://example.com/politics/944692", "https://example.com/politics"),
        (
            "https://example.com/2026/05/04/weather-for-the-week",
            "https://example.com/2026/05/05/weather-for-the-week",
        ),
        ("https://example.com/", "https://example.com/politics/944692"),
        ("https://en.example.com/about", "https://de.example.com/about"),
        ("https://a.github.io/news/long-story-slug", "https://b.github.io/news/long-story-slug"),
    ],
)
def test_a_canonical_link_without_evidence_is_not_believed(fetched: str, canonical: str | None) -> None:
    assert believe_canonical(fetched, canonical) is None


def test_a_canonical_link_to_the_declared_home_is_believed_from_a_mirror() -> None:
    fetched, canonical = "http://127.0.0.1:8080/politics/944692", "https://tass.com/politics/944692"
    assert believe_canonical(fetched, canonical, domains=("tass.com",)) == canonical
    assert believe_canonical(fetched, canonical) is None


@pytest.mark.parametrize(
    ("slug", "is_specific"),
    [
        ("quay-opens-today", True),
        ("quay_opens_today", True),
        ("quay-opens", False),
        ("x" * 20, True),
        ("x" * 19, False),
        ("quay-1234", True),
        ("quay-123", False),
        ("quay-2026", False),
    ],
)
def test_what_can_name_one_article_only(slug: str, is_specific: bool) -> None:
    assert _is_specific(slug) is is_specific
