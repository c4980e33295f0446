"""Lines of a crawl against the newsroom's own list: what is missing, what is there twice, what differs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.newsroom.expected import ExpectedArticle

FIELDS = (
    "headline",
    "lead",
    "body",
    "section",
    "topics",
    "published_at",
    "modified_at",
    "dateline",
    "images",
    "related",
)


def differences(
    lines: Iterable[Mapping[str, Any]],
    articles: Sequence[ExpectedArticle],
    fields: Sequence[str] = FIELDS,
) -> list[str]:
    """Every difference, one line each; an empty list means that a crawl brought exactly these articles.

    A line is matched by the article number in its ``id``, else by its address. Times must have the same
    offset, too.
    """
    by_key = {key: article for article in articles for key in (str(article.number), article.url)}
    found: set[int] = set()
    out: list[str] = []
    for line in lines:
        article = by_key.get(str(line["id"]).rpartition(":")[2]) or by_key.get(line["url"])
        if article is None:
            out.append(f"{line['url']}: not among the articles")
            continue
        if article.number in found:
            out.append(f"{line['url']}: there twice")
            continue
        found.add(article.number)
        wanted = expected_values(article)
        out += [
            f"{line['url']} {field}: {line[field]!r}, not {wanted[field]!r}"
            for field in fields
            if _comparable(line[field]) != _comparable(wanted[field])
        ]
    out += [f"{article.url}: missing" for article in articles if article.number not in found]
    return out


def expected_values(article: ExpectedArticle) -> dict[str, Any]:
    """The values of a line, by the names of the line; times as ``datetime``."""
    return {
        "headline": article.headline,
        "lead": article.lead,
        "body": article.body,
        "section": article.section,
        "topics": article.topics,
        "published_at": article.published,
        "modified_at": article.modified,
        "dateline": asdict(article.dateline) if article.dateline else None,
        "images": [asdict(image) for image in article.images],
        "related": [asdict(story) for story in article.related],
    }


def _comparable(value: Any) -> Any:
    """A time in one form, its offset kept; anything else as it is."""
    return value.isoformat() if isinstance(value, datetime) else value
