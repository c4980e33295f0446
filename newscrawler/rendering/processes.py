"""The browser's processes, for those that do not end when they are asked to."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path


def children(parent: int) -> set[int]:
    """Return the process ids of the children of a process; none where the system has no ``/proc``."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = path.read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended since
        if int(after_name[1]) == parent:
            found.add(int(path.parent.name))
    return found


def kill_with_group(process: int) -> None:
    """End a process that leads a group, and its group, without asking."""
    with suppress(ProcessLookupError, PermissionError):
        if os.getpgid(process) == process and process != os.getpgrp():
            os.killpg(process, signal.SIGKILL)
        else:
            os.kill(process, signal.SIGKILL)
