"""A memory of a million URLs without a line.

``python -m benchmarks.million_no_lines [--urls N] [--postgres]``

Prints its size, its start-up (with 200 listings and an hour each of the week), look-ups and the forgetting.
With ``--postgres`` the ledger is in a server that is started for it, with fsync on.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import psutil
from scrapy.settings import Settings
from sqlalchemy import text

from benchmarks.million_ledger import size_of, timed
from newscrawler.ledger import Batch, open_ledger
from newscrawler.ledger.rows import url_hash
from newscrawler.ledger.supply_memory import NoLine, RememberedListing, SupplyBatch, Usual
from tests.postgres import Server

NOW = datetime.now(UTC).replace(microsecond=0)
AT_ONCE = 20_000


def url(number: int) -> str:
    return f"https://press.example/gallery/2026/{number}"


def no_line(number: int) -> NoLine:
    """A page that was rejected some time within the last 59 days."""
    key, checked = url_hash(url(number)), NOW - timedelta(minutes=number % (59 * 1440))
    return NoLine(
        key, "press", "rejected", "no_body", 3, NOW + timedelta(days=1), None, None, key[:16], checked
    )


def listing(number: int) -> RememberedListing:
    place = f"https://press.example/section/{number}"
    return RememberedListing(
        url_hash(place), "press", place, "section", guessed=False, runs=9, answered=NOW, new_at=NOW,
        usual=4000, failures=0, failing_since=None, problem=None, moved_to=None, not_before=None, checked=NOW,
    )  # fmt: skip


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--urls", type=int, default=1_000_000)
    parser.add_argument("--postgres", action="store_true")
    options = parser.parse_args(arguments)
    process = psutil.Process()
    with ExitStack() as until_the_end:
        folder, place = until_the_end.enter_context(tempfile.TemporaryDirectory()), ""
        if options.postgres:
            server = Server(durable=True)
            until_the_end.callback(server.remove)
            place = server.url
        settings = Settings(
            {"OUTPUT_DIR": folder, "LEDGER_URL": place, "REVISIT_AFTER": "", "LEDGER_WAIT": 10}
        )
        ledger = open_ledger(settings, "press")
        empty = size_of(ledger)
        with timed("commit of 20,000; a URL", options.urls):
            for begin in range(0, options.urls, AT_ONCE):
                rows = map(no_line, range(begin, min(begin + AT_ONCE, options.urls)))
                ledger.write(Batch(supply=SupplyBatch({row.key: row for row in rows})))
        listings = {row.key: row for row in map(listing, range(200))}
        hours = [Usual("press", "all", hour, 4, 6000, 5000) for hour in range(168)]
        with timed("the end of a run, which forgets what is too old", 1):
            ledger.write(Batch(supply=SupplyBatch(listings=listings, usual=hours)))
        if options.postgres:
            with ledger.database.reading() as connection:
                connection.execute(text("VACUUM ANALYZE"))  # as the server does by itself, in time
        ledger.close()
        ledger = open_ledger(settings, "press")
        print(f"size: {(size_of(ledger) - empty) / max(1, options.urls):.0f} bytes a URL")
        ledger.close()
        before = process.memory_info().rss
        with timed("start-up", 1):
            ledger = open_ledger(settings, "press")
            ledger.supply.listings(), ledger.supply.usual("all"), ledger.supply.dates()
        dice = random.Random(1)
        keys = [url_hash(url(dice.randrange(2 * options.urls))) for _ in range(5000)]
        with timed("look-up, 200 together, half of them there; a URL", len(keys)):
            for begin in range(0, len(keys), 200):
                ledger.supply.no_lines(keys[begin : begin + 200])
        print(f"memory grown by {(process.memory_info().rss - before) / 1e6:.0f} MB")
        ledger.close()


if __name__ == "__main__":
    main()
