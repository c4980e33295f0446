"""What looks like an article by its URL and the text of its link."""

from __future__ import annotations

import pytest

from newscrawler.discovery.sections.front_page import section_slug
from newscrawler.discovery.story_urls import looks_like_article, may_be_article

DOMAINS = ("paper.example",)
HEADLINE = "The old quay opens again after many months of waiting"


@pytest.mark.parametrize(
    "path",
    [
        *("/articles/AS202611281030.html", "/news/articles/c4g0zy1lmx2o", "/world/2026/nov/28/budget"),
        *("/nyheter/i/abc123/", "/article.php?storyID=12345", "/?fArticleId=7"),
        *(
            f"/read?{name}=123"
            for name in ("id", "p", "aid", "article", "articleid", "story", "newsid", "idxno", "no")
        ),
        *("/read?ID=123", "/read?news_no=1", "/read?article-id=1", "/read?lang=en&newsId=9"),
        *(
            f"/world/2026/{month}/budget"
            for month in ("01", "1", "9", "10", "12", "jan", "feb", "mar", "apr", "may")
        ),
        *(
            f"/world/1999-{month}-04/budget"
            for month in ("jun", "jul", "aug", "sep", "oct", "nov", "dec", "AUG")
        ),
        *("/a/12345", "/a/x-12345", "/a/12345.html", "/a/x_12345_y", "/a/b123456", "/a/B123456x"),
        *("/one-two-three-four", "/harbour-reopens-tomorrow", "/harbour_reopens_tomorrow"),
        *(
            "/world/quay-opens",
            "/world/quay2",
            "/world/%D1%81%D0%BE%D0%B2%D0%B5%D1%82",
            "/world/wide.html?x=1&id=123",
        ),
        *(f"/one-two-three-four{end}" for end in (".html", ".htm", ".shtml", ".php", ".asp", ".aspx")),
    ],
)
def test_articles(path: str) -> None:
    assert looks_like_article(f"https://paper.example{path}", HEADLINE)


@pytest.mark.parametrize(
    "path",
    [
        *("/world/", "/?page=2", "/news/euro2028/", "/world/page/2/"),
        *("/read?id=12", "/read?id=ab", "/read?page=123", "/read?newsid=x", "/quay-opens", "/one-two-three"),
        *(
            "/world/2026/13/budget",
            "/world/1899/12/budget",
            "/world/2026/00/budget",
            "/world/2026/12",
            "/a/1234",
        ),
        *("/world/2026/05/04", "/a/b12345x", "/world/4quay"),
    ],
)
def test_lists(path: str) -> None:
    assert not looks_like_article(f"https://paper.example{path}", "Euro 2028")


SERVICES = [
    "about",
    "account",
    "ad",
    "ads",
    "advert",
    "advertising",
    "archive",
    "author",
    "authors",
    "career",
    "careers",
    "contact",
    "contacts",
    "cookie",
    "cookies",
    "donate",
    "faq",
    "help",
    "impressum",
    "imprint",
    "job",
    "jobs",
    "legal",
    "login",
    "logout",
    "newsletter",
    "newsletters",
    "podcast",
    "podcasts",
    "privacy",
    "profile",
    "register",
    "search",
    "shop",
    "signin",
    "sign-in",
    "signup",
    "sign-up",
    "sitemap",
    "subscribe",
    "tag",
    "tags",
    "terms",
    "topic",
    "topics",
    "user",
    "users",
    "video",
    "videos",
    "wp-admin",
]
FILES = [
    "jpg",
    "jpeg",
    "png",
    "gif",
    "webp",
    "svg",
    "pdf",
    "mp3",
    "mp4",
    "zip",
    "xml",
    "rss",
    "json",
    "css",
    "js",
    "PDF",
]


@pytest.mark.parametrize("service", [*SERVICES, "About"])
def test_a_service_of_the_site_is_no_story(service: str) -> None:
    for path in (f"/{service}/the-old-quay-opens-again-123456", f"/{service}.html"):
        assert not looks_like_article(f"https://paper.example{path}", HEADLINE)
        assert not may_be_article(f"https://paper.example{path}")
    assert section_slug(f"https://paper.example/{service}/", DOMAINS) is None
    assert looks_like_article(f"https://paper.example/world/{service}/the-old-quay-opens-again", HEADLINE)
    assert section_slug(f"https://paper.example/world/{service}", DOMAINS) == service.lower()


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_no_story(kind: str) -> None:
    url = f"https://paper.example/files/the-old-quay-opens-again-123456.{kind}"
    assert not looks_like_article(url, HEADLINE)
    assert not may_be_article(url)
    assert section_slug(url, DOMAINS) is None


@pytest.mark.parametrize("name", ["page", "p", "start", "offset", "sort", "q", "s", "lang", "tag", "PAGE"])
def test_a_page_of_a_list_is_no_story(name: str) -> None:
    assert not may_be_article(f"https://paper.example/nyheter/i/ab12c?{name}=2")
    assert not may_be_article(f"https://paper.example/nyheter/i/ab12c?x=1&{name}=2")
    assert may_be_article(f"https://paper.example/nyheter/i/ab12c?x{name}=2")


def test_what_is_no_url_is_no_story() -> None:
    assert not looks_like_article("https://[paper.example/world/the-old-quay-opens-again", HEADLINE)
    assert not may_be_article("https://[paper.example/nyheter/i/ab12c")
    assert not may_be_article("https://paper.example/")


@pytest.mark.parametrize(
    ("headline", "is_story"),
    [("x" * 35, True), ("x" * 34, False), ("a b c d e f", True), ("a b c d e", False)],
)
def test_a_short_path_is_a_story_where_the_link_reads_like_a_headline(headline: str, is_story: bool) -> None:
    assert looks_like_article("https://paper.example/world/quay-opens", headline) is is_story


@pytest.mark.parametrize(
    ("path", "headline", "is_article"),
    [
        ("/harbour-opens-on-mon", "", True),  # three words, 20 signs
        ("/harbour-opens-sunday", "", True),
        ("/harbour-opens-today", "", False),  # 19
        ("/harbourr-opens-todayy", "", True),
        ("/a-b-c-d", "", True),
        ("/a-b--c", "", False),
        ("/harbour-opensagainnowtoday", "", False),
        ("/world/harbour-opens", HEADLINE, True),
        ("/world/harbour-opens", "", False),
        ("/harbour-opens", HEADLINE, False),
    ],
)
def test_words_of_a_slug(path: str, headline: str, is_article: bool) -> None:
    assert looks_like_article(f"https://paper.example{path}", headline) is is_article
