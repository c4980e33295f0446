"""A fleet on trial: a database, workers as processes, stand-in crawls, and what they left in their log."""

from __future__ import annotations

import json
import os
import signal
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from newscrawler.fleet import planned_sites
from newscrawler.fleet.fleet_database import FleetDatabase
from newscrawler.fleet.planned_sites import PlannedSite
from newscrawler.fleet.setting_up import set_up
from newscrawler.ledger.site_lock import lock_number
from tests.defaults import DEFAULTS
from tests.forks import Fork

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

from scrapy.settings import Settings

LONG = 100.0
"""Seconds after which what is waited for is taken never to come, on a loaded machine too."""


@dataclass
class Trial:
    """A fleet on an empty database."""

    url: str
    folder: Path
    workers: list[Fork] = field(default_factory=list)

    def __post_init__(self) -> None:
        set_up(Settings({**DEFAULTS, "LEDGER_URL": self.url, "OUTPUT_DIR": str(self.folder)}))
        self.engine = create_engine(self.url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self.log = self.folder / "crawls.jsonl"

    def close(self) -> None:
        """Kill the workers and what they have started."""
        for worker in self.workers:
            self.thaw(worker)
            worker.send_signal(signal.SIGKILL)
            worker.wait(10)
        for event in self.events("start"):
            kill(event["pid"])
        self.engine.dispose()

    def work(self, machine: str = "one", *, program: str = "", **waits: float) -> Fork:
        """Start a worker."""
        arguments = [self.url, machine, str(self.folder / machine), program]
        arguments += [f"{name}={value}" for name, value in waits.items()]
        dsn = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        variables = {"STAND_IN_DSN": dsn, "STAND_IN_LOG": str(self.log)}
        worker = Fork("tests.fleet.stand_in_worker:main", arguments, variables=variables)
        self.workers.append(worker)
        return worker

    def add(self, *names: str, every: float = 3600, spread: float = 0, **arguments: Any) -> None:
        """Put sites into the schedule; the arguments are those of the stand-in crawl."""
        database = FleetDatabase(self.url)
        with database.transaction() as connection:
            planned_sites.add(
                connection,
                [
                    PlannedSite(
                        name,
                        name,
                        {
                            "lock": str(lock_number(name)),
                            **{key: str(value) for key, value in arguments.items()},
                        },
                        timedelta(seconds=every),
                        timedelta(seconds=spread),
                    )
                    for name in names
                ],
            )
        database.close()

    def change(self, verb: Callable[..., list[str]], *names: str) -> list[str]:
        """Do as an operator does: ``planned_sites.pause`` and so on."""
        database = FleetDatabase(self.url)
        try:
            with database.transaction() as connection:
                return verb(connection, list(names))
        finally:
            database.close()

    def ask(self, question: str, **values: Any) -> list[Any]:
        """Return the rows of a question."""
        with self.engine.connect() as connection:
            result = connection.execute(text(question), values)
            return list(result) if result.returns_rows else []

    def site(self, name: str) -> Any:
        """Return the row of a site, with ``wait``: seconds until it is due."""
        rows = self.ask(
            "SELECT *, extract(epoch FROM next_at - now())::float AS wait FROM fleet_site WHERE site = :site",
            site=name,
        )
        return rows[0]

    def events(self, what: str | None = None, site: str | None = None) -> list[dict[str, Any]]:
        """Return what the stand-in crawls have noted."""
        if not self.log.exists():
            return []
        found = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [event for event in found if what in {None, event["what"]} and site in {None, event["site"]}]

    def wait_for(self, what: str, site: str | None = None, count: int = 1) -> list[dict[str, Any]]:
        """Wait until crawls have noted something so often."""
        return until(lambda: len(found := self.events(what, site)) >= count and found)

    def wait_until_seen(self, name: str) -> None:
        """Wait until a worker has noted that the site's crawl holds its lock: its loss is then known soon."""
        until(lambda: self.site(name).locked_at)

    def wait_until_ended(self, name: str, ending: str = "good") -> Any:
        """Wait until the last run of a site has ended so; return the site's row."""
        question = "SELECT ending FROM fleet_run WHERE site = :site ORDER BY run DESC LIMIT 1"
        until(lambda: [row.ending for row in self.ask(question, site=name)] == [ending])
        return self.site(name)

    def overlaps(self) -> list[str]:
        """Return the sites that two crawls had at once."""
        open_ones: dict[str, set[int]] = defaultdict(set)
        found = []
        for event in self.events():
            if event["what"] == "start":
                if any(is_running(pid) and pid != event["pid"] for pid in open_ones[event["site"]]):
                    found.append(event["site"])
                open_ones[event["site"]].add(event["pid"])
            elif event["what"] == "end":
                open_ones[event["site"]].discard(event["pid"])
        return found

    @staticmethod
    def freeze(worker: Fork) -> None:
        """Let a worker stand still; its crawls go on."""
        os.kill(worker.pid, signal.SIGSTOP)

    @staticmethod
    def thaw(worker: Fork) -> None:
        """Let it go on."""
        if worker.poll() is None:
            os.kill(worker.pid, signal.SIGCONT)


def until(holds: Callable[[], Any], seconds: float = LONG) -> Any:
    """Wait until something holds, and return it."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)
    return found


def is_running(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and was not waited for does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:  # noqa: PTH123 - quick
            return file.read().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except FileNotFoundError:
        return False


def kill(pid: int) -> None:
    """Kill a stand-in crawl, if it is still running."""
    try:
        with open(f"/proc/{pid}/cmdline", encoding="utf-8") as file:  # noqa: PTH123 - quick
            if "stand_in_crawl" in file.read():
                os.kill(pid, signal.SIGKILL)
    except (FileNotFoundError, ProcessLookupError):
        return
