"""Memory of supply: what the ledger keeps of listings, of URLs without a line, and of hosts.

It is derived: whoever loses it loses no line. Each table is bounded by the time that its rows are kept.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select

from newscrawler.ledger.low_memory import LowRuns, read_low, write_low
from newscrawler.ledger.quick import rows_of
from newscrawler.ledger.tables import host_table, no_line_table, supply_table, usual_table
from newscrawler.ledger.tallies import LINK_SHAPES, STATED_DATES, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from newscrawler.ledger.database import Database

KEPT = timedelta(days=60)
"""A URL or a listing that was not asked for so long is forgotten."""

MOST_LISTINGS = 2000
"""Listings of a site that a run looks at: sitemaps of an archive may be more, and are not missed."""

ACCEPTED = "accepted"
"""The problem of a listing that is lost, where a person has said that it may be."""

_AT_ONCE = 500

_listings = (
    select(supply_table)
    .where(supply_table.c.site == bindparam("of_site"))
    .order_by(supply_table.c.checked.desc())
    .limit(MOST_LISTINGS)
)
_usual = select(usual_table).where(
    usual_table.c.site == bindparam("of_site"), usual_table.c.arguments == bindparam("with_arguments")
)
_forget_line = delete(no_line_table).where(no_line_table.c.key == bindparam("of_key"))


@dataclass(frozen=True, slots=True)
class NoLine:
    """A URL that gave no line when it was asked for last."""

    key: bytes
    site: str
    outcome: str
    reason: str
    tries: int
    """Times in a row."""
    not_before: datetime
    published_at: str | None
    """Where it was out of range: its time."""
    moved_to: str | None
    """Where its page is, if elsewhere."""
    said: bytes
    """Hashes of the listing that showed it, and of what that said of it."""
    checked: datetime


@dataclass(frozen=True, slots=True)
class RememberedListing:
    """A listing, as the runs before know it."""

    key: bytes
    site: str
    url: str
    kind: str
    guessed: bool
    runs: int
    """In which it was asked for."""
    answered: datetime | None
    """When it was last what it should be."""
    new_at: datetime | None
    """When it last showed an article of which no run had a line."""
    usual: int
    """Links to articles that it shows, in hundredths: the mean of the latest answers."""
    failures: int
    """Runs in a row in which it could not be read."""
    failing_since: datetime | None
    problem: str | None
    moved_to: str | None
    """Where it was permanently redirected to."""
    not_before: datetime | None
    checked: datetime


@dataclass(frozen=True, slots=True)
class Usual:
    """How much a site lists at this hour of the week, for one set of arguments."""

    site: str
    arguments: str
    """Hash of the arguments that select articles."""
    hour: int
    """0 to 167, from Monday 0:00 UTC."""
    runs: int
    listed: int
    """Hundredths of articles, the mean of the latest runs."""
    least: int
    """The fewest that a good run has listed; it rises slowly."""


@dataclass(frozen=True, slots=True)
class HostWait:
    """A host that asked to be left alone."""

    host: str
    not_before: datetime
    reason: str
    since: datetime | None = None
    """When it asked; None: by an earlier version that did not keep it."""
    site: str | None = None
    """Whose run it told."""


@dataclass(slots=True)
class SupplyBatch:
    """What a commit brings into the memory of supply."""

    no_lines: dict[bytes, NoLine | None] = field(default_factory=dict)
    """By key; None: the URL has a line now."""
    listings: dict[bytes, RememberedListing] = field(default_factory=dict)
    hosts: dict[str, HostWait] = field(default_factory=dict)
    usual: list[Usual] = field(default_factory=list)
    low: LowRuns | None = None
    shapes: dict[str, Tally] = field(default_factory=dict)
    dates: dict[str, Tally] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether there is anything in it."""
        several = self.no_lines, self.listings, self.hosts, self.usual, self.shapes, self.dates
        return any(several) or self.low is not None


class SupplyMemory:
    """Reads the memory of one site, and writes it within export's commits."""

    def __init__(self, database: Database, site: str) -> None:
        self._database = database
        self._site = site

    def no_lines(self, keys: Iterable[bytes]) -> dict[bytes, NoLine]:
        """Return what is remembered of URLs, by their key."""
        wanted, found = list(keys), {}
        with self._database.reading() as connection:
            for begin in range(0, len(wanted), _AT_ONCE):
                part = wanted[begin : begin + _AT_ONCE]
                marks = ",".join("?" * len(part))
                for row in rows_of(connection, f"SELECT * FROM no_line WHERE key IN ({marks})", part):  # noqa: S608 - marks only
                    remembered = _no_line(row)
                    found[remembered.key] = remembered
        return found

    def listings(self) -> dict[bytes, RememberedListing]:
        """Return the listings of the site that were asked for last, by key."""
        with self._database.reading() as connection:
            rows = [RememberedListing(*row) for row in connection.execute(_listings, {"of_site": self._site})]
        return {row.key: row for row in rows}

    def usual(self, arguments: str) -> dict[int, Usual]:
        """Return how much the site lists, by hour of the week."""
        values = {"of_site": self._site, "with_arguments": arguments}
        with self._database.reading() as connection:
            rows = [Usual(*row) for row in connection.execute(_usual, values)]
        return {row.hour: row for row in rows}

    def low(self, arguments: str) -> LowRuns:
        """Return what is known of the runs that listed far less than is usual."""
        return read_low(self._database, self._site, arguments)

    def dates(self) -> dict[str, Tally]:
        """Return what is known of the dates that URLs and sitemaps state, by source."""
        return STATED_DATES.read(self._database, self._site)

    def shapes(self) -> dict[str, Tally]:
        """Return what is known of the shapes of the site's links, by shape."""
        return LINK_SHAPES.read(self._database, self._site)

    def host(self, name: str) -> HostWait | None:
        """Return what a host asked for."""
        with self._database.reading() as connection:
            row = connection.execute(select(host_table).where(host_table.c.host == name)).first()
        return HostWait(*row) if row else None

    def write(self, connection: Connection, batch: SupplyBatch) -> None:
        """Enter a batch, within the transaction of a commit; forget what is too old."""
        upsert = self._database.upsert
        rows = [batch.no_lines[key] for key in sorted(batch.no_lines)]
        upsert(connection, no_line_table, [asdict(row) for row in rows if row is not None])
        over: list[dict[str, Any]] = [{"of_key": key} for key, row in batch.no_lines.items() if row is None]
        if over:
            connection.execute(_forget_line, over)
        upsert(connection, supply_table, [asdict(batch.listings[key]) for key in sorted(batch.listings)])
        upsert(connection, host_table, [asdict(batch.hosts[name]) for name in sorted(batch.hosts)])
        upsert(connection, usual_table, [asdict(usual) for usual in batch.usual])
        if batch.low is not None:
            write_low(self._database, connection, batch.low)
        before = datetime.now(UTC) - KEPT
        LINK_SHAPES.write(self._database, connection, batch.shapes.values(), before)
        STATED_DATES.write(self._database, connection, batch.dates.values(), before)
        if batch.usual:  # once a run
            for table in (no_line_table, supply_table):
                connection.execute(delete(table).where(table.c.site == self._site, table.c.checked < before))
            connection.execute(delete(host_table).where(host_table.c.not_before < datetime.now(UTC)))


def _no_line(row: Any) -> NoLine:
    key, site, outcome, reason, tries, not_before, published_at, moved_to, said, checked = row
    moments = datetime.fromtimestamp(not_before, UTC), datetime.fromtimestamp(checked, UTC)
    return NoLine(
        bytes(key), site, outcome, reason, tries, moments[0], published_at, moved_to, bytes(said), moments[1]
    )
