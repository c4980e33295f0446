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
CANNOT_START = 71
"""Exit code, EX_OSERR of sysexits.h: the command cannot be started on this machine."""


def main() -> None:
    """Become the command; end at once where the parent is gone already."""
    parent, *command = sys.argv[1:]
    try:
        if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")
        if os.getppid() != int(parent):  # it ended before the kernel was asked
            os.kill(os.getpid(), signal.SIGTERM)
        os.execv(command[0], command)  # noqa: S606 - the worker's own command, no shell
    except OSError as error:
        sys.stderr.write(f"cannot start {command[0]}: {error}\n")
        sys.exit(CANNOT_START)


if __name__ == "__main__":
    main()
