"""The ledger's index of texts: finds the earliest seen article of which another is a copy, over runs and sites.

Only originals are kept. A copy adds nothing to find others by, and so a shingle that many originals share is what a
boilerplate is made of: it is passed over when candidates are looked up.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Column,
    LargeBinary,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    union_all,
)

from newscrawler.ledger.sketch import KEYS, Sketch, compare, is_copy, sketch, unpack
from newscrawler.ledger.tables import Moment, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from newscrawler.items import Article

WINDOW = timedelta(days=90)
"""How long a text is remembered. Copies of news come within hours or days."""
COMMON = 24
"""A shingle that is a key of more originals than this finds nothing: it is boilerplate."""
CANDIDATES = 8
"""Originals compared with an article, those with most keys in common first."""
RECENT = 512
"""Texts held in memory, more than a run can have between two commits."""

text_table = Table(
    "original_text",
    metadata,
    Column("holder", BigInteger, primary_key=True, autoincrement=False, doc="hash of the article's id"),
    Column("id", Text, nullable=False),
    Column("seen", Moment, nullable=False, index=True),
    Column("sketch", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
key_table = Table(
    "original_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("holder", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

_one_key = [
    select(key_table).where(key_table.c.key == bindparam(f"key{i}")).limit(COMMON + 1).subquery().select()
    for i in range(KEYS + 1)
]
_by_keys = union_all(*_one_key)
_by_holders = select(text_table).where(
    text_table.c.holder.in_([bindparam(f"holder{i}") for i in range(CANDIDATES + 1)])
)


@dataclass(frozen=True, slots=True)
class Original:
    """An article that was the first with its text."""

    id: str
    seen: datetime
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Copy:
    """What an article is a copy of."""

    original: str
    """``id`` of the earliest seen article with that text."""
    similarity: float
    """Resemblance of the two texts; 1 only for the same words in the same order."""


def sketch_of(article: Article) -> Sketch | None:
    """Return the sketch of an article's body without its dateline, or None where there is too little text."""
    body = article.body or ""
    if article.dateline and body.startswith(article.dateline.text):
        body = body[len(article.dateline.text) :]
    return _sketch(body)


# Pipeline and commit ask for the same article, a batch of lines apart.
_sketch = lru_cache(maxsize=64)(sketch)


class SimilarTexts:
    """Finds originals in the ledger and among the articles of this run that are not yet committed."""

    def __init__(self) -> None:
        self._recent: OrderedDict[int, Original] = OrderedDict()
        self._recent_keys: dict[int, set[int]] = {}

    def find(self, connection: Connection, article: Article) -> Copy | None:
        """Return what the article is a copy of, or None; remember it as an original if it is none."""
        text = sketch_of(article)
        holder = holder_of(article.id)
        self._forget(holder)
        if text is None:
            return None
        seen = _seen(article)
        keys = text.keys
        holders = self._candidates(connection, keys, holder)
        originals = self._originals(connection, holders, holder) if holders else {}
        own = originals.pop(holder, None)
        if own is not None:
            seen = own.seen
        found: tuple[Original, float] | None = None
        for original in originals.values():
            if own is not None and (original.seen, original.id) > (own.seen, own.id):
                continue  # that one came later: it is the copy
            likeness = compare(text, original.sketch)
            if is_copy(likeness) and (
                found is None or (original.seen, original.id) < (found[0].seen, found[0].id)
            ):
                found = original, likeness.resemblance
        if found is None:
            self._remember(holder, Original(article.id, seen, text), keys)
            return None
        similarity = 1.0 if found[1] == 1.0 else min(round(found[1], 3), 0.999)
        return Copy(found[0].id, similarity)

    def _candidates(self, connection: Connection, keys: list[int], own: int) -> list[int]:
        """Holders of rare keys, those with most of them first."""
        padded = [*keys, *[keys[-1]] * (KEYS + 1 - len(keys))]
        holders: dict[int, set[int]] = {key: set(self._recent_keys.get(key, ())) for key in keys}
        rows = connection.execute(_by_keys, {f"key{i}": key for i, key in enumerate(padded)})
        for key, holder in rows:
            holders[key].add(holder)
        counts: Counter[int] = Counter()
        for holding in holders.values():
            if len(holding) <= COMMON:
                counts.update(holding)
        counts.pop(own, None)
        return [holder for holder, _ in counts.most_common(CANDIDATES)]

    def _originals(self, connection: Connection, holders: list[int], own: int) -> dict[int, Original]:
        """The candidates and, where the article itself is known as an original, the article."""
        found = {holder: self._recent[holder] for holder in holders if holder in self._recent}
        wanted = [own, *[holder for holder in holders if holder not in found]]
        padded = [*wanted, *[own] * (CANDIDATES + 1 - len(wanted))]
        for row in connection.execute(_by_holders, {f"holder{i}": holder for i, holder in enumerate(padded)}):
            found[row.holder] = Original(row.id, row.seen, unpack(row.sketch))
        return found

    def _remember(self, holder: int, original: Original, keys: Iterable[int]) -> None:
        # As it will be read from the ledger, so that the moment of a commit changes no result.
        self._recent[holder] = Original(original.id, original.seen, unpack(original.sketch.pack()))
        for key in keys:
            self._recent_keys.setdefault(key, set()).add(holder)
        if len(self._recent) > RECENT:
            self._forget(next(iter(self._recent)))

    def _forget(self, holder: int) -> None:
        original = self._recent.pop(holder, None)
        if original is None:
            return
        for key in original.sketch.keys:
            holding = self._recent_keys.get(key, set())
            holding.discard(holder)
            if not holding:
                self._recent_keys.pop(key, None)


def store(connection: Connection, articles: Sequence[Article], *, window: timedelta = WINDOW) -> None:
    """Bring the index up to date with lines that are on the disk, in the transaction of the article rows.

    An original is entered or replaced, a copy (``duplicate_of``) taken out. What is older than ``window`` goes, a few
    texts for each one that comes, so that the tables stop growing.
    """
    latest = {holder_of(article.id): article for article in articles}
    if not latest:
        return
    known = {
        row.holder: row
        for row in connection.execute(select(text_table).where(text_table.c.holder.in_(list(latest))))
    }
    _remove(connection, [(row.holder, unpack(row.sketch)) for row in known.values()])
    texts, keys = [], []
    for holder, article in latest.items():
        text = None if article.duplicate_of else sketch_of(article)
        if text is None:
            continue
        seen = known[holder].seen if holder in known else _seen(article)
        texts.append({"holder": holder, "id": article.id, "seen": seen, "sketch": text.pack()})
        keys += [{"key": key, "holder": holder} for key in text.keys]
    if texts:
        connection.execute(insert(text_table), texts)
        connection.execute(insert(key_table), keys)
    _prune(connection, max(map(_seen, latest.values())) - window, limit=4 * len(latest))


def _prune(connection: Connection, before: datetime, limit: int) -> None:
    old = select(text_table.c.holder, text_table.c.sketch).where(text_table.c.seen < before).limit(limit)
    _remove(connection, [(row.holder, unpack(row.sketch)) for row in connection.execute(old)])


def _remove(connection: Connection, texts: Sequence[tuple[int, Sketch]]) -> None:
    if not texts:
        return
    keys = [{"old_key": key, "old_holder": holder} for holder, text in texts for key in text.keys]
    connection.execute(
        delete(key_table).where(
            key_table.c.key == bindparam("old_key"), key_table.c.holder == bindparam("old_holder")
        ),
        keys,
    )
    connection.execute(delete(text_table).where(text_table.c.holder.in_([holder for holder, _ in texts])))


def holder_of(article_id: str) -> int:
    """Return the 64-bit number that stands for an article in the index.

    >>> holder_of("example:1") == holder_of("example:1") != holder_of("example:2")
    True
    """
    return int.from_bytes(blake2b(article_id.encode(), digest_size=8).digest(), "little", signed=True)


def _seen(article: Article) -> datetime:
    return datetime.fromisoformat(article.fetched_at) if article.fetched_at else datetime.now(UTC)
