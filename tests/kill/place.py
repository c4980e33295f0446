"""Where a crawl leaves its lines, and the ledger that goes with them: SQLite beside the lines, or
PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scrapy.settings import Settings
from sqlalchemy import create_engine, select

from newscrawler.ledger import tables
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

_ARTICLE = ("id", "site", "revision", "content_hash", "field_hashes", "published_at", "modified_at", "url")
_LINE = ("day", "offset")


@dataclass(frozen=True)
class Place:
    """``ledger_url`` is empty for SQLite."""

    output: Path
    ledger_url: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """What a crawl is told."""
        return ("-s", f"LEDGER_URL={self.ledger_url}") if self.ledger_url else ()

    def settings(self, **more: Any) -> Settings:
        return Settings({**DEFAULTS, "OUTPUT_DIR": str(self.output), "LEDGER_URL": self.ledger_url, **more})

    def rows(self) -> list[Any]:
        """What the ledger says of the lines (not when it looked last)."""
        article, file = tables.article_table.c, tables.day_file_table.c
        columns = [article[name] for name in (*_ARTICLE, *_LINE)]
        questions = (
            select(*columns).order_by(article.id),
            select(file.site, file.day, file.committed).order_by(file.day),
        )
        engine = self._engine()
        with engine.connect() as connection:
            found = [[tuple(row) for row in connection.execute(question)] for question in questions]
        engine.dispose()
        return found

    def lose_ledger(self) -> None:
        """Take the SQLite file away, or all tables."""
        if not self.ledger_url:
            for path in self.output.glob(".ledger.db*"):
                path.unlink()
            return
        engine = self._engine()
        tables.metadata.drop_all(engine)
        engine.dispose()

    def _engine(self) -> Engine:
        return create_engine(self.ledger_url or f"sqlite:///{self.output / '.ledger.db'}")
