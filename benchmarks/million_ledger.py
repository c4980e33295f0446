"""A ledger of a million articles: ``python -m benchmarks.million_ledger [--articles N] [--postgres]``.

Prints start-up, look-ups, cost of a commit, size, memory. The articles are invented; with near-duplicate
index of the latest ``--texts`` of them, as a run keeps it. With ``--postgres`` the ledger is in a server that
is started for it, with fsync on; its own processor time is not counted, the clock is.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import psutil
from scrapy.settings import Settings
from sqlalchemy import text

from newscrawler.items import Article, ListedArticle
from newscrawler.ledger import Batch, Ledger, open_ledger, similar
from newscrawler.ledger.rows import url_rows
from newscrawler.ledger.tables import article_table, day_file_table, url_table
from newscrawler.output.line import to_line
from tests.postgres import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAYS = 3000
WORDS = [f"{a}{b}{c}" for a in ("ka", "lo", "mi", "re") for b in "aeiou" for c in ("n", "st", "r", "m")]


def article(number: int, day: str) -> Article:
    dice = random.Random(number)
    url = f"https://press.example/politics/{number}"
    return Article(
        id=f"press:{number}",
        site="press",
        url=url,
        requested_url=url,
        amp_url=f"https://press.example/amp/{number}",
        headline=f"Headline {number}",
        body=" ".join(dice.choices(WORDS, k=400)),
        published_at=f"{day}T09:00:00+03:00",
        fetched_at=f"{day}T10:00:00+00:00",
        run_id="benchmark",
    )


def fill(ledger: Ledger, count: int, texts: int) -> None:
    """As the commits of many runs would have: rows straight into the tables."""
    begin = time.perf_counter()
    for start in range(0, count, 10_000):
        numbers = range(start, min(start + 10_000, count))
        articles, urls, days = [], [], set()
        for number in numbers:
            day = f"{NOW - timedelta(days=1 + (count - number) * DAYS // count):%Y-%m-%d}"
            days.add(day)
            url = f"https://press.example/politics/{number}"
            articles.append(
                {
                    "id": f"press:{number}",
                    "site": "press",
                    "revision": 1,
                    "content_hash": f"{number:032x}",
                    "field_hashes": number.to_bytes(8) * 6 + b"123456",
                    "published_at": f"{day}T09:00:00+03:00",
                    "modified_at": None,
                    "withdrawn": False,
                    "url": url,
                    "first_seen": NOW,
                    "last_checked": NOW,
                    "next_check": NOW + timedelta(hours=1) if number > count - 2000 else None,
                    "store": ledger.store,
                    "day": day,
                    "offset": number,
                }
            )
            known = Article(id=f"press:{number}", url=url, requested_url=url)
            known.amp_url = f"https://press.example/amp/{number}"
            urls += url_rows(known, known.id)
        files = [
            {"store": ledger.store, "site": "press", "day": day, "committed": 0, "complete": True}
            for day in days
        ]
        with ledger.database.transaction() as connection:
            ledger.database.upsert(connection, article_table, articles)
            ledger.database.upsert(connection, url_table, sorted(urls, key=lambda row: row["key"]))
            ledger.database.upsert(connection, day_file_table, files)
    print(f"filled: {(time.perf_counter() - begin) / count * 1e6:.0f} µs an article")
    begin = time.perf_counter()
    for start in range(0, texts, 1000):
        with ledger.database.transaction() as connection:
            numbers = range(count - texts + start, count - texts + min(start + 1000, texts))
            similar.store(connection, [article(number, f"{NOW:%Y-%m-%d}") for number in numbers])
    if texts:
        print(f"texts of {texts}: {(time.perf_counter() - begin) / texts * 1e6:.0f} µs an article")


@contextmanager
def timed(what: str, times: int) -> Iterator[None]:
    """Print the time of one, by the processor and by the clock."""
    begin, cpu = time.perf_counter(), time.process_time()
    yield
    spent, used = (time.perf_counter() - begin) / times, (time.process_time() - cpu) / times
    print(f"{what}: {used * 1e6:.0f} µs of processor, {spent * 1e6:.0f} µs by the clock")


def size_of(ledger: Ledger) -> int:
    """Return the bytes that the ledger has on the disk."""
    if ledger.database.path:
        return sum(path.stat().st_size for path in ledger.output.glob(".ledger.db*"))
    with ledger.database.reading() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--postgres", action="store_true")
    options = parser.parse_args()
    process = psutil.Process()
    with ExitStack() as until_the_end:
        folder = until_the_end.enter_context(tempfile.TemporaryDirectory())
        url = ""
        if options.postgres:
            server = Server(durable=True)
            until_the_end.callback(server.remove)
            url = server.url
        settings = Settings(
            {"OUTPUT_DIR": folder, "LEDGER_URL": url, "REVISIT_AFTER": "1d:1h", "LEDGER_WAIT": 10}
        )
        ledger = open_ledger(settings, "press")
        fill(ledger, options.articles, options.texts)
        if options.postgres:
            with ledger.database.reading() as connection:
                connection.execute(text("VACUUM ANALYZE"))  # as the server does by itself, in time
        ledger.close()
        ledger = open_ledger(settings, "press")
        print(
            f"size: {size_of(ledger) / 1e6:.0f} MB, {size_of(ledger) / options.articles:.0f} bytes an article"
        )
        ledger.close()
        before = process.memory_info().rss
        with timed("start-up", 1):
            ledger = open_ledger(settings, "press")
        dice = random.Random(1)
        keys = [dice.randrange(options.articles * 2) for _ in range(5000)]
        with timed("find by id", len(keys)):
            for key in keys:
                ledger.find(f"press:{key}")
        listed = [ListedArticle(f"https://press.example/amp/{key}", f"press:{key}") for key in keys]
        with timed("200 listed articles, each by id, half by URL", len(keys)):
            for begin in range(0, len(listed), 200):
                ledger.known(listed[begin : begin + 200])
        with timed("due", 1):
            print(len(ledger.due(NOW + timedelta(days=1))), "due")
        new = [article(options.articles + number, "2026-11-23") for number in range(3200)]
        batches = [
            Batch(lines=[(item, to_line(item)) for item in new[begin : begin + 32]])
            for begin in range(0, len(new), 32)
        ]
        with timed("commit of 32 lines (append, sync, ledger, index of texts); an article", len(new)):
            for batch in batches:
                ledger.write(batch)
        with timed("of that, sketch of the text, which a crawl has from the pipeline", len(new)):
            for item in new:
                similar.sketch_of(item)
        with timed("to_line", len(new)):
            for item in new:
                to_line(item)
        print(f"memory grown by {(process.memory_info().rss - before) / 1e6:.0f} MB")
        ledger.close()


if __name__ == "__main__":
    main()
