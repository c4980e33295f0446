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

``python -m benchmarks.fleet outage [--seconds 60]``
    stops the database under crawls, first as an operator does, then as a crash, and brings it back: how long
    until each site is crawled again, whether a worker ended or a site was blamed, and whether every article
    is in the lines once.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import psutil

from benchmarks.fleet_on_trial import DELAY, Fleet, fleet_on, trial_on
from newscrawler.fleet import overview
from newscrawler.fleet.fleet_database import FleetDatabase
from tests.postgres import Server

if TYPE_CHECKING:
    from tests.fleet.trial import Trial
    from tests.forks import Fork

_UNFINISHED = """
SELECT 1 FROM fleet_site WHERE NOT EXISTS (
    SELECT 1 FROM fleet_run WHERE fleet_run.site = fleet_site.site AND ending IN ('good', 'failed'))
"""
_UNSETTLED = """
SELECT 1 FROM fleet_site WHERE NOT EXISTS (
    SELECT 1 FROM fleet_run WHERE fleet_run.site = fleet_site.site AND started > :mark AND ending = 'good')
"""

_UNSTARTED = """
SELECT 1 FROM fleet_site WHERE NOT EXISTS (
    SELECT 1 FROM fleet_run WHERE fleet_run.site = fleet_site.site AND started > :mark)
"""


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


def outage(server: Server, options: argparse.Namespace) -> int:
    bad = False
    for mode in ("fast", "immediate"):
        with trial_on(server) as trial, fleet_on(trial, options, every="1m", growth=0.2) as fleet:
            trial.ask("UPDATE fleet_site SET every = 10")
            for _ in range(2):
                fleet.work(options.slots)
            _wait_for_progress(fleet)
            server.stop(mode)
            time.sleep(options.seconds)
            server.start()
            back = time.monotonic()
            mark = trial.ask("SELECT now() AS now")[0].now
            while trial.ask(_UNSTARTED, mark=mark):
                time.sleep(0.2)
            waited = time.monotonic() - back
            for room in fleet.rooms:
                room.publish()
                room._growth = 0
            mark = trial.ask("SELECT now() AS now")[0].now
            trial.ask("UPDATE fleet_site SET next_at = now() WHERE run IS NULL")
            while trial.ask(_UNSETTLED, mark=mark):
                time.sleep(0.5)
            ended = sum(worker.poll() is not None for worker in fleet.workers)
            blamed = trial.ask("SELECT site FROM fleet_site WHERE failures > 0 OR lost > 0")
            fleet.stop()
            lines = fleet.lines()
            doubles = len(lines) - len({(line["id"], line["revision"]) for line in lines})
            missing = fleet.published() - len({line["id"] for line in lines})
            twice = overlapping_runs(trial)
            print(
                f"{mode} stop, away {options.seconds} s: every site crawled again {waited:.1f} s after it "
                f"was back; workers ended: {ended}; sites blamed: {len(blamed)}; articles: "
                f"{fleet.published()}, {missing} missing, {doubles} twice; crawls of a site at once: {twice}",
                flush=True,
            )
            bad = bad or bool(ended or blamed or doubles or missing or twice)
    return bad


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
    trials = {"scale": scale, "due": due, "kills": kills, "outage": outage}
    parser.add_argument("trial", choices=trials)
    parser.add_argument("--sites", type=int)
    parser.add_argument("--articles", type=int, default=12)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--slots", type=int, default=4)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60, help="how long the database is away")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.sites = options.sites or {"scale": 40, "due": 1000, "kills": 12, "outage": 12}[options.trial]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was started is ended then, too
    server = Server(durable=True)
    try:
        return int(trials[options.trial](server, options))
    finally:
        server.remove()


if __name__ == "__main__":
    sys.exit(main())
