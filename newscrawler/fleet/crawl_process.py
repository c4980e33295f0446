"""A crawl as a process of its own: it ends with its worker, and all of its processes with it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from newscrawler.fleet import crawl_launcher
from newscrawler.output.durable import make_folder
from newscrawler.rendering.processes import children, kill_with_group

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newscrawler.rendering.processes import Process

SCRAPY_CRAWL = (sys.executable, "-m", "scrapy", "crawl")

_LINE = 4096
"""Bytes of the end of a log that are looked at for its last line."""


class CrawlProcess:
    """A crawl under way; its log is a file, so that a frozen worker does not hold it up."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log

    @classmethod
    async def start(cls, command: Sequence[str], log: Path) -> CrawlProcess:
        """Start a command in a session of its own; call it from the main thread.

        :param log: the file for what it writes; the one of the run before is replaced.
        :raises OSError: it cannot be started.
        """
        make_folder(log.parent)
        launched = (sys.executable, crawl_launcher.__file__, str(os.getpid()), *command)
        with log.open("wb") as file:
            process = await asyncio.create_subprocess_exec(
                *launched, stdin=asyncio.subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True
            )
        return cls(process, log)

    async def wait(self) -> int:
        """Wait for its end; return its exit code, or the negative number of the signal that killed it.

        What it left behind (a browser) is killed.
        """
        code = await self._process.wait()
        self._kill_group()
        return code

    def stop(self) -> None:
        """Ask it to end."""
        with suppress(ProcessLookupError):
            self._process.terminate()

    def kill(self) -> None:
        """End it and all of its processes: a browser leads a group of its own."""
        below = _below(self._process.pid)  # asked first: later nobody knows whose they were
        self._kill_group()
        for process in below:
            kill_with_group(process)

    def _kill_group(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def last_line(self) -> str:
        """Return the last line that it wrote, empty if there is none."""
        try:
            with self._log.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _LINE))
                lines = file.read().decode("utf-8", "replace").splitlines()
        except OSError:
            return ""
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _below(number: int) -> set[Process]:
    """Return the processes that a process has started, and those that they have."""
    found = children(number)
    for child in list(found):
        found |= _below(child.number)
    return found
