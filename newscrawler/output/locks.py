"""Lock files: what one process at a time may do in the output folder."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError
from newscrawler.output.durable import make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAUSE = 0.02
"""Seconds between two tries."""


def open_lock_file(path: Path) -> int:
    """Open a lock file, which is made where it is not there, and return its descriptor.

    A symbolic link is not followed: it could name any file of the operator's.

    :raises OutputError: it cannot be opened.
    """
    try:
        make_folder(path.parent)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise OutputError(
            f"cannot write to the output folder {path.parent.parent}: {error.strerror} ({path}); "
            "set OUTPUT_DIR or mend its permissions"
        ) from error


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold a lock among all processes that use the output folder.

    It is asked for again and again rather than waited for, so that signals are heeded in between.

    :param seconds: the longest time that another process may hold it.
    :raises OutputError: the file cannot be used, or is held for longer.
    """
    descriptor = open_lock_file(path)
    try:
        until = time.monotonic() + seconds
        while not try_lock(descriptor):
            if time.monotonic() > until:
                raise OutputError(
                    f"{path} has been held locked by another process for {seconds:g} seconds (LEDGER_WAIT); "
                    "find it (lslocks, fuser), end it, start again"
                )
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(descriptor)


def try_lock(descriptor: int) -> bool:
    """Take the lock of an open file unless another process holds it; it ends with the descriptor."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
