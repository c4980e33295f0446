"""A fleet on a real PostgreSQL: how it scales, what its queue costs, what is left after many kills.

``python -m benchmarks.fleet scale [--sites 40] [--articles 12] [--workers 1 2 4]``
    crawls newsrooms on 127.0.1.x, each with a real ``scrapy crawl`` that workers start. Printed: wall time,
    lines, doubles, crawls of one site at once, and the shortest time between two requests to a site, by the
    newsrooms' own logs.

``python -m benchmarks.fleet due [--sites 1000]``
    makes sites due at once for four workers whose crawls do nothing: the time until each had its run, and how
    often any had two.

``python -m benchmarks.fleet kills [--kills 200]``
    kills workers, crawls and the database at random while newsrooms publish; then every article must be in
    the lines once, and every site on time.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from benchmarks.paper import Paper
from newscrawler.fleet import overview
from newscrawler.fleet.fleet_database import FleetDatabase
from tests.fleet.trial import Trial
from tests.forks import SCRAPY, Fork, scrapy
from tests.postgres import Server, database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.newsroom.http import Request, Response

DELAY = 0.5
"""Seconds between two requests to a site, as the crawls are told."""


_UNFINISHED = """
SELECT 1 FROM fleet_site WHERE NOT EXISTS (
    SELECT 1 FROM fleet_run WHERE fleet_run.site = fleet_site.site AND ending IN ('good', 'failed'))
"""
_UNSETTLED = """
SELECT 1 FROM fleet_site WHERE NOT EXISTS (
    SELECT 1 FROM fleet_run WHERE fleet_run.site = fleet_site.site AND started > :mark AND ending = 'good')
"""


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


def overlapping_runs(trial: Trial) -> int:
    """Return how many runs of a site began before another one of it had ended, by the server's clock."""
    rows = trial.ask(
        "SELECT site, started, ended FROM fleet_run WHERE ending IN ('good', 'failed') ORDER BY started"
    )
    last: dict[str, Any] = {}
    found = 0
    for row in rows:
        found += row.site in last and row.started < last[row.site]
        last[row.site] = row.ended
    return found


def scale(server: Server, options: argparse.Namespace) -> int:
    print(
        "| workers | wall time (s) | lines of published | doubles | crawls of a site at once | shortest gap |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    bad = False
    for workers in options.workers:
        with trial_on(server) as trial, fleet_on(trial, options, every="1h") as fleet:
            begun = time.monotonic()
            for _ in range(workers):
                fleet.work(options.slots)
            while trial.ask(_UNFINISHED):
                time.sleep(0.2)
            wall = time.monotonic() - begun
            fleet.stop()
            lines = fleet.lines()
            doubles = len(lines) - len({(line["id"], line["revision"]) for line in lines})
            gap, twice = fleet.shortest_gap(), overlapping_runs(trial)
            bad = bad or len(lines) != fleet.published() or bool(doubles or twice) or gap < DELAY * 0.4
            got = f"{len(lines)} of {fleet.published()}"
            if len(lines) != fleet.published():
                _tell_what_went_wrong(fleet)
            print(f"| {workers} | {wall:.0f} | {got} | {doubles} | {twice} | {gap:.2f} s |", flush=True)
    return bad


def _tell_what_went_wrong(fleet: Fleet) -> None:
    """Print the runs that were not good, with what was logged of their sites."""
    for run in fleet.trial.ask("SELECT site, machine, ending, line FROM fleet_run WHERE ending <> 'good'"):
        print(f"{run.site} on {run.machine}: {run.ending}: {run.line}")
    short = Counter(line["site"] for line in fleet.lines())
    for room in fleet.rooms:
        if short[room.host] != room.articles - room.first:
            print(f"{room.host}: {short[room.host]} lines")
            for log in (fleet.trial.folder / "output").rglob(f"{room.host}.log"):
                print(log.read_text())


def due(server: Server, options: argparse.Namespace) -> int:
    with trial_on(server) as trial:
        trial.add(*(f"s{number}" for number in range(options.sites)), every=36000)
        begun = time.monotonic()
        workers = [trial.work(f"m{n}", program="/bin/true", slots=10, poll=1) for n in range(4)]
        while trial.ask("SELECT count(*) FROM fleet_site WHERE ended IS NOT NULL") != [(options.sites,)]:
            time.sleep(0.1)
        wall = time.monotonic() - begun
        counts = Counter(row.site for row in trial.ask("SELECT site FROM fleet_run"))
        share = Counter(row.machine for row in trial.ask("SELECT machine FROM fleet_run"))
        used = sum(sum(psutil.Process(worker.pid).cpu_times()[:2]) for worker in workers)
        twice = sum(count > 1 for count in counts.values())
        print(
            f"{options.sites} sites due at once, 4 workers of 10 slots: {wall:.1f} s; {twice} with two runs"
        )
        print(f"runs by machine: {dict(share)}")
        print(f"processor of the workers: {used:.1f} s, {1000 * used / options.sites:.1f} ms a run")
        return any(count > 1 for count in counts.values())


def kills(server: Server, options: argparse.Namespace) -> int:
    dice = random.Random(options.seed)
    done: Counter[str] = Counter()
    with trial_on(server) as trial, fleet_on(trial, options, every="1m", growth=0.05) as fleet:
        trial.ask("UPDATE fleet_site SET every = 10")
        for _ in range(2):
            fleet.work(options.slots)
        while sum(done.values()) < options.kills:
            _wait_for_progress(fleet)
            time.sleep(dice.uniform(0, 3))
            done[_kill(dice, server, fleet)] += 1
            time.sleep(0.5)
            fleet.revive(options.slots)
            if sum(done.values()) % 20 == 0:
                print(f"{dict(done)}, {len(fleet.lines())} lines", flush=True)
        for room in fleet.rooms:
            room.publish()
            room._growth = 0
        settled = time.monotonic()
        trial.ask("UPDATE fleet_site SET next_at = now() WHERE run IS NULL")
        mark = trial.ask("SELECT now() AS now")[0].now
        while trial.ask(_UNSETTLED, mark=mark):
            time.sleep(0.5)
            fleet.revive(options.slots)
        settled = time.monotonic() - settled
        fleet_database = FleetDatabase(trial.url)
        with fleet_database.transaction() as connection:
            troubles = overview.troubles(
                overview.Fleet(overview.machines(connection), overview.sites(connection))
            )
        fleet_database.close()
        fleet.stop()
        lines = fleet.lines()
        doubles = len(lines) - len({(line["id"], line["revision"]) for line in lines})
        missing = fleet.published() - len({line["id"] for line in lines})
        endings = Counter(row.ending for row in trial.ask("SELECT ending FROM fleet_run"))
        twice, gap = overlapping_runs(trial), fleet.shortest_gap()
        print(f"{sum(done.values())} kills: {dict(done)}; runs: {dict(endings)}")
        print(f"articles: {fleet.published()} published, {missing} missing, {doubles} twice")
        print(f"crawls of a site at once: {twice}; shortest gap between requests to a site: {gap:.2f} s")
        print(f"all sites crawled again {settled:.0f} s after the last kill; trouble: {troubles or 'none'}")
        return bool(missing or doubles or troubles or twice)


def _wait_for_progress(fleet: Fleet) -> None:
    """Wait until lines have come since the last kill; on a slow machine crawls would never get that far."""
    before, until = len(fleet.lines()), time.monotonic() + 20
    while len(fleet.lines()) == before and time.monotonic() < until:
        time.sleep(0.2)


def _kill(dice: random.Random, server: Server, fleet: Fleet) -> str:
    what = dice.choices(("crawl", "worker", "worker and crawls", "database"), (6, 2, 2, 1))[0]
    worker = dice.choice(fleet.workers)
    children = _crawls(worker)
    if what == "database":
        server.stop()
        time.sleep(dice.choice((0, 1, 3)))
        server.start()
    elif what == "crawl":
        for pid in dice.sample(children, min(1, len(children))):
            os.kill(pid, signal.SIGKILL)
    else:
        for pid in (worker.pid, *(children if what == "worker and crawls" else ())):
            os.kill(pid, signal.SIGKILL)
    return what


def _crawls(worker: Fork) -> list[int]:
    try:
        return [child.pid for child in psutil.Process(worker.pid).children()]
    except psutil.NoSuchProcess:
        return []


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    trials = {"scale": scale, "due": due, "kills": kills}
    parser.add_argument("trial", choices=trials)
    parser.add_argument("--sites", type=int)
    parser.add_argument("--articles", type=int, default=12)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--slots", type=int, default=4)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.sites = options.sites or {"scale": 40, "due": 1000, "kills": 12}[options.trial]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was started is ended then, too
    server = Server(durable=True)
    try:
        return int(trials[options.trial](server, options))
    finally:
        server.remove()


if __name__ == "__main__":
    sys.exit(main())
