"""From the lines to the ledger: adopt what a killed run left, and what a lost ledger knew."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from newscrawler.ledger.adoption import Adoption
from newscrawler.ledger.recovery import Recovery
from newscrawler.ledger.tables import article_table, day_file_table
from newscrawler.output import day_files
from newscrawler.output.folder import rejected_folder
from newscrawler.output.line import from_line
from newscrawler.output.mending import mend_newest
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.ledger.ledger import Ledger
    from newscrawler.output.day_files import DayFile

logger = logging.getLogger(__name__)


def catch_up(
    ledger: Ledger, now: datetime | None = None, interrupted: Callable[[], bool] = lambda: False
) -> Recovery:
    """Bring the ledger to what the lines of its site say.

    :param interrupted: asked between two batches of lines; true: stop.
    :raises OutputError: file or database cannot be used, or it was interrupted.
    """
    today = f"{now or datetime.now(UTC):%Y-%m-%d}"
    recovery = Recovery()
    mend_newest(rejected_folder(ledger.output, ledger.site))
    files = ledger.files.day_files()
    entered = _entered(ledger)
    recovery.rebuilt = bool(files) and not entered
    damaged = _mend(files, entered, recovery)
    files = ledger.files.day_files()
    _forget_lost(ledger, files, entered, damaged, recovery)
    adoption = Adoption(ledger, recovery, interrupted)
    plain = [file.day for file in files if not file.compressed]
    for file in files:
        committed, complete = entered.get(file.day, (0, False))
        if file.compressed:
            if file.day not in entered:
                adoption.adopt(file, 0, complete=True)
            elif not complete and file.day not in plain:  # perhaps before a killed run's lines were entered
                adoption.adopt(file, committed, complete=True)
            continue
        if file.size < committed:  # begun anew after the first one was compressed
            committed = 0
        if file.size > committed:
            # a run ends at its first failed sync: only the newest files can have lines that a disk never took
            day_files.write_anew(file.path, committed if file.day in plain[-2:] else file.size)
            adoption.adopt(file, committed, complete=file.day < today)
        elif not complete and file.day < today:
            adoption.close_day(file.day, file.size)
        ledger.ends[file.day] = file.size
    _report(ledger, recovery)
    return recovery


def forget_site(ledger: Ledger) -> None:
    """Forget all articles of the site, so that ``catch_up`` makes them anew from the lines."""
    with ledger.database.transaction() as connection:
        for table in (article_table, day_file_table):
            forgotten = delete(table).where(table.c.site == ledger.site)
            if not ledger.database.path:  # lines of other machines are not here to be read
                forgotten = forgotten.where(table.c.store == ledger.store)
            connection.execute(forgotten)


def _entered(ledger: Ledger) -> dict[str, tuple[int, bool]]:
    table = day_file_table
    here = (table.c.store == ledger.store, table.c.site == ledger.site)
    statement = select(table.c.day, table.c.committed, table.c.complete).where(*here)
    with ledger.database.reading() as connection:
        return {day: (committed, complete) for day, committed, complete in connection.execute(statement)}


def _mend(files: list[DayFile], entered: dict[str, tuple[int, bool]], recovery: Recovery) -> set[str]:
    """Mend what a kill or a power cut left of plain files; return the days in which lines were damaged.

    Unfinished lines are cut off. One that lacks only its line end has been visible as a line: it gets that
    end. Lines with zeroed blocks become blank ones. Days that are complete were whole when they were closed.
    """
    damaged = set()
    for file in files:
        committed, complete = entered.get(file.day, (0, False))
        if file.compressed or (complete and file.size == committed):
            continue
        if tail := day_files.unfinished(file.path):
            _mend_tail(file, tail, recovery)
        if blanked := day_files.blank_zeroed_lines(file.path):
            logger.warning("%s: %s zeroed, as by a power cut", file.path, some(len(blanked), "line"))
            if blanked[0] < committed:
                damaged.add(file.day)
    return damaged


def _mend_tail(file: DayFile, tail: bytes, recovery: Recovery) -> None:
    try:
        from_line(tail)
    except ValueError:
        recovery.cut += day_files.cut_torn_end(file.path)
        logger.warning("%s: cut off an unfinished line of %d bytes", file.path, len(tail))
    else:
        day_files.end_line(file.path)


def _forget_lost(
    ledger: Ledger,
    files: list[DayFile],
    entered: dict[str, tuple[int, bool]],
    damaged: set[str],
    recovery: Recovery,
) -> None:
    plain = {file.day: file for file in files if not file.compressed}
    compressed = {file.day for file in files if file.compressed}
    lost: list[str] = []
    for day, (committed, complete) in entered.items():
        if day in plain:
            if plain[day].size < committed and day in compressed:
                continue
            if day in damaged or not day_files.has_line_end(plain[day].path, committed):
                lost.append(day)
        elif day not in compressed and not complete:  # a run that closed it would have seen it whole
            lost.append(day)
    if not lost:
        return
    recovery.lost = sorted(lost)
    # earlier revisions of the forgotten articles stand in other files: all that are there are read again
    read_again = {*lost, *plain, *compressed}
    with ledger.database.transaction() as connection:
        for of, days in ((article_table.c, set(lost)), (day_file_table.c, read_again)):
            here = (of.store == ledger.store, of.site == ledger.site, of.day.in_(sorted(days)))
            connection.execute(delete(of.day.table).where(*here))
    for day in read_again:
        entered.pop(day, None)


def _report(ledger: Ledger, recovery: Recovery) -> None:
    if recovery.rebuilt and recovery.adopted:
        logger.warning(
            "the ledger %s knew nothing of %s: made anew from %s",
            ledger.database.name,
            ledger.site,
            some(recovery.adopted, "line"),
        )
    elif recovery.adopted:
        lines = some(recovery.adopted, "line")
        logger.info("%s: adopted %s that the ledger did not have", ledger.folder, lines)
    if recovery.lost:
        logger.warning(
            "%s: the file of %s is gone, damaged or changed by another hand; "
            "articles that it lacks are fetched again",
            ledger.folder,
            ", ".join(recovery.lost),
        )
