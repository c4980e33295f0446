"""A stand-in for ``scrapy crawl``: it holds the site's lock, and lives and dies as its arguments say.

``stand_in_crawl.py SPIDER -a lock=NUMBER [-a seconds=1] [-a code=0] [-a dies=self|worker] [-a deaf=1] …``. It
imports no newscrawler, so that it starts quickly, and leaves a line in ``STAND_IN_LOG`` when it has the lock
and when it lets it go.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import psycopg


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
    except psycopg.OperationalError as error:
        print(
            f"{site}: the ledger is out of reach ({error}): start again when its server is there".replace(
                "\n", " "
            ),
            file=sys.stderr,
        )
        return 1


def hold(given: dict[str, str], site: str) -> int:
    connection = psycopg.connect(os.environ["STAND_IN_DSN"], autocommit=True)
    if not connection.execute("SELECT pg_try_advisory_lock(%s)", (int(given["lock"]),)).fetchone()[0]:
        note(site=site, what="busy")
        print(f"{site} is being crawled by another run", file=sys.stderr)
        return 75
    note(site=site, what="start", options=sys.argv)
    try:
        return crawl(connection, given, site)
    finally:
        note(site=site, what="end")


def crawl(connection: psycopg.Connection, given: dict[str, str], site: str) -> int:
    if "browser" in given:  # which leads a session of its own
        browser = subprocess.Popen(["sleep", "60"], start_new_session=True)
        note(site=site, what="browser", browser=browser.pid)
    until = time.monotonic() + float(given.get("seconds", 0.1))
    while time.monotonic() < until:
        time.sleep(0.05)
        connection.execute("SELECT 1")
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
