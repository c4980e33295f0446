"""Workers take due sites, crawl each once, and say how it ended."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from newscrawler.fleet import planned_sites
from newscrawler.fleet.worker import Worker
from newscrawler.ledger.site_lock import lock_number
from newscrawler.run.endings import EXIT_WRONG_ARGUMENTS
from tests.fleet.trial import LONG, is_running, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fleet.trial import Trial

pytestmark = [pytest.mark.slow, pytest.mark.fleet]

assert Worker


def test_each_due_site_is_crawled_once_and_due_again_an_interval_later(trial: Trial) -> None:
    trial.add("a", "b", "c", every=100)
    trial.work()
    for name in "abc":
        site = trial.wait_until_ended(name)
        assert (site.last_code, site.failures, site.home, site.run) == (0, 0, "one", None)
        assert 80 < site.wait <= 100
    assert len(trial.events("start")) == 3


def test_no_more_crawls_at_a_time_than_slots(trial: Trial) -> None:
    names = [f"s{number}" for number in range(6)]
    trial.add(*names, seconds=0.3)
    trial.work(slots=2)
    trial.wait_for("end", count=6)
    running = most = 0
    for event in trial.events():
        running += {"start": 1, "end": -1}[event["what"]]
        most = max(most, running)
    assert most == 2


def test_two_workers_crawl_each_site_once(trial: Trial) -> None:
    names = [f"s{number}" for number in range(12)]
    trial.add(*names, seconds=0.2)
    trial.work("one", slots=3)
    trial.work("two", slots=3)
    trial.wait_for("end", count=12)
    time.sleep(0.5)
    assert len(trial.events("start")) == 12
    assert {row.machine for row in trial.ask("SELECT machine FROM fleet_run")} == {"one", "two"}


def test_a_failing_site_is_tried_ever_more_seldom(trial: Trial) -> None:
    trial.add("bad", every=100, code=1)
    trial.work()
    site = trial.wait_until_ended("bad", "failed")
    assert (site.failures, site.last_line) == (1, "bad: something is wrong")
    assert 180 < site.wait <= 200
    trial.change(planned_sites.start_now, "bad")
    until(lambda: trial.site("bad").failures == 2)
    assert 380 < trial.site("bad").wait <= 400
    trial.add("bad", every=100, code=0)
    trial.change(planned_sites.start_now, "bad")
    assert trial.wait_until_ended("bad").failures == 0


def test_wrong_arguments_pause_the_site(trial: Trial) -> None:
    trial.add("wrong", every=0.1, code=2)
    trial.work()
    site = trial.wait_until_ended("wrong", "wrong")
    assert "something is wrong" in site.paused
    time.sleep(0.5)
    assert len(trial.events("start")) == 1


def test_a_site_that_another_crawl_holds_is_left_alone_and_keeps_its_schedule(trial: Trial) -> None:
    with trial.engine.connect() as by_hand:
        by_hand.exec_driver_sql(f"SELECT pg_advisory_lock({lock_number('a')})")
        trial.add("a", "b")
        trial.work()
        trial.wait_until_ended("b")
        assert not trial.events(site="a")
        assert trial.site("a").wait < 0
    assert trial.wait_until_ended("a").failures == 0


def test_a_crawl_that_finds_its_site_busy_is_tried_again_after_the_grace(trial: Trial) -> None:
    trial.add("a", every=1000, code=75)
    trial.work(grace=20)
    site = trial.wait_until_ended("a", "busy")
    assert site.failures == site.lost == 0
    assert 15 < site.wait <= 20


def test_sigterm_ends_the_crawls_and_their_sites_are_due_at_once(trial: Trial) -> None:
    trial.add("a", "b", seconds=60)
    worker = trial.work()
    pids = [event["pid"] for event in trial.wait_for("start", count=2)]
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == 0
    assert not any(map(is_running, pids))
    for name in "ab":
        site = trial.wait_until_ended(name, "stopped")
        assert (site.wait <= 0, site.failures, site.lost, site.run) == (True, 0, 0, None)


def test_a_crawl_that_does_not_heed_sigterm_is_killed(trial: Trial) -> None:
    trial.add("deaf", seconds=60, deaf=1)
    worker = trial.work(stop_grace=0.5)
    (event,) = trial.wait_for("start")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == 0
    assert not is_running(event["pid"])
    assert trial.wait_until_ended("deaf", "stopped").lost == 0


def test_the_browser_of_a_crawl_that_is_killed_ends_with_it(trial: Trial) -> None:
    trial.add("deaf", seconds=60, deaf=1, browser=1)
    worker = trial.work(stop_grace=0.5)
    (event,) = trial.wait_for("browser")
    assert is_running(event["browser"])
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == 0
    until(lambda: not is_running(event["browser"]))


def test_a_program_that_cannot_be_started_is_no_fault_of_the_sites(trial: Trial, tmp_path: Path) -> None:
    trial.add("a", "b", "c")
    worker = trial.work(program=str(tmp_path / "gone"), grace=0.1)
    assert worker.wait() == 1
    assert {row.failures for row in trial.ask("SELECT failures FROM fleet_site")} == {0}


def test_sites_are_added_changed_paused_and_removed_while_a_worker_runs(trial: Trial) -> None:
    trial.work()
    trial.add("a", every=1000)
    trial.wait_until_ended("a")
    trial.add("a", every=0.5)
    trial.wait_for("end", "a", 3)
    assert trial.change(planned_sites.pause, "a") == ["a"]
    until(lambda: trial.site("a").run is None)
    count = len(trial.events("start"))
    time.sleep(1)
    assert len(trial.events("start")) == count
    assert trial.change(planned_sites.resume, "a") == ["a"]
    trial.wait_for("start", "a", count + 1)
    trial.add("long", seconds=1)
    trial.wait_for("start", "long")
    assert trial.change(planned_sites.remove, "long", "a") == ["a", "long"]
    trial.wait_for("end", "long")
    time.sleep(0.3)
    assert not trial.ask("SELECT 1 FROM fleet_site")


def test_a_site_stays_on_its_machine(trial: Trial) -> None:
    trial.work("one", home_patience=30)
    trial.add("a", every=0.3)
    trial.wait_until_ended("a")
    trial.work("two", home_patience=30)
    until(lambda: len(trial.ask("SELECT 1 FROM fleet_machine")) == 2)
    count = len(trial.events("start"))
    trial.wait_for("start", count=count + 4)
    assert {row.machine for row in trial.ask("SELECT machine FROM fleet_run")} == {"one"}


def test_a_worker_whose_name_another_machine_took_meanwhile_leaves(trial: Trial) -> None:
    trial.add("a", seconds=60)
    worker = trial.work()
    (crawl,) = trial.wait_for("start", "a")
    # as it is when the database was away, and a machine with another disk came back first
    trial.ask("UPDATE fleet_machine SET folder = 'another' WHERE machine = 'one'")
    assert worker.wait(LONG) == EXIT_WRONG_ARGUMENTS
    until(lambda: not is_running(crawl["pid"]))
