"""A stand-in for ``scrapy crawl``: it holds the site's lock, and lives and dies as its arguments say.

``stand_in_crawl.py SPIDER -a lock=NUMBER [-a seconds=1] [-a code=0] [-a dies=self|worker] [-a deaf=1] …``. It
imports neither newscrawler nor psycopg, so that it starts in a quarter of the time (workers start hundreds),
and leaves a line in ``STAND_IN_LOG`` when it has the lock and when it lets it go.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import time
from pathlib import Path

CONNECTION_OK = 0
PGRES_TUPLES_OK = 2


class OutOfReach(Exception):
    """The database does not answer."""


class Database:
    """A connection, by the library that psycopg uses."""

    def __init__(self, dsn: str) -> None:
        self._libpq = libpq()
        self._connection = self._libpq.PQconnectdb(dsn.encode())
        if self._libpq.PQstatus(self._connection) != CONNECTION_OK:
            raise OutOfReach(self._said())

    def ask(self, question: str) -> str:
        """Return the first column of the first row."""
        result = self._libpq.PQexec(self._connection, question.encode())
        try:
            if self._libpq.PQresultStatus(result) != PGRES_TUPLES_OK:
                raise OutOfReach(self._said())
            return self._libpq.PQgetvalue(result, 0, 0).decode()
        finally:
            self._libpq.PQclear(result)

    def _said(self) -> str:
        return self._libpq.PQerrorMessage(self._connection).decode()


def libpq() -> ctypes.CDLL:
    """Load the library that comes with psycopg, else the machine's."""
    bundled = (found for folder in sys.path for found in Path(folder).glob("psycopg_binary.libs/libpq-*"))
    library = ctypes.CDLL(str(next(bundled, "libpq.so.5")))
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    for name, gives, takes in (
        ("PQconnectdb", pointer, [text]),
        ("PQstatus", ctypes.c_int, [pointer]),
        ("PQerrorMessage", text, [pointer]),
        ("PQexec", pointer, [pointer, text]),
        ("PQresultStatus", ctypes.c_int, [pointer]),
        ("PQgetvalue", text, [pointer, ctypes.c_int, ctypes.c_int]),
        ("PQclear", None, [pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    return library


def note(**values: object) -> None:
    line = json.dumps({"pid": os.getpid(), "parent": os.getppid(), "at": time.monotonic(), **values})
    log = os.open(os.environ["STAND_IN_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    os.write(log, line.encode() + b"\n")
    os.close(log)


def end(*_: object) -> None:
    sys.exit(130)


def main() -> int:
    site = sys.argv[1]
    given = dict(part.split("=", 1) for part in sys.argv[2:] if "=" in part)
    signal.signal(signal.SIGTERM, signal.SIG_IGN if "deaf" in given else end)
    if given.get("hangs_before"):
        note(site=site, what="hangs")
        time.sleep(float(given["hangs_before"]))
    try:
        return hold(given, site)
    except OutOfReach as error:
        print(
            f"{site}: the ledger is out of reach ({error}): start again when its server is there".replace(
                "\n", " "
            ),
            file=sys.stderr,
        )
        return 1


def hold(given: dict[str, str], site: str) -> int:
    database = Database(os.environ["STAND_IN_DSN"])
    if database.ask(f"SELECT pg_try_advisory_lock({int(given['lock'])})") != "t":
        note(site=site, what="busy")
        print(f"{site} is being crawled by another run", file=sys.stderr)
        return 75
    note(site=site, what="start", options=sys.argv)
    try:
        return crawl(database, given, site)
    finally:
        note(site=site, what="end")


def crawl(database: Database, given: dict[str, str], site: str) -> int:
    if "browser" in given:  # which leads a session of its own
        import subprocess

        browser = subprocess.Popen(["sleep", "60"], start_new_session=True)
        note(site=site, what="browser", browser=browser.pid)
    until = time.monotonic() + float(given.get("seconds", 0.1))
    while time.monotonic() < until:
        time.sleep(0.05)
        database.ask("SELECT 1")
    match given.get("dies"):
        case "self":
            os.kill(os.getpid(), signal.SIGKILL)
        case "worker":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(60)
    code = int(given.get("code", 0))
    if code:
        print(f"{site}: something is wrong", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
