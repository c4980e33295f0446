"""The record beside a saved article page: what the page must give; written, and held against the page."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from newscrawler.extract import Reading, join_pages, read_page
from newscrawler.items import ListedArticle

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.items import Article
    from newscrawler.publication.site import Site

FIELDS = (
    "headline", "lead", "body", "section", "topics", "authors", "agency", "language", "published_at",
    "modified_at",
)  # fmt: skip
"""Fields of which a new record says what they must be."""
_SAME = frozenset({"language", "published_at", "modified_at", "agency"})
"""Fields that invented words must not change."""

ENOUGH_PARAGRAPHS = 4
"""As many as a trimmed body must begin with."""


def record_of(url: str, fetched_at: str, reading: Reading) -> dict[str, Any]:
    """Return the draft of a record, to be corrected by hand."""
    record: dict[str, Any] = {"url": url, "fetched_at": fetched_at}
    if reading.article is not None:
        record["article"] = {name: getattr(reading.article, name) for name in FIELDS}
    elif reading.not_an_article is not None:
        record["not_an_article"] = reading.not_an_article.kind
    return record


def read_saved(path: Path, site: Site) -> Reading:
    """Read the page of a record as that of a site, with what the record says that listings had said.

    :param path: of the record.
    :raises OSError: a page is not there.
    :raises ValueError: the record cannot be read.
    """
    record = json.loads(path.read_text("utf-8"))
    listed = [ListedArticle(**known) for known in record.get("listed", [])]
    pages = [(path.with_suffix(".html").name, record["url"])]
    pages += [(part["file"], part["url"]) for part in record.get("pages", [])]
    first, *further = [
        read_page(
            (path.parent / name).read_bytes(), url, site=site, listed=listed, fetched_at=record["fetched_at"]
        )
        for name, url in pages
    ]
    if further and first.article is not None:
        first.article = join_pages(first.article, [part.article for part in further if part.article])
    return first


def differences(path: Path, site: Site) -> dict[str, tuple[Any, Any]]:
    """Return field -> (what the record wants, what the page gives), where they differ.

    :raises OSError, ValueError: as ``read_saved``; a record that lacks a key, too.
    """
    record, reading = json.loads(path.read_text("utf-8")), read_saved(path, site)
    found: dict[str, tuple[Any, Any]] = {}
    kind = reading.not_an_article.kind if reading.not_an_article is not None else None
    if record.get("not_an_article") != kind:
        return {"not_an_article": (record.get("not_an_article"), kind)}
    given = asdict(reading.article) if reading.article else {}
    for name, wanted in record.get("article", {}).items():
        got = given.get(name)
        if isinstance(wanted, dict) and isinstance(got, dict):
            got = {part: got.get(part) for part in wanted}  # a record may name only what matters
        if got != wanted:
            found[name] = wanted, got
    return found


def changed_shape(whole: Article | None, plain: Article | None, invented: Article | None) -> list[str]:
    """Return the fields that a specimen gives no more, in another number, or from another source.

    :param whole: the page's own article.
    :param plain: that of the page trimmed, which may have fewer paragraphs.
    """
    if whole is None or plain is None or invented is None:
        return [] if whole is plain is invented else ["article"]
    return [
        name for name in FIELDS
        if _shape(whole if name != "body" or not plain.body else plain, name) != _shape(invented, name)
    ]  # fmt: skip


def changed_fields(before: Article | None, after: Article | None) -> tuple[int, int]:
    """Return how many fields, and how many sources, are others in a page that was only trimmed."""
    if before is None or after is None:
        return (0, 0) if before is after else (len(FIELDS), 0)
    others = sum(getattr(before, name) != getattr(after, name) for name in FIELDS if name != "body")
    sources = sum(before.extracted_by.get(name) != after.extracted_by.get(name) for name in FIELDS)
    return others + (not _is_beginning(after.body, before.body)), sources


def _is_beginning(part: str | None, whole: str | None) -> bool:
    """Tell whether a body has nothing but paragraphs of another one, and the first of them."""
    if not part or not whole:
        return part == whole
    paragraphs, those_of_whole = part.split("\n\n"), whole.split("\n\n")
    least = min(ENOUGH_PARAGRAPHS, len(those_of_whole))
    return paragraphs[:least] == those_of_whole[:least] and set(paragraphs) <= set(those_of_whole)


def _shape(article: Article, name: str) -> Any:
    value, source = getattr(article, name), article.extracted_by.get(name)
    if name in _SAME:
        return value, source
    if name == "body":
        return value and value.count("\n\n"), source
    return (len(value) if isinstance(value, list) else bool(value)), source
