"""Pages that are no article are named by what they are."""

import pytest

from newscrawler.extract import Refusal, extract
from newscrawler.items import Article
from tests.extraction.page import URL, page


@pytest.mark.parametrize(
    ("html", "url", "kind"),
    [
        (b"", URL, "empty"),
        ("<html><body></body></html>", URL, "empty"),
        (b"%PDF-1.7 ...", URL, "not_html"),
        ('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', URL, "not_html"),
        ('{"newsList": []}', URL, "not_html"),
        ("<title>Just a moment...</title><p>Checking your browser</p>", URL, "challenge"),
        ("<script>document.cookie='__js_p_=1';location.reload()</script>", URL, "challenge"),
        ("<title>404 Not Found</title><h1>Page not found</h1><p>Try the search.</p>", URL, "soft_404"),
        ("<title>Seite nicht gefunden | Beispiel</title><h1>Hoppla</h1>", URL, "soft_404"),
        ("<title>Sign in - Example</title><form><input name=user></form><p>Welcome back.</p>", URL, "login"),
        ("<title>Before you continue</title><p>We and our partners store information.</p>", URL, "consent"),
        (
            '<meta property="og:type" content="video.other"><h1>Harbour seen from above</h1><video></video><p>Watch.</p>',
            URL,
            "video",
        ),
        (
            f"<h1>News</h1>{'<article><a href=/a>Harbour reopens</a></article>' * 8}",
            "https://news.example.org/",
            "listing",
        ),
        (
            f"<h1>Shipping</h1>{'<article><h2><a href=/a>Harbour reopens</a></h2></article>' * 8}",
            "https://news.example.org/tag/shipping",
            "listing",
        ),
    ],
)
def test_not_an_article(html: str | bytes, url: str, kind: str) -> None:
    found = extract(html, url)
    assert isinstance(found, Refusal), found
    assert not found
    assert found.kind == kind
    assert found.reason


def test_a_story_about_logging_in_is_a_story() -> None:
    assert isinstance(
        extract(page(title="Sign in to the new harbour register, ships are told"), URL), Article
    )
