"""Crawls as forks of one process that has everything imported: a crawl starts in 0.1 s instead of 1.5.

``python -m tests.kill.forks`` is that process: it reads an order a line (JSON), answers with the fork's id,
and tells each fork's end. ``Crawl`` looks like the ``subprocess.Popen`` of a crawl.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from functools import cache
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]


class Crawl:
    """A crawl in a process of its own; ``room`` is how large a file it may write."""

    def __init__(self, arguments: list[str], room: int | None = None) -> None:
        self._text = Path(tempfile.mkstemp(prefix="crawl-")[1])
        self.pid: int = _nursery().start(arguments, str(self._text), room)
        self.returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = _nursery().ended(self.pid)
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def communicate(self, timeout: float) -> tuple[str, str]:
        """Wait for the end; return what it has printed."""
        until = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > until:
                self.send_signal(signal.SIGKILL)
                msg = f"still running after {timeout} s: {self._text.read_text()}"
                raise AssertionError(msg)
            time.sleep(0.01)
        text = self._text.read_text("utf-8", "replace")
        self._text.unlink(missing_ok=True)
        return "", text


class _Nursery:
    """Talks to the process that forks."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kill.forks"],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._ends: dict[int, int] = {}
        atexit.register(self.close)

    def start(self, arguments: list[str], text: str, room: int | None) -> int:
        assert self._process.stdin
        self._process.stdin.write(json.dumps([arguments, text, room]) + "\n")
        return int(self._answer("started")[0])

    def ended(self, pid: int) -> int | None:
        if pid not in self._ends:
            assert self._process.stdin
            self._process.stdin.write("\n")
            self._answer("nothing more")
        return self._ends.get(pid)

    def _answer(self, wanted: str) -> list[int]:
        assert self._process.stdout
        while True:
            line = self._process.stdout.readline()
            assert line, "the process that forks has died"
            what, *numbers = json.loads(line)
            if what == "ended":
                self._ends[numbers[0]] = numbers[1]
            elif what == wanted:
                return list(numbers)

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@cache
def _nursery() -> _Nursery:
    return _Nursery()


def _say(*words: Any) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def _fork(arguments: list[str], text: str, room: int | None) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        os.setsid()
        null, file = os.open(os.devnull, os.O_RDONLY), os.open(text, os.O_WRONLY | os.O_APPEND)
        for source, target in ((null, 0), (file, 1), (file, 2)):
            os.dup2(source, target)
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        from tests.kill.killed_crawl import main

        code = main(arguments)
    except BaseException:  # noqa: BLE001 - a fork must not come back into the parent's code
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _serve() -> None:
    import psycopg  # noqa: F401 - what a crawl imports; the reactor is for the fork
    import scrapy.crawler  # noqa: F401 - as above

    from tests.kill import killed_crawl

    killed_crawl.import_components()
    killed_crawl.import_scrapys_own()
    assert "twisted.internet.reactor" not in sys.modules
    running: set[int] = set()
    while select.select([sys.stdin], [], [])[0]:
        order = sys.stdin.readline()
        if not order:
            break
        if order.strip():
            pid = _fork(*json.loads(order))
            running.add(pid)
            _say("started", pid)
            continue
        for pid in tuple(running):
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                running.discard(pid)
                _say("ended", pid, os.waitstatus_to_exitcode(status))
        _say("nothing more")
    for pid in running:
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    _serve()
