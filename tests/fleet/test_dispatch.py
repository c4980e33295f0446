"""Due sites go to their own machine while it lives, and to any when it lets them wait."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from newscrawler.fleet.claims import Due
from newscrawler.fleet.dispatch import dispatch, entry_of
from newscrawler.fleet.queue import ANY_MACHINE, Entry, Queue, queue_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(
    ("home", "overdue", "urgent", "queue"),
    [
        ("one", 1, False, queue_of("one")),
        ("one", 40, False, ANY_MACHINE),
        ("one", 1, True, ANY_MACHINE),
        ("gone", 1, False, ANY_MACHINE),
        (None, 1, False, ANY_MACHINE),
    ],
)
def test_where_a_due_site_is_queued(home: str | None, overdue: float, urgent: bool, queue: str) -> None:
    assert entry_of(Due("a", home, urgent, overdue), {"one", "two"}, 30) == Entry("a", queue, urgent)


class FakeQueue(Queue):
    """A queue in memory."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = {entry.site: entry for entry in entries}
        self.taken: set[str] = set()

    async def waiting(self) -> dict[str, Entry]:
        return dict(self.entries)

    async def put(self, entries: Sequence[Entry]) -> None:
        self.entries |= {entry.site: entry for entry in entries}

    async def take_back(self, entry: Entry) -> bool:
        return entry.site not in self.taken and self.entries.pop(entry.site) is not None


def queued(queue: FakeQueue, *due: Due) -> int:
    return asyncio.run(dispatch(queue, due, {"one"}, 30))


def test_what_waits_is_not_queued_again() -> None:
    queue = FakeQueue()
    assert queued(queue, Due("a", "one", False, 1)) == 1
    assert queued(queue, Due("a", "one", False, 2)) == 0


def test_what_waits_too_long_for_its_machine_may_go_to_any() -> None:
    queue = FakeQueue(Entry("a", queue_of("one"), number=1))
    assert queued(queue, Due("a", "one", False, 31)) == 1
    assert queue.entries["a"].queue == ANY_MACHINE
    assert queued(queue, Due("a", "one", False, 34)) == 0


def test_what_is_urgent_overtakes() -> None:
    queue = FakeQueue(Entry("a", ANY_MACHINE, number=1))
    assert queued(queue, Due("a", None, True, 0)) == 1
    assert queue.entries["a"].urgent


def test_what_a_worker_takes_meanwhile_is_left_to_it() -> None:
    queue = FakeQueue(Entry("a", queue_of("one"), number=1))
    queue.taken.add("a")
    assert queued(queue, Due("a", "one", False, 31)) == 0
