"""From SQLite to PostgreSQL and back: ``python -m benchmarks.ledger_move [--articles 1000000]``.

A ledger is the index of the lines, so it is moved by naming another one: the next run reads the lines into
it. Lines of invented articles, some revised, some copies, are read into an SQLite, then into a PostgreSQL
that is started for it (fsync on), then into an SQLite again. All rows that come from lines are
compared.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.settings import Settings
from sqlalchemy import select

from benchmarks.million_ledger import article
from newscrawler.ledger import open_ledger
from newscrawler.ledger.database import Database
from newscrawler.ledger.tables import article_table, day_file_table, key_table, text_table, url_table
from newscrawler.output.line import to_line
from tests.postgres import Server, database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

TABLES = (article_table, url_table, day_file_table, text_table, key_table)
A_DAY = 5000
"""Articles of a day file."""


def write_lines(output: Path, count: int) -> int:
    """Write day files; return how many lines. Each tenth article is revised, each fiftieth is a copy."""
    (output / "press").mkdir(parents=True)
    lines = 0
    for first in range(0, count, A_DAY):
        day = (
            f"{2020 + first // A_DAY // 336}-{first // A_DAY // 28 % 12 + 1:02}-{first // A_DAY % 28 + 1:02}"
        )
        with (output / "press" / f"{day}.jsonl").open("wb") as file:
            for number in range(first, min(first + A_DAY, count)):
                item = article(number, day)
                if number % 50 == 49:
                    item.body, item.similarity = article(number - 1, day).body, 1.0
                    item.duplicate_of = f"press:{number - 1}"
                file.write(to_line(item))
                if number % 10 == 0:
                    item.revision, item.headline = 2, f"Headline {number} again"
                    file.write(to_line(item))
                    lines += 1
                lines += 1
    return lines


def moved(output: Path, url: str) -> Database:
    """Read the lines into a ledger as a run does, and say how long it took."""
    begin, cpu = time.perf_counter(), time.process_time()
    settings = Settings({"OUTPUT_DIR": str(output), "LEDGER_URL": url, "LEDGER_WAIT": 10})
    open_ledger(settings, "press").close()
    spent, used = time.perf_counter() - begin, time.process_time() - cpu
    print(f"{url.partition(':')[0]}: {spent:.0f} s, {used:.0f} s of processor", flush=True)
    return Database.connect(url, output, 10)


def rows(database: Database, table: Table) -> Iterator[tuple[Any, ...]]:
    """Read all rows of a table in the order of its key."""
    statement = select(table).order_by(*table.primary_key)
    with database.transaction() as connection:  # PostgreSQL reads in pieces only within one
        for row in connection.execute(statement.execution_options(yield_per=10_000)):
            yield tuple(row)


def differences(one: Database, other: Database) -> int:
    """Compare all rows; print how many there are."""
    found = 0
    for table in TABLES:
        count = 0
        for mine, others in zip_longest(rows(one, table), rows(other, table)):
            count += 1
            if mine != others:
                found += 1
                if found < 5:
                    print(f"{table.name}: {mine} and {others}")
        print(f"{table.name}: {count:,} rows compared", flush=True)
    return found


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    options = parser.parse_args(arguments)
    server = Server(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, database(server.url) as url:
            output = Path(folder) / "output"
            print(f"{write_lines(output, options.articles):,} lines of {options.articles:,} articles")
            urls = (f"sqlite:///{folder}/first.db", url, f"sqlite:///{folder}/again.db")
            first, other, back = ledgers = [moved(output, target) for target in urls]
            found = differences(first, other) + differences(other, back)
            for ledger in ledgers:
                ledger.close()
            print(f"{found} rows differ")
    finally:
        server.remove()
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
