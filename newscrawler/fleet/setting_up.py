"""Set a fleet up: the tables of ledger, queue and schedule, made or brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.fleet import tables
from newscrawler.fleet.fleet_database import WAIT, FleetDatabase
from newscrawler.fleet.queue import make_queue
from newscrawler.ledger.database import Database
from newscrawler.output.folder import ledger_file, output_folder

if TYPE_CHECKING:
    from scrapy.settings import Settings


def set_up(settings: Settings) -> str:
    """Make all tables that a fleet needs, or bring them up to date; return what was done, in one line.

    :raises OutputError: the database cannot be used.
    :raises WrongArgument: it is no PostgreSQL, or behind a pooler that does not keep sessions.
    """
    url = settings.get("LEDGER_URL") or ""
    database = FleetDatabase(url)
    Database.open(url, ledger_file(output_folder(settings)), WAIT).close()
    with database.transaction() as connection:
        before = tables.migrate(connection)
        make_queue(connection)
    database.close()
    if before == tables.VERSION:
        return "the fleet's tables are there and up to date"
    return "the fleet's tables are made" if before == 0 else f"the fleet's tables are migrated from {before}"
