"""Hashes of an article's content, which tell whether a reader sees a change.

Content is what the page says to a reader: headline, lead, body, section, topics, authors, agency, time of
publication and pictures. Not content: where the article was listed, when it was fetched, what stands beside
it, the size of a picture, ``modified_at`` alone. A value that only a listing gave (see ``extracted_by``) does
not count either, because the next visit may come by another listing.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.items import Article, Entry, Image

CONTENT_FIELDS = (
    "headline",
    "lead",
    "body",
    "section",
    "topics",
    "authors",
    "agency",
    "published_at",
    "images",
    "entries",
)
"""The order is part of the hashes, so it must not change; ``entries`` are in them only if there are any."""

FIELD_HASH_BYTES = 6
"""Length of one field's hash. Two texts of one field have the same hash once in 2**48."""

_LISTINGS = frozenset({"listing", "feed", "sitemap"})
_BETWEEN_VALUES = "\x1f"
_PICTURE_SIZE = re.compile(r"[-_.]?\d{2,5}x\d{0,5}(?=\.|$)")


def field_hashes(article: Article) -> bytes:
    """Return the hash of each content field, one after the other, in the order of ``CONTENT_FIELDS``."""
    return b"".join([_hash(text, FIELD_HASH_BYTES) for text in _texts(article)])


def content_hash(article: Article) -> str:
    """Return the hash of the content of an article: 32 hexadecimal digits.

    >>> from newscrawler.items import Article
    >>> content_hash(Article(headline="A", modified_at="2026-01-01")) == content_hash(Article(headline="A"))
    True
    >>> content_hash(Article(headline="A")) == content_hash(Article(lead="A"))
    False
    """
    return _hash("\x1e".join(_texts(article)), 16).hex()


def changed_fields(before: bytes, after: bytes) -> list[str]:
    """Return the names of the content fields whose hashes differ.

    >>> changed_fields(b"......" * 9, b"......" * 2 + b"!!!!!!" + b"......" * 6)
    ['body']
    """
    size = FIELD_HASH_BYTES
    return [
        name
        for index, name in enumerate(CONTENT_FIELDS)
        if before[index * size : (index + 1) * size] != after[index * size : (index + 1) * size]
    ]


def _hash(text: str, size: int) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def _texts(article: Article) -> list[str]:
    texts = content_texts(article)
    if not article.entries:
        del texts["entries"]  # lines that were written before there were any keep their hash
    return list(texts.values())


def content_texts(article: Article) -> dict[str, str]:
    """Return each content field as the text of which its hash is made; what only a listing gave is empty."""
    extracted_by = article.extracted_by
    return {
        name: "" if extracted_by.get(name) in _LISTINGS else text_of(article)
        for name, text_of in _TEXT_OF.items()
    }


def _publication(article: Article) -> str:
    """Return the instant to the minute in UTC, so that another notation of the same time is no change."""
    value, evidence = article.published_at, article.published_at_evidence
    if value is None or (evidence and evidence.year_source in _LISTINGS):
        return ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if moment.tzinfo is None:
        return value
    return (
        moment.astimezone(UTC).isoformat()[:16] + "Z"
    )  # strftime would be slower: it asks the system for its zone


def _picture(image: Image) -> str:
    """Return caption, credit and file name; the name without a size such as ``-640x480``."""
    name = image.url.partition("?")[0].rpartition("/")[2]
    return _BETWEEN_VALUES.join((image.caption or "", image.credit or "", _PICTURE_SIZE.sub("", name)))


def _entry(entry: Entry) -> str:
    return "\n".join((entry.time or "", entry.headline or "", entry.body, entry.author or ""))


_TEXT_OF: dict[str, Callable[[Article], str]] = {
    "headline": lambda article: article.headline or "",
    "lead": lambda article: article.lead or "",
    "body": lambda article: article.body or "",
    "section": lambda article: article.section or "",
    "topics": lambda article: _BETWEEN_VALUES.join(sorted(article.topics)),
    "authors": lambda article: _BETWEEN_VALUES.join(article.authors),
    "agency": lambda article: article.agency or "",
    "published_at": _publication,
    "images": lambda article: _BETWEEN_VALUES.join(map(_picture, article.images)),
    "entries": lambda article: _BETWEEN_VALUES.join(map(_entry, article.entries)),
}
