"""Adoption: lines that the ledger does not have are read into it, batch by batch."""

from __future__ import annotations

import logging
import time
from itertools import islice
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError
from newscrawler.ledger.tables import day_file_table
from newscrawler.output import day_files
from newscrawler.output.line import from_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newscrawler.items import Article
    from newscrawler.ledger.ledger import Ledger
    from newscrawler.ledger.recovery import Recovery
    from newscrawler.output.day_files import DayFile

logger = logging.getLogger(__name__)

_LINES_AT_ONCE = 1000
"""Lines in one transaction; a killed or interrupted adoption goes on after the last one."""

_SECONDS_IN_SILENCE = 5.0
"""An adoption that takes longer says how far it is, as often as this."""


class Adoption:
    """Reads lines of one site into its ledger."""

    def __init__(self, ledger: Ledger, recovery: Recovery, interrupted: Callable[[], bool]) -> None:
        """Begin.

        :param recovery: where adopted and unreadable lines are counted.
        :param interrupted: asked before each batch; true: stop.
        """
        self._ledger = ledger
        self._recovery = recovery
        self._interrupted = interrupted
        self._said = time.monotonic()

    def adopt(self, file: DayFile, start: int, *, complete: bool) -> None:
        """Read a day file from an offset on.

        :param complete: nothing will be added to the file any more.
        :raises OutputError: file or ledger cannot be used, or the adoption was interrupted.
        """
        with day_files.reading(file) as stream:
            stream.seek(start)
            offset = start
            while lines := list(islice(stream, _LINES_AT_ONCE)):
                self._heed_interruption(file, offset)
                offset = self._enter(file, offset, lines)
        if complete:
            self.close_day(file.day, offset)

    def close_day(self, day: str, committed: int) -> None:
        """Enter that a day's file is complete: it was seen whole on a later day."""
        ledger = self._ledger
        row = {
            "store": ledger.store,
            "site": ledger.site,
            "day": day,
            "committed": committed,
            "complete": True,
        }
        with ledger.database.transaction() as connection:
            ledger.database.upsert(connection, day_file_table, [row])

    def _heed_interruption(self, file: DayFile, offset: int) -> None:
        if self._interrupted():
            raise OutputError(
                f"interrupted while the ledger read {file.path}; start again: it goes on at byte {offset}"
            )
        if time.monotonic() - self._said > _SECONDS_IN_SILENCE:
            self._said = time.monotonic()
            logger.warning(
                "the ledger reads the lines of %s: %d so far, at %s",
                self._ledger.site,
                self._recovery.adopted,
                file.path.name,
            )

    def _enter(self, file: DayFile, offset: int, lines: Iterable[bytes]) -> int:
        """Enter a batch of lines; return the offset at which it ends."""
        articles: list[Article] = []
        rows = []
        for line in lines:
            try:
                if not line.isspace():  # a line that was damaged, and is blank since
                    article = from_line(line)
                    rows.append(self._ledger.row_of(article, file.day, offset))
                    articles.append(article)
            except ValueError as error:
                self._recovery.unreadable += 1
                logger.warning("%s: the line at byte %d cannot be read: %s", file.path, offset, error)
            offset += len(line)
        with self._ledger.database.transaction() as connection:
            self._ledger.enter(connection, articles, rows, {file.day: offset})
        self._recovery.adopted += len(articles)
        return offset
