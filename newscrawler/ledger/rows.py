"""What the ledger keeps of an article: rows made from it, and the record read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from newscrawler.items import Article, Gone
from newscrawler.ledger.schedule import birth
from newscrawler.output.content_hash import content_hash, field_hashes
from newscrawler.urls import url_key

if TYPE_CHECKING:
    from newscrawler.ledger.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Known:
    """An article in the ledger: its last revision."""

    id: str
    site: str
    revision: int
    content_hash: str
    field_hashes: bytes
    """See ``content.field_hashes``."""
    published_at: str | None
    modified_at: str | None
    withdrawn: bool
    url: str
    """As it was asked for last."""
    first_seen: datetime
    last_checked: datetime
    next_check: datetime | None
    """None: it is not looked at again."""
    store: str
    day: str
    offset: int
    """Where the line of this revision is: output folder (see ``Ledger.store``), day file, first byte."""

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is time to look at it again."""
        return self.next_check is not None and self.next_check <= now


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing's last whole answer, and the validators under which the server knows it."""

    key: bytes
    site: str
    url: str
    etag: str | None
    last_modified: str | None
    content_type: str | None
    link: str | None
    """The ``Link`` header."""
    body: bytes
    """zlib."""
    asked: int
    """Conditional requests since the body came."""
    trusted: bool
    """False once the same validators were seen on another body."""
    checked: datetime
    proven: bool = False
    """True once another body came with other validators: the server tells changes."""


def moment_of(article: Article | Gone) -> datetime:
    """Return when the article was fetched, in UTC.

    :raises ValueError: it does not say so, or without offset.
    """
    moment = datetime.fromisoformat(article.fetched_at or "")
    if moment.tzinfo is None:
        msg = f"{article.id}: fetched_at has no offset"
        raise ValueError(msg)
    return moment.astimezone(UTC)


def article_row(
    article: Article, *, site: str, store: str, day: str, offset: int, schedule: Schedule
) -> dict[str, Any]:
    """Return the row of an article whose line stands at ``offset`` of the day's file."""
    fetched = moment_of(article)
    return {
        "id": article.id,
        "site": site,
        "revision": article.revision,
        "content_hash": article.content_hash or content_hash(article),
        "field_hashes": field_hashes(article),
        "published_at": article.published_at,
        "modified_at": article.modified_at,
        "withdrawn": article.withdrawn,
        "url": article.requested_url or article.url,
        "first_seen": fetched,
        "last_checked": fetched,
        "next_check": schedule.next_check(birth(article.published_at, fetched), fetched),
        "store": store,
        "day": day,
        "offset": offset,
    }


def url_hash(url: str) -> bytes:
    """Return the ledger's key of a URL."""
    return hash_of_key(url_key(url))


def hash_of_key(key: str) -> bytes:
    """Return the ledger's key of the URL that has this ``url_key``."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def url_rows(article: Article | Gone, known_as: str) -> list[dict[str, Any]]:
    """Return a row for each URL under which an article may be listed, and for each name of it in feeds.

    :param known_as: the id that they stand for.
    """
    urls = [article.url]
    if isinstance(article, Article):
        others = (article.requested_url, article.canonical_url, article.amp_url, article.mobile_url)
        urls += [url for url in others if url]
    keys = {url_hash(url) for url in urls if url} | set(guid_hashes(article))
    return [{"key": key, "article_id": known_as} for key in keys]


def guid_hashes(article: Article | Gone) -> list[bytes]:
    """Return the ledger's keys of the names that feeds of its site give an article."""
    guids = {seen.guid for seen in article.listed_on if seen.guid}
    return [hash_of_key(f"guid:{article.site}:{guid}") for guid in sorted(guids)]
