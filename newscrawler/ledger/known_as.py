"""Under which id an article is known already: what was written under one id stays under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.ledger.quick import rows_of
from newscrawler.ledger.rows import guid_hashes, url_hash
from newscrawler.output.content_hash import changed_fields, field_hashes

if TYPE_CHECKING:
    from newscrawler.items import Article
    from newscrawler.ledger.ledger import Ledger
    from newscrawler.ledger.rows import Known

_ID_AT = "SELECT DISTINCT article_id FROM article_url WHERE key IN ({})"
LISTED = frozenset({"listing", "feed", "sitemap"})
"""Sources of a time that are not the page itself."""


def known_as(ledger: Ledger, article: Article) -> Known | None:
    """Return the article that a page continues, None where it is new.

    It is the article with the page's id; else one that has been seen at a URL of the page, be it that which
    was asked for and has moved, or under its name in a feed, and of which the page still says what only the
    same article says.

    :raises OutputError: the ledger cannot be asked.
    """
    if known := ledger.find(article.id):
        return known
    urls = (article.url, article.canonical_url or article.url, article.requested_url or article.url)
    keys = [*map(url_hash, urls), *guid_hashes(article)]
    with ledger.database.reading() as connection:
        rows = rows_of(connection, _ID_AT.format(", ".join("?" * len(keys))), keys)
    found = [known for (name,) in rows if (known := ledger.find(name)) and known.site == ledger.site]
    return next(
        (known for known in sorted(found, key=lambda each: each.first_seen) if is_same_story(known, article)),
        None,
    )


def is_same_story(known: Known, article: Article) -> bool:
    """Tell whether two pages that share a URL are one article: by the text, or by the time of publication.

    A URL alone does not tell: ``/latest`` leads to another article every day.
    """
    same = same_fields(known.field_hashes, article)
    if "body" in same and article.body:
        return True
    if article.published_at and "T" in article.published_at and known.published_at:
        return "published_at" in same and article.extracted_by.get("published_at") not in LISTED
    return "headline" in same and not (article.published_at and known.published_at)


def same_fields(hashes: bytes, article: Article) -> frozenset[str]:
    """Return which of headline, body and time of publication an article has as an earlier line has them.

    :param hashes: ``field_hashes`` of that line.
    """
    changed = changed_fields(hashes, field_hashes(article))
    return frozenset({"headline", "body", "published_at"}) - set(changed)
