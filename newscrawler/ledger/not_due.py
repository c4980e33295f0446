"""Not due: which of many listed articles are known and need no look now; nothing is made for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.ledger.quick import rows_of
from newscrawler.ledger.rows import hash_of_key
from newscrawler.urls.slug import speak_of_others

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from newscrawler.ledger.ledger import Ledger

_AT_ONCE = 500
_BY_ID = "SELECT id, url FROM article WHERE id IN ({}) AND (next_check IS NULL OR next_check > ?)"
_BY_URL = (
    "SELECT article_url.key FROM article_url JOIN article ON article.id = article_id"
    " WHERE article_url.key IN ({}) AND (next_check IS NULL OR next_check > ?)"
)


def not_due(ledger: Ledger, urls: Mapping[str, str], now: datetime) -> set[str]:
    """Return the keys of listed articles that are known and not due.

    A number under which the ledger knows another story says nothing of this one.

    :param urls: key, as the frontier makes them (``site:number``, else the key of the URL) -> URL.
    :raises OutputError: the ledger cannot be asked.
    """
    numbered = [key for key in urls if key.startswith(f"{ledger.site}:")]
    hashes = {hash_of_key(key): key for key in urls if not key.startswith(f"{ledger.site}:")}
    rows = _ask(ledger, _BY_ID, numbered, now)
    found = {str(key) for key, known_at in rows if not speak_of_others(known_at, urls[key])}
    return found | {hashes[bytes(key)] for (key,) in _ask(ledger, _BY_URL, list(hashes), now)}


def _ask(ledger: Ledger, question: str, keys: Sequence[str | bytes], now: datetime) -> list[Any]:
    found: list[Any] = []
    with ledger.database.reading() as connection:
        for begin in range(0, len(keys), _AT_ONCE):
            part = keys[begin : begin + _AT_ONCE]
            statement = question.format(",".join("?" * len(part)))
            found += rows_of(connection, statement, [*part, int(now.timestamp())])
    return found
