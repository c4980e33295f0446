"""Memory of rotating values: what has stood, one after another, in one place of an article."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Column, LargeBinary, Table, Text, bindparam, delete, select

from newscrawler.ledger.tables import Moment, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from newscrawler.ledger.database import Database
    from newscrawler.text.replaced import Replaced

_KEPT = timedelta(days=60)
"""Without a look at it; articles are looked at for a week by default."""
_HASH = 6
_PLACES = 8
"""Of an article that are remembered, the latest."""
_TEXTS = 8
"""Of a place that are remembered, the latest."""
_ROTATES = 3
"""Texts that have stood in one place, from which the next one there is no edit."""

rotation_table = Table(
    "rotation",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("places", LargeBinary, nullable=False),  # see Rotation.packed
    Column("checked", Moment, nullable=False),
    sqlite_with_rowid=False,
)
_by_id = select(rotation_table.c.places).where(rotation_table.c.article_id == bindparam("of_id"))


@dataclass(slots=True)
class Rotation:
    """What has stood in the places of one article whose text was replaced."""

    places: dict[bytes, list[bytes]] = field(default_factory=dict)
    """Hash of a place -> hashes of its texts, the latest last."""
    is_settled: bool = False
    """A run has taken a change for a rotation, and said so."""

    def explains(self, replaced: Sequence[Replaced]) -> bool:
        """Tell whether all that was replaced is another text at each look, or stood there before."""
        return all(self._rotates(block) for block in replaced)

    def _rotates(self, block: Replaced) -> bool:
        texts = self.places.get(block.place, [])
        if block.may_be_news:
            return block.before in texts and block.after in texts  # there and back is an edit taken back
        return len(texts) >= _ROTATES or block.after in texts

    def enter(self, replaced: Sequence[Replaced]) -> None:
        """Remember what was replaced by what; an edit only where texts rotate already.

        Of what may be news, only what did not last is remembered.
        """
        for block in replaced:
            if block.is_edit and not self._rotates(block):
                continue
            texts = self.places.pop(block.place, [])
            for text in (block.before,) if block.may_be_news else (block.before, block.after):
                if text not in texts:
                    texts.append(text)
            self.places[block.place] = texts[-_TEXTS:]
        for place in list(self.places)[:-_PLACES]:
            del self.places[place]

    def packed(self) -> bytes:
        """Return it as bytes."""
        places = [place + bytes([len(texts)]) + b"".join(texts) for place, texts in self.places.items()]
        return bytes([self.is_settled]) + b"".join(places)

    @classmethod
    def unpacked(cls, data: bytes) -> Rotation:
        """Return what was packed."""
        places, at = {}, 1
        while at < len(data):
            begin, count = at + _HASH + 1, data[at + _HASH]
            places[data[at : at + _HASH]] = [data[begin + n * _HASH :][:_HASH] for n in range(count)]
            at = begin + count * _HASH
        return cls(places, bool(data[0]))


@dataclass(frozen=True, slots=True)
class RotationRow:
    """The memory of one article, as it is entered."""

    article_id: str
    site: str
    places: bytes
    checked: datetime


def read_rotation(database: Database, article_id: str) -> Rotation:
    """Return what is known of an article; nothing of most."""
    with database.reading() as connection:
        packed = connection.execute(_by_id, {"of_id": article_id}).scalar()
    return Rotation.unpacked(bytes(packed)) if packed else Rotation()


def write_rotations(
    database: Database, connection: Connection, site: str, rotations: Iterable[tuple[str, Rotation]]
) -> None:
    """Enter what was learned, within the transaction of a commit; forget what is too old."""
    now = datetime.now(UTC)
    rows = [RotationRow(article_id, site, rotation.packed(), now) for article_id, rotation in rotations]
    if rows:
        database.upsert(connection, rotation_table, [asdict(row) for row in rows])
        old = rotation_table.c.site == site, rotation_table.c.checked < now - _KEPT
        connection.execute(delete(rotation_table).where(*old))
