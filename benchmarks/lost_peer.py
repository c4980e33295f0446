"""A machine that is cut off without a word: how long PostgreSQL keeps the site's lock for it.

``python -m benchmarks.lost_peer`` (as root: it makes a network namespace). The crawl is at one end of a
cable, in the namespace, PostgreSQL at the other; the cable is pulled from a quiet connection, then from a
busy one.
"""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from newscrawler.fleet.locks import HELD
from newscrawler.ledger.database import Database
from newscrawler.ledger.site_lock import lock_in_database, lock_number
from tests.postgres import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE, THERE = "10.77.77.1", "10.77.77.2"
SPACE = "newscrawler-peer"


def ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)


@contextmanager
def cable() -> Iterator[None]:
    """Lay a cable into a network namespace."""
    ip("netns", "add", SPACE)
    try:
        ip("link", "add", "nc-here", "type", "veth", "peer", "name", "nc-there", "netns", SPACE)
        ip("addr", "add", f"{HERE}/30", "dev", "nc-here")
        ip("link", "set", "nc-here", "up")
        ip("-n", SPACE, "addr", "add", f"{THERE}/30", "dev", "nc-there")
        ip("-n", SPACE, "link", "set", "nc-there", "up")
        yield
    finally:
        ip("netns", "del", SPACE)


def hold(url: str, *, busy: bool) -> None:
    """Lock a site, say so, and wait; busy: ask the server something ever again."""
    database = Database.connect(url, Path(), 10)
    lock_in_database(database, "press")
    print("locked", flush=True)
    while True:
        time.sleep(0.05 if busy else 3600)
        with database.reading() as connection:
            connection.execute(text("SELECT 1"))


def seconds_until_free(server: Server, url: str, *, busy: bool) -> float:
    engine = create_engine(server.url, poolclass=NullPool)
    command = ["ip", "netns", "exec", SPACE, sys.executable, "-m", "benchmarks.lost_peer", url]
    with (
        subprocess.Popen(
            [*command, *(["busy"] if busy else [])], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as peer,
        engine.connect() as connection,
    ):
        assert peer.stdout
        assert peer.stdout.readline() == b"locked\n"
        time.sleep(1)
        ip("link", "set", "nc-here", "down")
        begun = time.monotonic()
        while lock_number("press") in connection.execute(text(HELD)).scalars().all():
            time.sleep(0.2)
        wall = time.monotonic() - begun
        peer.kill()
    ip("link", "set", "nc-here", "up")
    return wall


def main() -> None:
    if len(sys.argv) > 1:
        hold(sys.argv[1], busy=len(sys.argv) > 2)
        return
    with cable():
        server = Server(address=HERE)
        try:
            url = make_url(server.url).set(host=HERE).render_as_string(hide_password=False)
            for busy in (False, True):
                wall = seconds_until_free(server, url, busy=busy)
                print(
                    f"{'busy' if busy else 'quiet'} connection: the lock was free after {wall:.0f} s",
                    flush=True,
                )
        finally:
            server.remove()


if __name__ == "__main__":
    main()
