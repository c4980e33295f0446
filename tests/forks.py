"""Commands as forks of one process that has everything imported: a crawl starts in 0.1 s instead of 1.

``python -m tests.forks`` is that process: it reads an order a line (JSON), answers with the fork's id, and
tells each fork's exit code. ``Fork`` looks like the ``subprocess.Popen`` of the command. What a command gets
from its own interpreter (options of Python, variables that it reads at its start) needs a real one.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import resource
import select
import signal
import string
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
SCRAPY = "scrapy.cmdline:execute"
BOUND = 280.0
"""Seconds after which what is waited for is taken to hang, on a loaded machine too; pytest's own are 300."""


class Fork:
    """A command in a process of its own.

    :param entry: ``module:function``, which takes its arguments from ``sys.argv``.
    :param variables: of the environment, beside those of this process.
    :param given: what the command reads from its standard input.
    :param room: how large a file it may write, in bytes; None: any.
    """

    def __init__(
        self,
        entry: str,
        arguments: list[str],
        *,
        variables: Mapping[str, str] | None = None,
        given: str = "",
        room: int | None = None,
    ) -> None:
        self.args = [entry, *arguments]
        self._folder = tempfile.TemporaryDirectory(prefix="fork-")
        self._texts = [Path(self._folder.name) / name for name in ("stdin", "stdout", "stderr")]
        for path, text in zip(self._texts, (given, "", ""), strict=True):
            path.write_text(text, "utf-8")
        self.pid = _nursery().start(
            {
                "entry": entry,
                "arguments": arguments,
                "files": [str(path) for path in self._texts],
                "variables": {**os.environ, **(variables or {})},
                "room": room,
            }
        )
        self._end = os.pidfd_open(self.pid)
        self.returncode: int | None = None
        self._said: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.communicate()

    def poll(self) -> int | None:
        """Return the exit code, None while the command runs."""
        return self._wait(0)

    def wait(self, timeout: float = BOUND) -> int:
        """Wait for the end; what is still running then is killed, and the test fails."""
        code = self._wait(timeout)
        if code is None:
            self.send_signal(signal.SIGKILL)
            self._wait(10)
            msg = f"still running after {timeout} s: {self._said[1]}"
            raise AssertionError(msg)
        return code

    def _wait(self, seconds: float) -> int | None:
        if self.returncode is None and select.select([self._end], [], [], seconds)[0]:
            self.returncode = _nursery().exit_code(self.pid)
            os.close(self._end)
            self._said = tuple(path.read_text("utf-8", "replace") for path in self._texts[1:])
            self._folder.cleanup()
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal, if the command still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def communicate(self, timeout: float = BOUND) -> tuple[str, str]:
        """Wait for the end; return what the command has written to stdout and stderr."""
        self.wait(timeout)
        stdout, stderr = self._said
        return stdout, stderr


def scrapy(
    *arguments: str, timeout: float = BOUND, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``scrapy`` in the project's folder, and return what came of it."""
    fork = Fork(SCRAPY, list(arguments), variables=variables)
    stdout, stderr = fork.communicate(timeout)
    return subprocess.CompletedProcess(fork.args, fork.wait(0), stdout, stderr)


class _Nursery:
    """Talks to the process that forks."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forks"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._lock = threading.Lock()
        atexit.register(self.close)

    def start(self, order: dict[str, Any]) -> int:
        """Fork a command; return its process id."""
        return self._ask(order)

    def exit_code(self, pid: int) -> int:
        """Return the exit code of a command that has ended."""
        return self._ask({"ended": pid})

    def _ask(self, order: dict[str, Any]) -> int:
        assert self._process.stdin
        assert self._process.stdout
        with self._lock:
            self._process.stdin.write(json.dumps(order) + "\n")
            answer = self._process.stdout.readline()
        assert answer, "the process that forks has died"
        return int(answer)

    def close(self) -> None:
        """End it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


_MAKING = threading.Lock()


def _nursery() -> _Nursery:
    """Return the one process that forks; threads that ask for the first time at once get the same one."""
    with _MAKING:
        return _made()


@cache
def _made() -> _Nursery:
    return _Nursery()


def _run(order: dict[str, Any]) -> int:
    """Become the command, in the fork; return its exit code."""
    os.setsid()
    for name, target in zip(order["files"], (0, 1, 2), strict=True):
        os.dup2(os.open(name, os.O_RDWR | os.O_APPEND), target)
    if order["room"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["room"], resource.RLIM_INFINITY))
    os.environ.clear()
    os.environ.update(order["variables"])
    time.tzset()
    sys.path[1:1] = filter(None, os.environ.get("PYTHONPATH", "").split(":"))
    module, _, function = order["entry"].partition(":")
    sys.argv = [module, *order["arguments"]]
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - it lives as long as the process
    try:
        code = getattr(importlib.import_module(module), function)()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - as the interpreter does
        traceback.print_exc()
        return 1
    if isinstance(code, str):
        print(code, file=sys.stderr)
        return 1
    return code or 0


def _fork(order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        code = _run(order)
        atexit._run_exitfuncs()
    finally:  # a fork must not come back into the parent's code
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _import_all() -> None:
    """Import what commands and crawls import; only the reactor is for the fork."""
    import psycopg  # noqa: F401 - as SQLAlchemy does
    import scrapy.commands
    import scrapy.crawler
    from scrapy.exceptions import ScrapyDeprecationWarning
    from scrapy.settings import default_settings
    from scrapy.utils.misc import load_object

    import newscrawler

    with warnings.catch_warnings():
        warnings.simplefilter("error", ScrapyDeprecationWarning)
        for value in vars(default_settings).values():
            for path in (*value, *value.values()) if isinstance(value, dict) else (value,):
                if isinstance(path, str) and path.startswith("scrapy."):
                    load_object(path)
        for package in (newscrawler, scrapy.commands):
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                if not module.name.startswith("newscrawler.rendering."):
                    importlib.import_module(module.name)
    assert "twisted.internet.reactor" not in sys.modules


def _read_pages() -> None:
    """Check sites, read pages: what is compiled at its first use is compiled once for all forks."""
    from newscrawler.extract import extract
    from newscrawler.extraction.notices import notice_of
    from newscrawler.spiders.any_site import AnySiteSpider
    from newscrawler.spiders.tass.spider import TassSpider

    for spider in (AnySiteSpider, TassSpider):
        spider.check_declaration()
    for letter in string.ascii_lowercase:  # patterns are compiled for the first letter of a heading
        notice_of(f"{letter} headline")
    for path in sorted((ROOT / "tests" / "pages").glob("*/*-article.html"))[::8]:
        extract(path.read_bytes(), f"https://paper.example/{path.stem}")


def _begin_a_crawl() -> None:
    """Find the commands, check a crawl, open a ledger: what each keeps of its first time is kept for all."""
    from scrapy.cmdline import _get_commands_dict
    from scrapy.utils.project import get_project_settings

    from newscrawler.commands.checked_crawl import check_crawl
    from newscrawler.ledger.opening import open_ledger

    settings = get_project_settings()
    _get_commands_dict(settings, inproject=True)
    check_crawl("tass", settings, {})
    with tempfile.TemporaryDirectory() as folder:
        settings.set("OUTPUT_DIR", folder)
        settings.set("LEDGER_URL", "")
        open_ledger(settings, "tass").close()


def _serve() -> None:
    _import_all()
    _read_pages()
    _begin_a_crawl()
    gc.collect()
    gc.freeze()
    running: set[int] = set()
    for line in sys.stdin:
        order = json.loads(line)
        if "ended" in order:
            running.discard(order["ended"])
            answer = os.waitstatus_to_exitcode(os.waitpid(order["ended"], 0)[1])
        else:
            answer = _fork(order)
            running.add(answer)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    for pid in running:
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    _serve()
