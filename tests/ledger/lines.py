"""Articles with their lines, and what the ledger makes of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawler.items import Article
from newscrawler.ledger import tables
from newscrawler.ledger.batch import Batch
from newscrawler.ledger.opening import open_ledger
from newscrawler.output.line import to_line

if TYPE_CHECKING:
    from scrapy.settings import Settings

    from newscrawler.ledger.ledger import Ledger
    from newscrawler.ledger.recovery import Recovery

DAY = "2026-11-20"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def article(number: int, revision: int = 1, day: str = DAY, **changes: Any) -> Article:
    url = f"https://press.example/story/{number}"
    values: dict[str, Any] = {
        "id": f"press:{number}",
        "site": "press",
        "revision": revision,
        "url": url,
        "requested_url": url,
        "headline": f"Headline {number}",
        "body": " ".join(f"word{number}x{i}" for i in range(30)) + f" revision {revision}",
        "fetched_at": f"{day}T10:00:00+00:00",
        "run_id": "r",
    }
    return Article(**{**values, **changes})


def write(ledger: Ledger, *articles: Article) -> None:
    ledger.write(Batch(lines=[(item, to_line(item)) for item in articles]))


def opened(settings: Settings) -> tuple[Ledger, Recovery]:
    """Open as a run does."""
    ledger = open_ledger(settings, "press")
    assert ledger.recovery
    return ledger, ledger.recovery


def contents(ledger: Ledger) -> list[Any]:
    """All that follows from the lines."""
    with ledger.database.reading() as connection:
        rows = connection.execute(tables.article_table.select().order_by(tables.article_table.c.id)).all()
        addresses = connection.execute(tables.url_table.select().order_by(tables.url_table.c.key)).all()
        files = connection.execute(tables.day_file_table.select().order_by(tables.day_file_table.c.day)).all()
    return [[tuple(row) for row in found] for found in (rows, addresses, files)]


def day_path(settings: Settings, day: str = DAY) -> Path:
    return Path(settings["OUTPUT_DIR"]) / "press" / f"{day}.jsonl"


def same_lines(settings: Settings, expected: list[Any], recovery: Recovery, ledger: Ledger) -> None:
    found = contents(ledger)
    for rows in (found[0], expected[0]):  # first_seen of a rebuilt ledger is that of the lines it has read
        rows[:] = [row[:9] + row[12:] for row in rows]
    assert found == expected
    assert recovery.unreadable == 0
