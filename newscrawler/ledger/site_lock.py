"""One run of a site at a time: a lock that dies with the process that holds it."""

from __future__ import annotations

import os
import time
import weakref
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from newscrawler.exceptions import Busy, OutputError
from newscrawler.output.folder import lock_file
from newscrawler.output.locks import open_lock_file, try_lock

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.ledger.database import Database

_PATIENCE = 1.0
"""Seconds."""


class SiteLock:
    """A locked file ``<output>/.locks/<site>``; it holds the id of the process, for people."""

    def __init__(self, output: Path, site: str) -> None:
        self._path = path = lock_file(output, site)
        self._descriptor = open_lock_file(path)
        self._close = weakref.finalize(self, os.close, self._descriptor)
        if not try_lock(self._descriptor):
            holder = os.pread(self._descriptor, 100, 0).decode("ascii", "replace").strip()
            self._close()
            msg = f"{site} is being crawled by another run{f' (process {holder})' if holder else ''}"
            raise Busy(msg)
        with suppress(OSError):  # a full disk does not unlock
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, f"{os.getpid()}\n".encode(), 0)

    def check(self) -> None:
        """Raise ``OutputError`` if the locked file is gone, and keeps nobody out any more."""
        try:
            is_there = os.path.samestat(self._path.stat(), os.fstat(self._descriptor))
        except OSError:
            is_there = False
        if not is_there:
            msg = f"{self._path} is gone: the output folder was taken away while it was in use; start again"
            raise OutputError(msg)

    def release(self) -> None:
        """Let the next run in."""
        self._close()


def lock_number(site: str) -> int:
    """Return the number of the advisory lock that a run of a site holds in PostgreSQL."""
    return int.from_bytes(blake2b(f"newscrawler site {site}".encode(), digest_size=8).digest(), signed=True)


def lock_in_database(database: Database, site: str) -> None:
    """Take the site's lock among all machines that share a PostgreSQL ledger; it ends with the connection.

    It is waited for as long as ``_PATIENCE``: the server holds that of a killed run until it has noticed.

    :raises Busy: another run holds it.
    """
    if database.path:
        return
    number = lock_number(site)
    until = time.monotonic() + _PATIENCE
    with database.reading() as connection:
        while not connection.exec_driver_sql("SELECT pg_try_advisory_lock(%(n)s)", {"n": number}).scalar():
            if time.monotonic() > until:
                msg = f"{site} is being crawled by another run, on this or another machine"
                raise Busy(msg)
            time.sleep(_PATIENCE / 20)
