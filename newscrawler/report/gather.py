"""Gather what the ledger says of all sites, without a lock on any of them."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from newscrawler.exceptions import OutputError
from newscrawler.ledger.database import Database
from newscrawler.ledger.health_memory import read_alarms
from newscrawler.ledger.supply_memory import ACCEPTED, HostWait
from newscrawler.ledger.tables import host_table, run_table, supply_table
from newscrawler.output.day_files import sites_in
from newscrawler.output.folder import ledger_file, output_folder
from newscrawler.report.page_facts import PageFacts
from newscrawler.report.site_facts import FailingListing, RunFacts, SiteFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapy.settings import BaseSettings
    from sqlalchemy import Connection

    from newscrawler.fleet.overview import Fleet

DAYS = 30
"""Days of runs that are looked at."""
MOST_RUNS = 3000
"""Of one site: a month of quarter hours."""
MOST_LISTINGS = 50
MOST_HOSTS = 500

_sites = select(run_table.c.site).distinct()
_runs = (
    select(run_table.c.record)
    .where(run_table.c.site == bindparam("of_site"), run_table.c.started >= bindparam("since"))
    .order_by(run_table.c.id.desc())
    .limit(MOST_RUNS)
)
_last = (
    select(run_table.c.record)
    .where(run_table.c.site == bindparam("of_site"))
    .order_by(run_table.c.id.desc())
    .limit(1)
)
_failing = (
    select(supply_table)
    .where(supply_table.c.site == bindparam("of_site"), supply_table.c.failures > 0)
    .where(supply_table.c.guessed.is_(False), supply_table.c.problem.is_distinct_from(ACCEPTED))
    .order_by(supply_table.c.failures.desc())
    .limit(MOST_LISTINGS)
)

_hosts = (
    select(host_table)
    .where(host_table.c.not_before > bindparam("now"))
    .order_by(host_table.c.host)
    .limit(MOST_HOSTS)
)


def gather(settings: BaseSettings, sites: Sequence[str] = (), now: datetime | None = None) -> list[SiteFacts]:
    """Return the sites of the ledger by name.

    :param sites: those that are wanted; empty: all.
    :raises OutputError: the ledger cannot be used.
    :raises WrongArgument: ``LEDGER_URL`` is not usable.
    """
    with _reading(settings) as database:
        return _site_facts(database.connection, sites, now or datetime.now(UTC)) if database else []


def gather_page(settings: BaseSettings, sites: Sequence[str] = (), now: datetime | None = None) -> PageFacts:
    """Return what the page shows: the sites, the hosts that their runs leave alone, the fleet.

    :param sites: those that are wanted; empty: all.
    :raises OutputError: the ledger cannot be used.
    :raises WrongArgument: ``LEDGER_URL`` is not usable.
    """
    moment = now or datetime.now(UTC)
    with _reading(settings) as database:
        if database is None:
            return PageFacts([])
        connection = database.connection
        hosts = [HostWait(*row) for row in connection.execute(_hosts, {"now": moment})]
        return PageFacts(
            _site_facts(connection, sites, moment),
            [host for host in hosts if not sites or host.site in sites],
            _fleet(database),
        )


@contextmanager
def _reading(settings: BaseSettings) -> Iterator[Database | None]:
    """Open the ledger without a lock; None where nothing was crawled yet."""
    output = output_folder(settings)
    url = settings.get("LEDGER_URL") or ""
    if not url and not ledger_file(output).exists():
        if there := sites_in(output):
            msg = f"no ledger in {output}, but lines of {', '.join(there)}: scrapy rebuild makes it"
            raise OutputError(msg)
        yield None
        return
    database = Database.open(url, ledger_file(output), settings.getfloat("LEDGER_WAIT"))
    try:
        with database.reading():
            yield database
    finally:
        database.close()


def _fleet(database: Database) -> Fleet | None:
    if database.path:
        return None
    from newscrawler.fleet.overview import look  # noqa: PLC0415 - one machine needs none of it

    return look(database.connection)


def _site_facts(connection: Connection, sites: Sequence[str], now: datetime) -> list[SiteFacts]:
    names = sites or sorted(name for (name,) in connection.execute(_sites))
    return [_site(connection, name, now) for name in names]


def _site(connection: Connection, name: str, now: datetime) -> SiteFacts:
    values = {"of_site": name, "since": now - timedelta(days=DAYS)}
    rows = connection.execute(_runs, values).fetchall() or connection.execute(_last, {"of_site": name})
    runs = [RunFacts(json.loads(text)) for (text,) in rows]
    listings = [
        FailingListing(row.url, row.kind, row.problem or "silent", row.failures, row.failing_since)
        for row in connection.execute(_failing, {"of_site": name})
    ]
    return SiteFacts(name, now, runs, read_alarms(connection, name), listings)
