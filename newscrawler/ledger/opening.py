"""Open the ledger of a site: lock the site, read what the lines say, make anew what is damaged."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument
from newscrawler.ledger.catch_up import catch_up, forget_site
from newscrawler.ledger.database import Database, move_aside
from newscrawler.ledger.failures import DamagedLedger
from newscrawler.ledger.ledger import Ledger
from newscrawler.ledger.schedule import Schedule
from newscrawler.ledger.site_lock import SiteLock, lock_in_database
from newscrawler.output.folder import (
    can_name_site,
    check_machine,
    ledger_file,
    ledger_lock,
    output_folder,
)
from newscrawler.output.locks import locked
from newscrawler.output.site_files import SiteFiles
from newscrawler.output.store_id import store_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)


def open_ledger(
    settings: BaseSettings,
    site: str,
    *,
    anew: bool = False,
    interrupted: Callable[[], bool] = lambda: False,
) -> Ledger:
    """Lock the site, open its ledger and bring it to what the lines say.

    A damaged SQLite file is renamed and made anew.

    :param anew: forget all but the lines.
    :param interrupted: asked between two batches of lines; true: stop, the next opening goes on from there.
    :raises Busy: another run holds the site.
    :raises OutputError: folder or database cannot be used, or it was interrupted.
    :raises WrongArgument: a setting cannot be.
    """
    if not can_name_site(site):
        msg = (
            f"{site!r} cannot be the name of a site: small letters, digits, '.', '_' and '-' name its folder"
        )
        raise WrongArgument(msg)
    schedule = Schedule.parse(settings.get("REVISIT_AFTER") or "")
    output = output_folder(settings)
    machine = settings.get("OUTPUT_MACHINE") or ""
    if machine:
        check_machine(machine, "OUTPUT_MACHINE")
    url, wait = settings.get("LEDGER_URL") or "", settings.getfloat("LEDGER_WAIT")
    lock = SiteLock(output, site)
    try:
        with locked(ledger_lock(output), wait):
            folder_id = store_id(output)
        files = SiteFiles.of(output, site, folder_id, machine)

        def opened() -> Ledger:
            database = _open_database(url, output, wait)
            ledger = Ledger(database, lock, files, schedule, files.neighbours(folder_id))
            return _caught_up(ledger, interrupted, anew=anew)

        try:
            return opened()
        except DamagedLedger as error:  # a page of it that the opening did not see
            with locked(ledger_lock(output), wait):
                _put_aside(error)
            return opened()
    except BaseException:
        lock.release()
        raise


def _caught_up(ledger: Ledger, interrupted: Callable[[], bool], *, anew: bool) -> Ledger:
    try:
        lock_in_database(ledger.database, ledger.site)
        # what a machine that was killed has left in the shared folder is taken up, too
        neighbours = [ledger.of(files) for files in ledger.neighbours]
        if anew:
            for each in (ledger, *neighbours):
                forget_site(each)
        ledger.recovery = catch_up(ledger, interrupted=interrupted)
        for neighbour in neighbours:
            ledger.recovery.add(catch_up(neighbour, interrupted=interrupted))
    except BaseException:
        ledger.database.close()
        raise
    return ledger


def _open_database(url: str, output: Path, wait: float) -> Database:
    if url.startswith("postgresql"):  # crawls that begin together on one machine do not wait for each other
        return Database.open(url, ledger_file(output), wait)
    with locked(ledger_lock(output), wait):
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
