"""The ledger of one site: what its lines say, by article and by URL; in a run, export alone writes it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select, update

from newscrawler.exceptions import OutputError
from newscrawler.ledger import runs
from newscrawler.ledger.health_memory import HealthMemory
from newscrawler.ledger.quick import rows_of
from newscrawler.ledger.rotation_memory import write_rotations
from newscrawler.ledger.rows import Known, Listing, article_row, moment_of, url_hash, url_rows
from newscrawler.ledger.schedule import birth
from newscrawler.ledger.similar import Copy, SimilarTexts
from newscrawler.ledger.supply_memory import SupplyMemory
from newscrawler.ledger.tables import article_table, day_file_table, listing_table, run_table, url_table
from newscrawler.output import day_files
from newscrawler.output.line import from_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from newscrawler.items import Article, Gone, ListedArticle
    from newscrawler.ledger.batch import Batch
    from newscrawler.ledger.database import Database
    from newscrawler.ledger.recovery import Recovery
    from newscrawler.ledger.schedule import Schedule
    from newscrawler.ledger.site_lock import SiteLock
    from newscrawler.output.site_files import SiteFiles

_KEYS_AT_ONCE = 500
"""Keys in one look-up; both databases take more, and more is no quicker."""

_LISTING_KEPT = timedelta(days=30)
"""A listing that was not asked for so long is forgotten; so is the mistrust of one."""

_IS_KNOWN = "SELECT 1 FROM article WHERE id = ?"
_by_id = select(article_table).where(article_table.c.id == bindparam("id"))
_by_ids = select(article_table).where(article_table.c.id.in_(bindparam("ids", expanding=True)))
_by_url = (
    select(article_table)
    .join(url_table, url_table.c.article_id == article_table.c.id)
    .where(url_table.c.key == bindparam("key"))
)
_by_urls = (
    select(url_table.c.key, article_table)
    .join(article_table, url_table.c.article_id == article_table.c.id)
    .where(url_table.c.key.in_(bindparam("keys", expanding=True)))
)
_due = (
    select(article_table)
    .where(article_table.c.site == bindparam("of_site"), article_table.c.next_check <= bindparam("now"))
    .order_by(article_table.c.next_check)
    .limit(bindparam("most"))
)
_listing = select(listing_table).where(listing_table.c.key == bindparam("listing_key"))
_old_listings = delete(listing_table).where(
    listing_table.c.site == bindparam("of_site"), listing_table.c.checked < bindparam("before")
)
_old_runs = delete(run_table).where(
    run_table.c.site == bindparam("of_site"), run_table.c.ended < bindparam("before")
)
_look = (
    update(article_table)
    .where(article_table.c.id == bindparam("of_id"))
    .values(
        last_checked=bindparam("checked"),
        next_check=bindparam("next"),
        withdrawn=bindparam("is_withdrawn"),
        url=bindparam("asked_at"),
    )
)
_postpone = (
    update(article_table)
    .where(article_table.c.id == bindparam("of_id"), article_table.c.next_check <= bindparam("checked"))
    .values(last_checked=bindparam("checked"), next_check=bindparam("next"))
)


class Ledger:
    """The ledger of one site in a database that it may share with other sites."""

    def __init__(
        self,
        database: Database,
        lock: SiteLock,
        files: SiteFiles,
        schedule: Schedule,
        neighbours: Sequence[SiteFiles] = (),
    ) -> None:
        self.database = database
        self._lock = lock
        self.files = files
        self.neighbours = neighbours
        """Files of other machines in the same folder."""
        self.output, self.site, self.store = files.output, files.site, files.store
        self.folder, self.schedule = files.folder, schedule
        self.ends: dict[str, int] = {}
        """Day -> committed bytes of its file."""
        self.recovery: Recovery | None = None
        """What was found when it was opened."""
        self._texts = SimilarTexts()
        self.supply = SupplyMemory(database, files.site)
        self.health = HealthMemory(database, files.site)

    def of(self, files: SiteFiles) -> Ledger:
        """Return the ledger of a neighbour's files; it is closed with this one."""
        return Ledger(self.database, self._lock, files, self.schedule)

    def close(self) -> None:
        """Give the database back and let the next run of the site in."""
        self.database.close()
        self._lock.release()

    # --- reading --------------------------------------------------------------------------------------------

    def find(self, article_id: str) -> Known | None:
        """Return what is known of an article."""
        with self.database.reading() as connection:
            if not rows_of(connection, _IS_KNOWN, (article_id,)):
                return None  # most
            row = connection.execute(_by_id, {"id": article_id}).first()
        return Known(*row) if row else None

    def find_by_url(self, url: str) -> Known | None:
        """Return what is known of the article at a URL, any of its URLs."""
        with self.database.reading() as connection:
            row = connection.execute(_by_url, {"key": url_hash(url)}).first()
        return Known(*row) if row else None

    def known(self, listed: Iterable[ListedArticle]) -> dict[str, Known]:
        """Return what is known of listed articles, by their key or else by their URL: ``url`` -> article."""
        result: dict[str, Known] = {}
        articles = list(listed)
        for begin in range(0, len(articles), _KEYS_AT_ONCE):
            self._find_some(articles[begin : begin + _KEYS_AT_ONCE], result)
        return result

    def _find_some(self, articles: Sequence[ListedArticle], result: dict[str, Known]) -> None:
        with self.database.reading() as connection:
            rows = connection.execute(_by_ids, {"ids": [article.key for article in articles]})
            by_id = {row[0]: Known(*row) for row in rows}
            by_url: dict[bytes, str] = {}
            for article in articles:
                if article.key in by_id:
                    result[article.url] = by_id[article.key]
                else:
                    by_url[url_hash(article.url)] = article.url
            if by_url:
                for key, *row in connection.execute(_by_urls, {"keys": list(by_url)}):
                    result[by_url[bytes(key)]] = Known(*row)

    def due(self, now: datetime | None = None, most: int = 1000) -> list[Known]:
        """Return the articles of this site that it is time to look at again, the longest due first."""
        values = {"of_site": self.site, "now": now or datetime.now(UTC), "most": most}
        with self.database.reading() as connection:
            return [Known(*row) for row in connection.execute(_due, values)]

    def last_revision(self, known: Known) -> Article | None:
        """Read the line of the last revision; None if its file is not here (any more)."""
        for files in (self.files, *self.neighbours):
            for line in files.lines_at(known.day, known.offset) if files.store == known.store else ():
                with suppress(ValueError):
                    article = from_line(line)
                    if article.id == known.id:
                        return article
        return None

    def listing(self, url: str) -> Listing | None:
        """Return what is kept of a listing, its body too."""
        with self.database.reading() as connection:
            row = connection.execute(_listing, {"listing_key": url_hash(url)}).first()
        return Listing(*row) if row else None

    def find_copy(self, article: Article) -> Copy | None:
        """Return what an article is a copy of, among the articles of all sites; remember its text."""
        with self.database.reading() as connection:
            return self._texts.find(connection, article)

    # --- runs -----------------------------------------------------------------------------------------------

    def killed_runs(self) -> list[dict[str, Any]]:
        """Return the records of the runs of this site that never ended, the earliest first."""
        with self.database.reading() as connection:
            return runs.killed(connection, self.site)

    def save_run(self, record: dict[str, Any], *, ended: bool = False) -> None:
        """Enter what is known of a run; ``record`` is its line of ``runs.jsonl`` so far."""
        with self.database.transaction() as connection:
            self.database.upsert(connection, run_table, [runs.row_of(record, self.site, ended=ended)])

    def forget_runs(self, before: datetime) -> None:
        """Forget the runs of this site that ended before a moment; ``runs.jsonl`` keeps their lines."""
        with self.database.transaction() as connection:
            connection.execute(_old_runs, {"of_site": self.site, "before": before})

    # --- writing: export alone ------------------------------------------------------------------------------

    def write(self, batch: Batch) -> list[str]:
        """Append the lines to their day files, sync them, and commit the batch.

        :return: the day files that were written to.
        :raises OutputError: nothing is committed; the next run adopts the lines that reached the disk whole.
        """
        self._lock.check()
        self.database.check()
        try:
            return self._write(batch)
        except OutputError:
            self._lock.check()  # the folder was taken away meanwhile: that says more
            raise

    def _write(self, batch: Batch) -> list[str]:
        rows, ends = self._append(batch.lines)
        with self.database.transaction() as connection:
            if batch.looks:
                connection.execute(_look, [self._look_row(*look) for look in batch.looks])
            self.enter(connection, [article for article, _ in batch.lines], rows, ends, batch.aliases)
            if batch.tried:
                connection.execute(_postpone, [self._tried_row(*tried) for tried in batch.tried.values()])
            if batch.listings:
                listings = [asdict(listing) for listing in batch.listings.values()]
                self.database.upsert(connection, listing_table, listings)
                forgotten = datetime.now(UTC) - _LISTING_KEPT
                connection.execute(_old_listings, {"of_site": self.site, "before": forgotten})
            write_rotations(self.database, connection, self.site, batch.rotations.items())
            if batch.supply:
                self.supply.write(connection, batch.supply)
            if batch.run:
                self.database.upsert(connection, run_table, [runs.row_of(batch.run, self.site)])
        self.ends.update(ends)
        return [str(self.files.path(day).relative_to(self.output)) for day in ends]

    def _append(self, lines: Sequence[tuple[Article, bytes]]) -> tuple[list[dict[str, Any]], dict[str, int]]:
        by_day: dict[str, list[tuple[Article, bytes]]] = {}
        for article, line in lines:
            by_day.setdefault(moment_of(article).strftime("%Y-%m-%d"), []).append((article, line))
        rows, ends = [], {}
        for day, of_day in by_day.items():
            path = self.files.path(day)
            offset = day_files.append(
                path, b"".join([line for _, line in of_day]), expected=self._end(day, path)
            )
            for article, line in of_day:
                rows.append(self.row_of(article, day, offset))
                offset += len(line)
            ends[day] = offset
        return rows, ends

    def _end(self, day: str, path: Path) -> int:
        """Return where the day's file must end; a file that was compressed or moved away begins anew."""
        return self.ends.get(day, 0) if path.exists() else 0

    def row_of(self, article: Article, day: str, offset: int) -> dict[str, Any]:
        """Return the row of an article whose line is on the disk."""
        return article_row(
            article, site=self.site, store=self.store, day=day, offset=offset, schedule=self.schedule
        )

    def enter(
        self,
        connection: Connection,
        articles: Sequence[Article],
        rows: list[dict[str, Any]],
        ends: dict[str, int],
        aliases: Sequence[tuple[Article | Gone, str]] = (),
    ) -> None:
        """Enter articles whose lines are on the disk, and how far their files are entered.

        :param aliases: as in a batch.
        """
        upsert = self.database.upsert
        upsert(connection, article_table, rows, keep=("first_seen",), unless_older="revision")
        self._enter_urls(connection, [*((article, article.id) for article in articles), *aliases])
        self._texts.store(connection, articles)
        files = [
            {"store": self.store, "site": self.site, "day": day, "committed": end, "complete": False}
            for day, end in ends.items()
        ]
        upsert(connection, day_file_table, files)

    def _enter_urls(self, connection: Connection, articles: Sequence[tuple[Article | Gone, str]]) -> None:
        rows = {row["key"]: row for article, known_as in articles for row in url_rows(article, known_as)}
        # sorted, so that two sites that share URLs cannot wait for each other
        self.database.upsert(connection, url_table, [rows[key] for key in sorted(rows)])

    def _look_row(self, known: Known, when: datetime, withdrawn: bool) -> dict[str, Any]:
        return {**self._tried_row(known, when), "is_withdrawn": withdrawn, "asked_at": known.url}

    def _tried_row(self, known: Known, when: datetime) -> dict[str, Any]:
        born = birth(known.published_at, known.first_seen)
        return {"of_id": known.id, "checked": when, "next": self.schedule.next_check(born, when)}
