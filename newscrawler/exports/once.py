"""Keep each revision once where several machines have written lines of a site: the second one is left out.

A machine that was killed may have written lines that no ledger knew; another fetched their articles again.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscrawler.exports.lines import Line
    from newscrawler.exports.positions import Day
    from newscrawler.exports.summary import Summary

_DAY = len("2026-05-04")


def sites_of_several_machines(days: Iterable[Day]) -> set[str]:
    """Return the sites whose days lie in files of several machines.

    >>> from newscrawler.exports.positions import Day
    >>> days = [Day("a", "2026-05-04.one"), Day("a", "2026-05-05"), Day("b", "2026-05-04")]
    >>> sites_of_several_machines(days)
    {'a'}
    """
    machines = defaultdict(set)
    for day in days:
        machines[day.site].add(day.day[_DAY:])
    return {site for site, names in machines.items() if len(names) > 1}


def each_once(lines: Iterable[Line], sites: set[str], summary: Summary) -> Iterator[Line]:
    """Yield the lines; one whose article and revision came before, of these sites, without its values."""
    index = sqlite3.connect("")  # a file of SQLite's own, which is gone when this is closed
    try:
        index.execute("CREATE TABLE seen (id, revision, PRIMARY KEY (id, revision)) WITHOUT ROWID")
        for line in lines:
            if line.day.site not in sites or line.values is None or _is_new(index, line):
                yield line
            else:
                summary.note("written_twice", line.place)
                yield replace(line, values=None)
    finally:
        index.close()


def _is_new(index: sqlite3.Connection, line: Line) -> bool:
    values = line.values or {}
    key = (str(values.get("id")), str(values.get("revision")))
    return index.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", key).rowcount == 1
