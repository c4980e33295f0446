"""The store of what was seen: an index of the lines, derived from them, made anew from them when it is lost."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.ledger.database import Database, move_aside
from newscrawler.ledger.failures import DamagedLedger
from newscrawler.ledger.ledger import Batch, Ledger, output_id
from newscrawler.ledger.recovery import catch_up, forget_site
from newscrawler.ledger.rows import Known
from newscrawler.ledger.schedule import Schedule
from newscrawler.ledger.site_lock import SiteLock, lock_in_database
from newscrawler.output.folder import can_name_site, ledger_file, ledger_lock, output_folder
from newscrawler.publication.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

__all__ = ["Batch", "Known", "Ledger", "close_ledger", "ledger_of", "open_ledger", "site_name", "stop_for"]

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


# --- The ledger of a running crawl ------------------------------------------------------------------------------

_closing: set[asyncio.Future[None]] = set()
_ledgers: weakref.WeakKeyDictionary[Crawler, Ledger] = weakref.WeakKeyDictionary()


def ledger_of(crawler: Crawler) -> Ledger:
    """Return the ledger of a crawler's run, the same object for all of its components.

    The first call opens it (see ``open_ledger`` for what it raises), and is made while the crawler is built: before
    any request.
    """
    ledger = _ledgers.get(crawler)
    if ledger is None:
        ledger = _ledgers[crawler] = open_ledger(crawler.settings, site_name(crawler))
    return ledger


def site_name(crawler: Crawler) -> str:
    """Return the name of the site that a crawler crawls: its spider's ``site`` if it declares one, else its name."""
    site = getattr(crawler.spider, "site", None)
    return site.name if isinstance(site, Site) else crawler.spidercls.name


def close_ledger(crawler: Crawler) -> None:
    """Close the ledger of a run that has ended, and let the next run in."""
    ledger = _ledgers.pop(crawler, None)
    if ledger is not None:
        ledger.close()


def stop_for(crawler: Crawler, error: OutputError) -> None:
    """End the run because output or ledger cannot be used: one line in the log and in the stats, reason output_error."""
    stats = crawler.stats
    if stats.get_value("newscrawler/fatal"):
        return
    message = str(error)
    if isinstance(error, DamagedLedger):
        aside = ledger_of(crawler).database.move_aside()
        message = f"{message}; it is now {aside}: start again, and it is made anew from the lines"
    stats.set_value("newscrawler/fatal", message)
    logger.error("%s", message)
    engine = crawler.engine
    if engine.spider is not None:
        task = asyncio.ensure_future(engine.close_spider_async(reason="output_error"))
        _closing.add(task)  # the loop itself holds tasks weakly
        task.add_done_callback(_closing.discard)
