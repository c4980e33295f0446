"""What looks like an article by its URL and the text of its link."""

from __future__ import annotations

import pytest

from newscrawler.discovery.front_page import looks_like_article

HEADLINE = "The old quay opens again after many months of waiting"


@pytest.mark.parametrize(
    "path",
    [
        *("/articles/AS202611281030.html", "/news/articles/c4g0zy1lmx2o", "/world/2026/nov/28/budget"),
        *("/nyheter/i/abc123/", "/article.php?storyID=12345", "/?fArticleId=7"),
    ],
)
def test_articles(path: str) -> None:
    assert looks_like_article(f"https://paper.example{path}", HEADLINE)


@pytest.mark.parametrize("path", ["/world/", "/?page=2", "/news/euro2028/", "/world/page/2/"])
def test_lists(path: str) -> None:
    assert not looks_like_article(f"https://paper.example{path}", "Euro 2028")
