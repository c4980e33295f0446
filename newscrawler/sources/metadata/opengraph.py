"""OpenGraph and plain meta elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.items import Image
from newscrawler.sources.metadata.schema_org import Values, split_keywords
from newscrawler.text import clean, split_byline

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from newscrawler.document import Document

_OG_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
)
_OG_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "article:modified",
    "og:updated_time",
    "article:updated_time",
)
_META_PUBLISHED = (
    "datepublished", "parsely-pub-date", "pubdate", "pub_date", "publish-date", "publish_date",
    "publishdate", "publication_date", "publication-date", "article:published:time",
    "article.published", "published_at", "published", "published_time", "published-date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dcterms.created", "dcterms.issued",
    "dc.date.issued", "dc.date.created", "dc.issued", "bt:pubdate", "sailthru.date",
    "article_date_original", "dateoforiginalpublication", "gsa_publish_date", "content:publishdate",
    "http://ogp.me/ns/article#published_time", "rnews:datepublished", "datecreated", "created-date",
    "creation_date", "createdate", "dc.date", "dcterms.date", "citation_publication_date", "ptime",
    "displaydate", "originalpublicationdate", "article_publish_date", "uploaddate", "og:release_date",
    "weibo:article:create_at", "date.available", "date",
)  # fmt: skip
_META_MODIFIED = (
    "datemodified", "last-modified", "lastmod", "revised", "revision_date", "dcterms.modified",
    "dc.date.modified", "modified", "modified-date", "modified_date", "updated-date",
    "last_updated_date", "last-updated", "last_updated", "updated_time", "bt:moddate",
    "article_date_updated", "article:modified:time", "article.updated", "cxenseparse:modified_time",
    "http://ogp.me/ns/article#modified_time", "updated",
)  # fmt: skip
# Those that only a template for articles has come before the plain one, which often names the house.
_AUTHORS = (
    "article:author_name", "parsely-author", "sailthru.author", "article:author", "og:article:author",
    "byl", "byline", "article:byline", "article_author", "author", "dc.creator", "dcterms.creator",
    "dc.creator.name", "cxenseparse:author", "bt:author", "content-creator", "dcsext.author",
    "http://ogp.me/ns/article#author",
)  # fmt: skip
_WRITTEN_BY = re.compile(
    r"(?:written|posted) by|author|verfasst von|geschrieben von|von|escrito por|autor|écrit par|auteur|par|"
    r"scritto da|geschreven door"
    r"|skrevet av|skrevet af|skriven av|napisan[eoy]|автор|написано|написал|作者|投稿者|執筆者|글쓴이|"
    r"كتبه|yazan|"
    r"penulis|ditulis oleh",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(r"^\s*([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+)\s*$")
_KEYWORDS = (
    "news_keywords",
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "sailthru.tags",
    "keywords",
    "tags",
    "topics",
    "classification-tags",
)
_SECTIONS = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "category",
    "article.section",
)


def read_opengraph(document: Document) -> Values:
    """Return what OpenGraph says: headline, description, times, images, URL."""
    meta = document.meta
    values: Values = {
        "headline": meta.get("og:title", [])[:1],
        "description": meta.get("og:description", [])[:1],
        "published_at": _all(document, _OG_PUBLISHED),
        "modified_at": _all(document, _OG_MODIFIED),
        "section": meta.get("article:section", [])[:1],
        "images": [
            Image(url) for url in dict.fromkeys(meta.get("og:image", []) or meta.get("og:image:url", []))
        ],
        "canonical_url": meta.get("og:url", [])[:1],
        "language": meta.get("og:locale", [])[:1],
        "site_name": meta.get("og:site_name", [])[:1],
    }
    return {field: found for field, found in values.items() if found}


def read_meta(document: Document, publication: Callable[[], Collection[str]] = tuple) -> Values:
    """Return what other meta elements say; the ``publication`` itself is no author."""
    meta = document.meta
    values: Values = {
        "headline": _first(
            document, ("twitter:title", "sailthru.title", "parsely-title", "dc.title", "title")
        ),
        "description": _first(document, ("description", "twitter:description")),
        "published_at": _all(document, _META_PUBLISHED),
        "modified_at": _all(document, _META_MODIFIED),
        "bylines": _authors(document, publication),
        "topics": _topics(document),
        "section": _first(document, _SECTIONS),
        "language": meta.get("content-language", [])[:1] or meta.get("language", [])[:1],
    }
    return {field: found for field, found in values.items() if found}


def _all(document: Document, names: Iterable[str]) -> list[str]:
    return [text for name in names for text in document.meta.get(name, ())[:3]]


def _first(document: Document, names: Iterable[str]) -> list[str]:
    return next((found[:1] for name in names if (found := document.meta.get(name))), [])


def _authors(document: Document, publication: Callable[[], Collection[str]]) -> list[str]:
    for texts in (*(document.meta.get(name, ()) for name in _AUTHORS), _card_authors(document)):
        found = [
            text
            for text in texts
            if not text.strip().startswith(("http://", "https://", "/", "@")) and split_byline(text)[0]
        ]
        if found and any(clean(text).casefold() not in publication() for text in found):
            return [_LAST_FIRST.sub(r"\2 \1", text) for text in found]
    return []


def _card_authors(document: Document) -> list[str]:
    """Return the authors of a Twitter card: "Written by" is ``twitter:label1``, the name ``data1``."""
    found = list(document.meta.get("twitter:misc:written by", ()))
    for number in "1234":
        label = document.meta.get(f"twitter:label{number}", [""])[0]
        if _WRITTEN_BY.match(label.strip()):
            found += document.meta.get(f"twitter:data{number}", [])
    return found


def _topics(document: Document) -> list[str]:
    for name in _KEYWORDS:
        found = document.meta.get(name)
        if found:
            return split_keywords(found[0]) if len(found) == 1 else found
    return []
