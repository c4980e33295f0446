"""The database is stopped under the fleet: workers wait, no site is blamed, all are crawled afterwards."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from newscrawler.fleet.database_thread import DatabaseThread
from tests.fleet.trial import LONG, is_running, kill, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fleet.trial import Trial
    from tests.postgres import Server

pytestmark = [pytest.mark.slow, pytest.mark.fleet]

ROOM = DatabaseThread


@pytest.fixture
def server(postgres_server: Server) -> Iterator[Server]:
    if os.environ.get("FLEET_TEST_DSN"):
        pytest.skip(
            "FLEET_TEST_DSN names a server that is not ours to stop: unset it, and the tests start their own"
        )
    yield postgres_server
    if not postgres_server.is_running():
        postgres_server.start()


@pytest.mark.parametrize("seconds", [0, 4], ids=["restarted", "away for a while"])
def test_the_server_is_stopped_under_crawls(server: Server, trial: Trial, seconds: float) -> None:
    trial.add("a", "b", every=0.5, seconds=1)
    # A busy machine may need a while from a crawl's end to what its worker says of it: that loses nothing.
    workers = [trial.work("one", lost_after=LONG), trial.work("two", lost_after=LONG)]
    trial.wait_for("start", count=2)
    count = len(trial.events("start"))
    server.stop()
    time.sleep(seconds)
    server.start()
    begun = time.monotonic()
    for name in "ab":
        until(lambda name=name: [e for e in trial.events("start", name) if e["at"] > begun])
    trial.wait_for("end", count=count + 2)
    assert all(worker.poll() is None for worker in workers)
    sites = trial.ask("SELECT failures, lost FROM fleet_site")
    assert {tuple(row) for row in sites} == {(0, 0)}
    assert trial.overlaps() == []


def test_a_worker_that_is_stopped_while_the_server_is_away_ends(server: Server, trial: Trial) -> None:
    trial.add("a", seconds=30)
    worker = trial.work(stop_grace=1)
    (event,) = trial.wait_for("start")
    server.stop()
    until(lambda: not is_running(event["pid"]))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == 0
    server.start()
    trial.add("a", seconds=0.1)
    trial.work("two")
    assert trial.wait_until_ended("a").failures == 0


def test_the_server_is_restarted_between_a_crawls_start_and_its_lock(server: Server, trial: Trial) -> None:
    trial.add("a", hangs_before=60)
    trial.work(grace=1)
    (event,) = trial.wait_for("hangs")
    trial.add("a", seconds=0.1)
    server.stop()
    server.start()
    kill(event["pid"])
    site = trial.wait_until_ended("a")
    assert (site.failures, site.lost) == (0, 0)


def test_the_server_is_restarted_between_a_crawls_end_and_what_is_entered_of_it(
    server: Server, trial: Trial
) -> None:
    trial.add("a", every=1000, seconds=0.5)
    worker = trial.work(lost_after=60)
    (event,) = trial.wait_for("start")
    trial.freeze(worker)
    until(lambda: not is_running(event["pid"]))
    server.stop()
    server.start()
    trial.thaw(worker)
    site = trial.wait_until_ended("a")
    assert (site.last_code, site.failures, site.lost) == (0, 0, 0)
    assert len(trial.events("start")) == 1


def test_without_a_server_a_worker_leaves_with_a_line(server: Server, trial: Trial) -> None:
    server.stop()
    worker = trial.work()
    assert worker.wait() == 1
    assert "is out of reach" in worker.communicate(1)[1]
    server.start()


def test_connections_of_a_worker_are_cut_and_its_crawls_go_on(trial: Trial) -> None:
    trial.add("a", seconds=1.5)
    trial.add("b", every=0.3)
    trial.work()
    (event,) = trial.wait_for("start", "a")
    trial.ask("""
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid NOT IN (
            SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1)
    """)
    count = len(trial.events("start", "b"))
    trial.wait_until_ended("a")
    trial.wait_for("start", "b", count + 2)
    assert len(trial.events("start", "a")) == 1
    assert event["pid"]
