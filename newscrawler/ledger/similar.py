"""The ledger's index of texts: find the earliest article of which another is a copy, over runs and sites.

A copy is not kept, since it adds nothing by which others are found. So a shingle that many kept texts share
is boilerplate, and is passed over in the look-up. Near copies within one site are kept for that very reason:
should they be notices in one frame and no copies, the frame is soon known by its number.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from newscrawler.ledger.likeness import can_be_copies, compare, is_copy
from newscrawler.ledger.quick import rows_of
from newscrawler.ledger.rows import moment_of
from newscrawler.ledger.sketch import KEYS, Sketch, sketch, unpack
from newscrawler.ledger.tables import key_table, text_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from newscrawler.items import Article

WINDOW = timedelta(days=90)
"""How long a text is remembered. Copies of news come within hours or days."""
COMMON = 24
"""A shingle that is a key of more texts than this finds nothing: it is boilerplate."""
COMMON_KNOWN = 10_000
"""Such keys that are remembered."""
CANDIDATES = 5
"""Texts compared with an article, those with most keys in common first."""
RECENT = 512
"""Texts held in memory, more than a run can have between two commits."""

# Written out, because they are asked for every article, and making a statement's text costs more than running
# it. Both databases know this SQL.
_ALL_KEYS = 'SELECT "key", holder FROM original_key WHERE "key" IN ({marks}) LIMIT {limit}'
_ONE_KEY = 'SELECT * FROM (SELECT "key", holder FROM original_key WHERE "key" = ? LIMIT {limit}) AS of_key{i}'
_BY_KEYS = " UNION ALL ".join([_ONE_KEY.format(limit=COMMON + 1, i=i) for i in range(KEYS + 1)])
_MOST_ROWS = 3 * COMMON
_AT_ONCE = _ALL_KEYS.format(marks=", ".join(["?"] * (KEYS + 1)), limit=_MOST_ROWS)
_SOME = "SELECT holder, id, seen, sketch, copy_of FROM original_text WHERE holder IN ({marks})"
_BY_HOLDERS = _SOME.format(marks=", ".join(["?"] * (CANDIDATES + 1)))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text of the index: packed, since one as it is compared takes 20 KB, and few are ever compared."""

    id: str
    seen: int
    """Seconds since 1970."""
    packed: bytes
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class _Recent(_Kept):
    """A text that is not committed yet."""

    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """What an article is a copy of."""

    original: str
    """``id`` of the earliest seen article with that text."""
    similarity: float
    """Resemblance of the two texts; 1 only for the same words in the same order."""
    is_news: bool = field(default=False, compare=False)
    """The article was taken for an original so far: its text is new, or two runs saw both texts at once."""


def sketch_of(article: Article) -> Sketch | None:
    """Return the sketch of an article's body without its dateline, or None where there is too little text."""
    body = article.body or ""
    if article.dateline and body.startswith(article.dateline.text):
        body = body[len(article.dateline.text) :]
    return sketch(body)


class SimilarTexts:
    """Find originals in the ledger and among the articles that are not committed yet; enter these."""

    def __init__(self) -> None:
        self._recent: OrderedDict[int, _Recent] = OrderedDict()
        self._recent_keys: dict[int, tuple[int, ...]] = {}
        """Key -> the holders of these; most have one."""
        self._common: set[int] = set()
        """Keys that were found to be boilerplate in this run: not asked for again."""

    def find(self, connection: Connection, article: Article) -> Copy | None:
        """Return what the article is a copy of, or None; remember its text."""
        text = sketch_of(article)
        holder = holder_of(article.id)
        self._forget(holder)
        if text is None:
            return None
        kept = self._kept(connection, self._candidates(connection, text.keys, holder), holder)
        own = kept.pop(holder, None)
        seen = own.seen if own else int(moment_of(article).timestamp())
        found: tuple[_Kept, float] | None = None
        for other in kept.values():
            if other.copy_of == article.id or (own and (other.seen, other.id) > (own.seen, own.id)):
                continue  # that one came later: it is the copy
            if not can_be_copies(text, other.packed):
                continue
            likeness = compare(text, unpack(other.packed))
            if is_copy(likeness) and (found is None or (other.seen, other.id) < (found[0].seen, found[0].id)):
                found = other, likeness.resemblance
        was_original = own is not None and own.copy_of is None
        copy = Copy(found[0].copy_of or found[0].id, round(found[1], 3), was_original) if found else None
        if _is_kept(article.id, copy):
            original = copy.original if copy else None
            self._remember(holder, _Recent(article.id, seen, text.pack(), original, text.keys))
        return copy

    def _candidates(self, connection: Connection, keys: tuple[int, ...], own: int) -> list[int]:
        """Return the holders of rare keys, those with most of them first."""
        rare = [key for key in keys if key not in self._common]
        if not rare:
            return []
        holders: dict[int, set[int]] = {key: set(self._recent_keys.get(key, ())) for key in rare}
        padded = (*rare, *[rare[-1]] * (KEYS + 1 - len(rare)))
        rows = rows_of(connection, _AT_ONCE, padded)
        if len(rows) == _MOST_ROWS:  # a common key may have left no room for the rare ones
            rows = rows_of(connection, _BY_KEYS, padded)
        for key, holder in rows:
            holders[key].add(holder)
        counts: Counter[int] = Counter()
        for key, holding in holders.items():
            if len(holding) <= COMMON:
                counts.update(holding)
            elif len(self._common) < COMMON_KNOWN:
                self._common.add(key)
        counts.pop(own, None)
        # in one order, whether or not what it is compared with has been committed
        return sorted(counts, key=lambda holder: (-counts[holder], holder))[:CANDIDATES]

    def _kept(self, connection: Connection, holders: list[int], own: int) -> dict[int, _Kept]:
        """Read the candidates' texts and, where it is known already, that of the article itself."""
        if not holders:
            return {}
        found: dict[int, _Kept] = {
            holder: self._recent[holder] for holder in holders if holder in self._recent
        }
        wanted = [own, *[holder for holder in holders if holder not in found]]
        padded = (*wanted, *[own] * (CANDIDATES + 1 - len(wanted)))
        for holder, name, seen, packed, copy_of in rows_of(connection, _BY_HOLDERS, padded):
            found[holder] = _Kept(name, seen, packed, copy_of)
        return found

    def _remember(self, holder: int, text: _Recent) -> None:
        self._recent[holder] = text
        for key in text.keys:
            self._recent_keys[key] = (*self._recent_keys.get(key, ()), holder)
        if len(self._recent) > RECENT:
            self._forget(next(iter(self._recent)))

    def _forget(self, holder: int) -> _Recent | None:
        text = self._recent.pop(holder, None)
        if text is None:
            return None
        alone = (holder,)
        for key in text.keys:
            holding = self._recent_keys.pop(key, alone)
            if holding != alone and (others := tuple(each for each in holding if each != holder)):
                self._recent_keys[key] = others
        return text

    def store(
        self, connection: Connection, articles: Sequence[Article], *, window: timedelta = WINDOW
    ) -> None:
        """Bring the index up to date with lines that are on the disk, in the transaction of the article rows.

        A text is entered, replaced or, where it is now that of a copy, taken out. What is older than
        ``window`` goes, a few texts for each one that comes, so that the tables stop growing.
        """
        latest = {holder_of(article.id): article for article in articles}
        if not latest:
            return
        own = select(text_table).where(text_table.c.holder.in_(list(latest)))
        known = {row.holder: row for row in connection.execute(own)}
        _remove(connection, [(row.holder, unpack(row.sketch)) for row in known.values()])
        texts, keys = [], []
        for holder, article in latest.items():
            text = self._forget(holder)
            copy = Copy(article.duplicate_of, article.similarity or 0.0) if article.duplicate_of else None
            if not _is_kept(article.id, copy) or (text := text or _recent(article)) is None:
                continue
            seen = known[holder].seen if holder in known else moment_of(article)
            texts.append(
                {
                    "holder": holder,
                    "id": article.id,
                    "seen": seen,
                    "sketch": text.packed,
                    "copy_of": article.duplicate_of,
                }
            )
            keys += [{"key": key, "holder": holder} for key in set(text.keys)]
        if texts:
            connection.execute(insert(text_table), texts)
            connection.execute(insert(key_table), keys)
        _prune(connection, max(map(moment_of, latest.values())) - window, limit=4 * len(latest))


def _recent(article: Article) -> _Recent | None:
    """Return the text of an article that was not looked for in this run: its line is adopted."""
    text = sketch_of(article)
    if text is None:
        return None
    seen = int(moment_of(article).timestamp())
    return _Recent(article.id, seen, text.pack(), article.duplicate_of, text.keys)


def _is_kept(article_id: str, copy: Copy | None) -> bool:
    """Tell whether a text goes into the index: an original's, and a near copy's within one site."""
    return copy is None or (
        copy.similarity < 1 and article_id.partition(":")[0] == copy.original.partition(":")[0]
    )


def _prune(connection: Connection, before: datetime, limit: int) -> None:
    # Runs of several sites prune one table: each takes what no other is taking.
    old = select(text_table).where(text_table.c.seen < before).limit(limit).with_for_update(skip_locked=True)
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
