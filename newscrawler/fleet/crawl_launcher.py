"""Become a command that ends with the process that started it: ``crawl_launcher.py PARENT COMMAND…``.

It runs as a script, and needs nothing but Python: it asks the kernel for SIGTERM when its parent ends, then
becomes the command, which keeps that. The parent must start it from its main thread: the kernel means the
thread.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Become the command; end at once where the parent is gone already."""
    parent, *command = sys.argv[1:]
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0) != 0:
        sys.exit(f"prctl: {os.strerror(ctypes.get_errno())}")
    if os.getppid() != int(parent):  # it ended before the kernel was asked
        sys.exit(-signal.SIGTERM)
    os.execv(command[0], command)  # noqa: S606 - the worker's own command, no shell


if __name__ == "__main__":
    main()
