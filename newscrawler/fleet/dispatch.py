"""Dispatch: bring the sites that are due into the queue, to their own machine while it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.fleet.queue import ANY_MACHINE, Entry, queue_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from newscrawler.fleet.claims import Due
    from newscrawler.fleet.queue import Queue


def entry_of(due: Due, machines: Container[str], patience: float) -> Entry:
    """Return where a due site is queued: for its own machine while that lives, and has not let it wait.

    :param machines: those that live and take sites.
    """
    waits_for_home = due.home in machines and due.overdue < patience and not due.urgent
    return Entry(due.site, queue_of(due.home) if due.home and waits_for_home else ANY_MACHINE, due.urgent)


async def dispatch(queue: Queue, due: Iterable[Due], machines: Container[str], patience: float) -> int:
    """Queue what is due and not queued; requeue what waits in the wrong place. Return how many were queued.

    :raises OutOfReach: the server is away.
    """
    waiting = await queue.waiting()
    new = [entry for entry in (entry_of(site, machines, patience) for site in due) if _is_new(entry, waiting)]
    entries = [
        entry for entry in new if entry.site not in waiting or await queue.take_back(waiting[entry.site])
    ]
    await queue.put(entries)
    return len(entries)


def _is_new(entry: Entry, waiting: Mapping[str, Entry]) -> bool:
    """Tell whether a site is not queued, or for its machine while any may take it, or behind others."""
    there = waiting.get(entry.site)
    if there is None:
        return True
    return (there.queue != ANY_MACHINE and entry.queue == ANY_MACHINE) or (entry.urgent and not there.urgent)
