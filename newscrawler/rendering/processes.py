"""The browser's processes, for those that do not end when they are asked to."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Process(NamedTuple):
    """A process, told from a later one that has been given the same number."""

    number: int
    started: int
    """Clock ticks since the machine started."""


def children(parent: int) -> set[Process]:
    """Return the children of a process; none where the system has no ``/proc``."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        number = int(path.name)
        said = _stat(number)
        if said is not None and said[0] == parent:
            found.add(Process(number, said[1]))
    return found


def kill_with_group(process: Process) -> None:
    """End a process that leads a group, and its group, without asking; one that has gone is let be."""
    number, started = process
    said = _stat(number)
    if said is None or said[1] != started:
        return
    with suppress(ProcessLookupError, PermissionError):
        if os.getpgid(number) == number and number != os.getpgrp():
            os.killpg(number, signal.SIGKILL)
        else:
            os.kill(number, signal.SIGKILL)


def has_ended(process: Process) -> bool:
    """Tell whether a process has ended; True, too, if nobody has taken note of its end yet."""
    said = _stat(process.number)
    return said is None or said[1] != process.started


def _stat(number: int) -> tuple[int, int] | None:
    """Return a process's parent and start; None: it has ended."""
    try:
        after_name = Path(f"/proc/{number}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return None
    if after_name[0] in {"Z", "X"}:
        return None
    return int(after_name[1]), int(after_name[19])
