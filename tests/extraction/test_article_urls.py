"""An article's URLs are those that its page names, where they can be believed; its id follows from them."""

from typing import Any

import pytest

from newscrawler.document import parse_document
from newscrawler.extraction.article_urls import fill_identity, fill_urls
from newscrawler.items import Article
from newscrawler.publication.site import Site

URL = "https://news.example.org/politics/harbour-reopens-today?from=home"
SITE = Site("example", domains=("example.org",))


def read(head: str, **canonical: str) -> Article:
    stated: dict[Any, dict[str, Any]] = {"opengraph": {}, "json-ld": {}, "microdata": {}}
    for source, url in canonical.items():
        stated[source] = {"canonical_url": [url]}
    article = Article()
    document = parse_document(f"<html><head>{head}</head><body><p>text</p></body></html>", URL)
    fill_urls(article, document, SITE, stated)
    return article


def test_the_link_goes_before_other_sources() -> None:
    link = '<link rel="canonical" href="/politics/harbour-reopens-today">'
    article = read(link, opengraph="https://news.example.org/politics/harbour")
    assert article.canonical_url == "https://news.example.org/politics/harbour-reopens-today"
    assert article.extracted_by["canonical_url"] == "meta"


def test_the_next_source_is_asked_where_one_is_not_believed() -> None:
    home = '<link rel="canonical" href="/">'
    article = read(home, microdata="https://news.example.org/politics/harbour-reopens-today")
    assert article.canonical_url == "https://news.example.org/politics/harbour-reopens-today"
    assert article.extracted_by["canonical_url"] == "microdata"


def test_amp_and_mobile_pages() -> None:
    article = read(
        '<link rel="amphtml" href="/amp/harbour-reopens">'
        '<link rel="alternate" hreflang="de" href="/de/harbour-reopens">'
        '<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.example.org/harbour">'
    )
    assert article.amp_url == "https://news.example.org/amp/harbour-reopens"
    assert article.mobile_url == "https://m.example.org/harbour"
    assert article.canonical_url is None


@pytest.mark.parametrize(("number", "begins"), [("4711", "example:4711"), (None, "example:")])
def test_the_publishers_number_is_the_id(number: str | None, begins: str) -> None:
    article = Article()
    fill_identity(article, URL, SITE, number)
    assert article.id is not None
    assert article.id.startswith(begins)


def test_two_urls_of_one_canonical_page_are_one_article() -> None:
    ids = set()
    for url in (URL, "https://news.example.org/politics/harbour-reopens-today?page=all"):
        article = Article(canonical_url="https://news.example.org/politics/harbour-reopens-today")
        fill_identity(article, url, SITE, None)
        ids.add(article.id)
    assert len(ids) == 1
