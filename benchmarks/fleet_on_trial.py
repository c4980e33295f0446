"""A fleet for trials: newsrooms that publish, a schedule, and workers that are started anew when they end."""

from __future__ import annotations

import json
import signal
import tempfile
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.paper import Paper
from tests.fleet.trial import Trial
from tests.forks import SCRAPY, Fork, scrapy
from tests.postgres import Server, database

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tests.newsroom.http import Request, Response

DELAY = 0.5
"""Seconds between two requests to a site, as the crawls are told."""


class Newsroom(Paper):
    """A paper with articles of its own, more of them as time goes by; it keeps the times of its requests."""

    def __init__(self, number: int, articles: int, growth: float = 0.0) -> None:
        super().__init__(0, f"127.0.1.{number + 1}")
        self.first = number * 10_000
        self._begun = time.monotonic()
        self._at_first, self._growth = articles, growth
        self.times: list[float] = []

    def publish(self, *, until: float | None = None) -> None:
        """Bring out what is new."""
        new = int(((until or time.monotonic()) - self._begun) * self._growth)
        self.articles = self.first + self._at_first + new

    def respond(self, request: Request) -> Response:
        self.times.append(time.monotonic())
        if self._growth:
            self.publish()
        self._made.pop("/sitemap.xml", None)
        return super().respond(request)


class Fleet:
    """Newsrooms, a schedule, and workers that are started anew when they end, as systemd does."""

    def __init__(self, trial: Trial, sites: int, articles: int, *, every: str, growth: float = 0.0) -> None:
        self.trial = trial
        self.rooms = [Newsroom(number, articles, growth) for number in range(sites)]
        self.workers: list[Fork] = []
        self._stack = ExitStack()
        for room in self.rooms:
            room.publish()
            self._stack.enter_context(room)
        self._options = [
            f"-s{name}={value}"
            for name, value in {
                "LEDGER_URL": trial.url, "OUTPUT_DIR": trial.folder / "output", "DOWNLOAD_DELAY": DELAY,
                "ALLOWED_PRIVATE_HOSTS": ",".join(room.host for room in self.rooms), "FLEET_POLL": 0.5,
                "FLEET_LOST_AFTER": 2, "FLEET_LOST_MAX": 1000, "FLEET_BACKOFF_MAX": 15,
                "FLEET_STOP_GRACE": 20,
            }.items()
        ]  # fmt: skip
        file = trial.folder / "sites.toml"
        file.write_text("\n".join(self._table(room, every) for room in self.rooms))
        added = scrapy("fleet", "add", "--file", str(file), *self._options)
        assert added.returncode == 0, added.stderr

    @staticmethod
    def _table(room: Newsroom, every: str) -> str:
        return (
            f'["{room.host}"]\nspider = "any_site"\nevery = "{every}"\n'
            f'arguments = {{ url = "{room.base_url}", source = "sitemap" }}\n'
        )

    def work(self, slots: int) -> None:
        """Start a worker on a machine of its own."""
        name = f"m{len(self.workers)}"
        self.workers.append(self._worker(name, slots))

    def _worker(self, name: str, slots: int) -> Fork:
        arguments = ["fleet", "work", "--slots", str(slots), f"-sFLEET_MACHINE={name}", *self._options]
        return Fork(SCRAPY, arguments)

    def revive(self, slots: int) -> None:
        """Start anew the workers that have ended."""
        for number, worker in enumerate(self.workers):
            if worker.poll() is not None:
                self.workers[number] = self._worker(f"m{number}", slots)

    def lines(self) -> list[dict[str, Any]]:
        """Return all lines."""
        return [
            json.loads(line)
            for path in (self.trial.folder / "output").glob("127*/*.jsonl")
            for line in path.read_bytes().splitlines()
            if line.strip()
        ]

    def published(self) -> int:
        """Return how many articles there are."""
        return sum(room.articles - room.first for room in self.rooms)

    def shortest_gap(self) -> float:
        """Return the shortest time between two requests to one site."""
        return min(
            (
                later - earlier
                for room in self.rooms
                for earlier, later in zip(room.times, room.times[1:], strict=False)
            ),
            default=0.0,
        )

    def kill(self) -> None:
        """Kill the workers, and their crawls with them."""
        for worker in self.workers:
            if worker.poll() is None:
                worker.send_signal(signal.SIGKILL)
        self._stack.close()

    def stop(self) -> None:
        """End the workers and close the newsrooms."""
        for worker in self.workers:
            worker.send_signal(signal.SIGTERM)
        for worker in self.workers:
            worker.wait(90)
        self._stack.close()


@contextmanager
def trial_on(server: Server) -> Iterator[Trial]:
    """Give a fleet an empty database and a folder."""
    with (
        database(server.url) as url,
        tempfile.TemporaryDirectory() as folder,
        closing(Trial(url, Path(folder))) as trial,
    ):
        yield trial


@contextmanager
def fleet_on(trial: Trial, options: argparse.Namespace, **growth: Any) -> Iterator[Fleet]:
    """Give a fleet that ends whatever happens."""
    fleet = Fleet(trial, options.sites, options.articles, **growth)
    try:
        yield fleet
    finally:
        fleet.kill()
