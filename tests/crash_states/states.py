"""Power cuts: after each step of a history, each state of the disk with each state of the ledger."""

from __future__ import annotations

import pickle
import random
import zlib
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tests.crash_states.disk import BLOCK, Disk, holed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.crash_states.history import History

NO_LINES: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True)
class Commit:
    """The ledger after a commit, and the lines that it has."""

    ledger: Any
    lines: frozenset[tuple[str, int]]


@dataclass(frozen=True)
class State:
    """What is found after a power cut."""

    after: int
    """Steps that were done."""
    files: dict[str, bytes | None]
    """Path -> bytes; None: a folder."""
    ledger: Any
    """See ``recorder.ledger_of``; None: there is none."""
    lines: frozenset[tuple[str, int]]
    """Lines that the ledger has for sure."""


def states(history: History, seed: int = 0) -> Iterator[State]:
    """Yield each state once."""
    dice, disk, seen = random.Random(seed), Disk(), set()
    commits = [Commit(None, NO_LINES)]
    for number, step in enumerate(history.steps, 1):
        if step.what == "commit":
            commits.append(Commit(pickle.loads(zlib.decompress(step.data)), step.lines))
        else:
            disk.do(step)
        ledgers = [(_key_of_ledger(commit.ledger), commit) for commit in _ledgers(commits, dice)]
        for files in disk.states(dice):
            of_files = _key_of_files(files)
            for of_ledger, commit in ledgers:
                if (key := of_files + of_ledger) not in seen:
                    seen.add(key)
                    yield State(number, files, commit.ledger, commit.lines)


def _ledgers(commits: list[Commit], dice: random.Random) -> list[Commit]:
    """Return what may be left of the ledger.

    A PostgreSQL keeps each commit that it has confirmed. SQLite with ``synchronous=NORMAL`` syncs its log
    (WAL) only before it is brought into the database file: all bytes of the log may be lost, torn or zeroed.
    The file itself is taken to hold what SQLite has synced.
    """
    last = commits[-1]
    if not isinstance(last.ledger, tuple):
        return [last]
    file, log = last.ledger
    logs = [b""]
    if log:
        end = dice.randrange(len(log))
        logs += [log[:end], log[:end].ljust(len(log), b"\0"), holed(log[: -2 * BLOCK], log, dice)]
    return [last, *commits[-3:-1], *(Commit((file, other), NO_LINES) for other in logs)]


def _key_of_ledger(ledger: Any) -> bytes:
    parts = ledger if isinstance(ledger, tuple) else (repr(ledger).encode(),)
    return b"".join(blake2b(part, digest_size=16).digest() for part in parts)


def _key_of_files(files: dict[str, bytes | None]) -> bytes:
    digest = blake2b(digest_size=16)
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + (files[path] or b"") + b"\0")
    return digest.digest()
