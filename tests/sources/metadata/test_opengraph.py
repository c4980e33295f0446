"""Meta elements: each name under which publishers state a value, and which of several is asked first."""

from __future__ import annotations

from itertools import pairwise

import pytest

from newscrawler.document import Document, parse_document
from newscrawler.sources.metadata.opengraph import read_meta, read_opengraph

URL = "https://press.example/a"


def page(*metas: tuple[str, str], attribute: str = "name", body: str = "") -> Document:
    found = "".join(f'<meta {attribute}="{name}" content="{content}">' for name, content in metas)
    return parse_document(f"<html><head>{found}</head><body>{body}</body></html>", URL)


OPENGRAPH = {
    "headline": ["og:title"],
    "description": ["og:description"],
    "published_at": [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    ],
    "modified_at": [
        "article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time",
        "article:updated_time",
    ],
    "section": ["article:section"],
    "canonical_url": ["og:url"],
    "language": ["og:locale"],
    "site_name": ["og:site_name"],
}  # fmt: skip
META = {
    "headline": ["twitter:title", "sailthru.title", "parsely-title", "dc.title", "title"],
    "description": ["description", "twitter:description"],
    "published_at": [
        "datepublished", "parsely-pub-date", "pubdate", "pub_date", "publish-date", "publish_date", "publishdate",
        "publication_date", "publication-date", "article:published:time", "article.published", "published_at",
        "published", "published_time", "published-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date.created", "dc.issued", "bt:pubdate",
        "sailthru.date", "article_date_original", "dateoforiginalpublication", "gsa_publish_date",
        "content:publishdate", "http://ogp.me/ns/article#published_time", "rnews:datepublished", "datecreated",
        "created-date", "creation_date", "createdate", "dc.date", "dcterms.date", "citation_publication_date",
        "ptime", "displaydate", "originalpublicationdate", "article_publish_date", "uploaddate", "og:release_date",
        "weibo:article:create_at", "date.available", "date",
    ],
    "modified_at": [
        "datemodified", "last-modified", "lastmod", "revised", "revision_date", "dcterms.modified",
        "dc.date.modified", "modified", "modified-date", "modified_date", "updated-date", "last_updated_date",
        "last-updated", "last_updated", "updated_time", "bt:moddate", "article_date_updated",
        "article:modified:time", "article.updated", "cxenseparse:modified_time",
        "http://ogp.me/ns/article#modified_time", "updated",
    ],
    "bylines": [
        "article:author_name", "parsely-author", "sailthru.author", "article:author", "og:article:author", "byl",
        "byline", "article:byline", "article_author", "author", "dc.creator", "dcterms.creator", "dc.creator.name",
        "cxenseparse:author", "bt:author", "content-creator", "dcsext.author", "http://ogp.me/ns/article#author",
    ],
    "section": [
        "article:section", "og:article:section", "parsely-section", "section", "category", "article.section",
    ],
    "topics": [
        "news_keywords", "article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "keywords", "tags", "topics",
    ],
    "language": ["content-language", "language"],
}  # fmt: skip
ALL_ARE_READ = {"published_at", "modified_at"}


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in OPENGRAPH.items() for name in names]
)
def test_opengraph_gives_a_value(field: str, name: str) -> None:
    assert read_opengraph(page((name, "Ann Example"), attribute="property"))[field] == ["Ann Example"]
    assert read_opengraph(page((name.upper(), "Ann Example")))[field] == ["Ann Example"]


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in META.items() for name in names]
)
def test_a_meta_element_gives_a_value(field: str, name: str) -> None:
    assert read_meta(page((name, "Ann Example")))[field] == ["Ann Example"]
    assert read_meta(page((name.title(), "Ann Example"), attribute="property"))[field] == ["Ann Example"]


@pytest.mark.parametrize(
    ("read", "field", "names"),
    [
        *((read_opengraph, field, names) for field, names in OPENGRAPH.items() if len(names) > 1),
        *((read_meta, field, names) for field, names in META.items() if field not in {"bylines", "topics"}),
    ],
)
def test_the_more_exact_name_stands_first(read, field: str, names: list[str]) -> None:  # type: ignore[no-untyped-def]
    for first, second in pairwise(names):
        values = read(page((second, "second"), (first, "first")))[field]
        assert values == (["first", "second"] if field in ALL_ARE_READ else ["first"]), (first, second)


def test_three_times_of_one_name_are_read() -> None:
    metas = [("date", str(number)) for number in range(5)]
    assert read_meta(page(*metas))["published_at"] == ["0", "1", "2"]


def test_pictures() -> None:
    urls = [f"https://press.example/{number}.jpg" for number in range(2)]
    images = read_opengraph(page(*(("og:image", url) for url in (*urls, urls[0]))))["images"]
    assert [image.url for image in images] == urls
    other = read_opengraph(page(("og:image:url", urls[1])))["images"]
    assert [image.url for image in other] == urls[1:]
    both = read_opengraph(page(("og:image:url", urls[1]), ("og:image", urls[0])))["images"]
    assert [image.url for image in both] == urls[:1]


def test_a_page_without_meta_elements_says_nothing() -> None:
    assert (read_opengraph(page()), read_meta(page())) == ({}, {})


def test_meta_names_of_article_templates_come_before_the_plain_author() -> None:
    document = page(("author", "Example House"), ("article:author", "Anna Example"))
    assert read_meta(document)["bylines"] == ["Anna Example"]
    card = page(("twitter:label1", "Verfasst von"), ("twitter:data1", "Anna Example"))
    assert read_meta(card)["bylines"] == ["Anna Example"]
    inverted = page(("author", "Example, Anna"))
    assert read_meta(inverted)["bylines"] == ["Anna Example"]
