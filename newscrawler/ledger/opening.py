"""Open the ledger of a site: lock the site, read what the lines say, make anew what is damaged."""

from __future__ import annotations

import fcntl
import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.ledger.catch_up import catch_up, forget_site
from newscrawler.ledger.database import Database, move_aside
from newscrawler.ledger.failures import DamagedLedger
from newscrawler.ledger.ledger import Ledger, output_id
from newscrawler.ledger.schedule import Schedule
from newscrawler.ledger.site_lock import SiteLock, lock_in_database
from newscrawler.output.folder import can_name_site, ledger_file, ledger_lock, output_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)


def open_ledger(settings: BaseSettings, site: str, *, anew: bool = False) -> Ledger:
    """Lock the site, open its ledger and bring it to what the lines say; ``anew`` forgets all but the lines.

    A damaged SQLite file is renamed and made anew. Raises ``Busy`` if another run holds the site, ``OutputError`` if
    folder or database cannot be used, ``WrongArgument`` for settings that cannot be.
    """
    if not can_name_site(site):
        msg = (
            f"{site!r} cannot be the name of a site: small letters, digits, '.', '_' and '-' name its folder"
        )
        raise WrongArgument(msg)
    schedule = Schedule.parse(settings.get("REVISIT_AFTER") or "")
    output = output_folder(settings)
    url, wait = settings.get("LEDGER_URL") or "", settings.getfloat("LEDGER_WAIT", 10.0)
    lock = SiteLock(output, site)
    try:
        with _alone(output):
            store = output_id(output)

        def opened() -> Ledger:
            database = _open_database(url, output, wait)
            ledger = Ledger(database, lock, output, store=store, site=site, schedule=schedule)
            return _caught_up(ledger, anew=anew)

        try:
            return opened()
        except DamagedLedger as error:  # a page of it that the opening did not see
            with _alone(output):
                _put_aside(error)
            return opened()
    except BaseException:
        lock.release()
        raise


def _caught_up(ledger: Ledger, *, anew: bool) -> Ledger:
    try:
        lock_in_database(ledger.database, ledger.site)
        if anew:
            forget_site(ledger)
        ledger.recovery = catch_up(ledger)
    except BaseException:
        ledger.database.close()
        raise
    return ledger


def _open_database(url: str, output: Path, wait: float) -> Database:
    with _alone(output):
        try:
            return Database.open(url, ledger_file(output), wait)
        except DamagedLedger as error:
            _put_aside(error)
            return Database.open(url, ledger_file(output), wait)


def _put_aside(error: DamagedLedger) -> None:
    if error.path is None:  # a PostgreSQL is not ours to rename
        raise error
    aside = move_aside(error.path)
    logger.warning("%s; it is now %s and made anew from the lines", error, aside.name)


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Let one process at a time find the ledger damaged."""
    path = ledger_lock(output)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        msg = f"cannot write to {path.parent}: {error.strerror}"
        raise OutputError(msg) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
