"""Workers and crawls that are killed, frozen or lost: nobody waits long, nobody crawls twice at once."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from newscrawler.fleet import crawl_process, planned_sites, watch
from newscrawler.fleet.claims import end_lost_runs
from tests.fleet.trial import is_running, kill, until

if TYPE_CHECKING:
    from tests.fleet.trial import Trial

pytestmark = [pytest.mark.slow, pytest.mark.fleet]

ROOM = (end_lost_runs, crawl_process, watch)


def test_worker_and_crawl_are_killed(trial: Trial) -> None:
    """The other worker takes the site over at once."""
    trial.add("a", seconds=3)
    worker = trial.work("one")
    (event,) = trial.wait_for("start")
    trial.wait_until_seen("a")
    trial.work("two")
    kill(event["pid"])
    worker.send_signal(signal.SIGKILL)
    begun = time.monotonic()
    trial.wait_for("start", count=2)
    assert time.monotonic() - begun < 30
    site = trial.wait_until_ended("a")
    assert (site.home, site.lost) == ("two", 0)
    assert trial.overlaps() == []


def test_the_worker_alone_is_killed_and_its_crawls_end_with_it(trial: Trial) -> None:
    trial.add("a", seconds=20)
    worker = trial.work("one")
    (event,) = trial.wait_for("start")
    worker.send_signal(signal.SIGKILL)
    until(lambda: not is_running(event["pid"]))
    trial.add("a", seconds=0.1)
    trial.work("two")
    trial.wait_until_ended("a")
    assert trial.overlaps() == []


def test_a_crawl_that_outlives_its_worker_keeps_its_site(trial: Trial) -> None:
    trial.add("a", seconds=4, deaf=1)
    worker = trial.work("one")
    (event,) = trial.wait_for("start")
    worker.send_signal(signal.SIGKILL)
    trial.work("two")
    trial.wait_for("end")
    assert len(trial.events("start")) == 1
    trial.wait_for("start", count=2)
    assert not is_running(event["pid"])
    assert trial.overlaps() == []


def test_a_crawl_is_killed_and_starts_again_at_once_then_ever_later(trial: Trial) -> None:
    trial.add("poison", every=1000, dies="self", seconds=0)
    trial.work(lost_max=4)
    until(lambda: trial.site("poison").lost == 2)
    assert 1900 < trial.site("poison").wait <= 2000
    trial.change(planned_sites.start_now, "poison")
    until(lambda: trial.site("poison").lost == 3)
    assert 3900 < trial.site("poison").wait <= 4000
    trial.change(planned_sites.start_now, "poison")
    until(lambda: trial.site("poison").paused)
    assert "4 crawls in a row" in trial.site("poison").paused
    assert len(trial.events("start")) == 4


def test_a_site_that_kills_its_workers_is_paused_and_starves_nobody(trial: Trial) -> None:
    trial.add("poison", every=0.2, dies="worker", seconds=0.5)
    trial.add(*(f"s{number}" for number in range(6)), every=3)
    workers = [trial.work("one"), trial.work("two")]
    for _ in range(800):
        if trial.site("poison").paused:
            break
        workers = [trial.work("new") if worker.poll() is not None else worker for worker in workers]
        time.sleep(0.05)
    assert trial.site("poison").paused
    assert len(trial.events("start", "poison")) == 4
    assert all(trial.events("end", f"s{number}") for number in range(6))


def test_a_frozen_worker_says_too_late_how_its_crawl_ended(trial: Trial) -> None:
    trial.add("a", every=1000, seconds=2, code=1)
    worker = trial.work("one")
    (event,) = trial.wait_for("start")
    trial.wait_until_seen("a")
    trial.freeze(worker)
    until(lambda: not is_running(event["pid"]))
    trial.add("a", every=1000, seconds=0.1)
    trial.work("two")
    site = trial.wait_until_ended("a")
    trial.thaw(worker)
    time.sleep(1)
    after = trial.site("a")
    assert (after.failures, after.home, after.ended) == (0, "two", site.ended)
    assert len(trial.events("start")) == 2


def test_while_a_frozen_workers_crawl_goes_on_the_site_is_its_own(trial: Trial) -> None:
    trial.add("a", every=0.1, seconds=2)
    worker = trial.work("one")
    trial.wait_for("start")
    trial.wait_until_seen("a")
    trial.freeze(worker)
    trial.work("two")
    trial.wait_for("end")
    assert len(trial.events("start")) == 1
    trial.wait_for("start", count=2)
    assert not trial.events("busy")
    assert trial.overlaps() == []


def test_a_worker_and_its_crawl_are_frozen_and_the_site_stays_theirs(trial: Trial) -> None:
    trial.add("a", every=0.1, seconds=0.5)
    worker = trial.work("one")
    (event,) = trial.wait_for("start")
    trial.freeze(worker)
    os.kill(event["pid"], signal.SIGSTOP)
    trial.work("two")
    time.sleep(2)
    assert len(trial.events("start")) == 1
    assert trial.site("a").machine == "one"
    os.kill(event["pid"], signal.SIGCONT)
    trial.wait_for("start", count=2)
    assert trial.overlaps() == []


def test_a_crawl_is_killed_before_it_has_its_lock(trial: Trial) -> None:
    trial.add("a", hangs_before=60)
    worker = trial.work("one", grace=1)
    (event,) = trial.wait_for("hangs")
    trial.freeze(worker)
    kill(event["pid"])
    trial.add("a", seconds=0.1)
    trial.work("two", grace=1)
    assert trial.wait_until_ended("a").home == "two"


def test_a_crawl_that_is_slow_to_begin_is_not_taken_for_lost(trial: Trial) -> None:
    trial.add("a", hangs_before=6)
    trial.work("one", grace=5)  # lost after four times as long: a busy machine is slow to begin, too
    trial.wait_for("hangs")
    trial.work("two", grace=5)
    trial.wait_until_ended("a")
    assert trial.ask("SELECT count(*) FROM fleet_run") == [(1,)]


def test_a_worker_of_the_same_name_takes_over(trial: Trial) -> None:
    trial.add("a", seconds=3)
    worker = trial.work("one")
    (event,) = trial.wait_for("start")
    trial.wait_until_seen("a")
    worker.send_signal(signal.SIGKILL)
    kill(event["pid"])
    trial.work("one")
    trial.wait_until_ended("a")
    assert trial.overlaps() == []


def test_the_home_of_a_site_is_gone_and_comes_back(trial: Trial) -> None:
    trial.add("a", every=0.5)
    worker = trial.work("one", home_patience=60)
    trial.wait_until_ended("a")
    worker.send_signal(signal.SIGKILL)
    worker.wait(10)
    trial.work("two", home_patience=60)
    until(lambda: trial.site("a").home == "two")
    trial.work("one", home_patience=60)
    count = len(trial.events("start"))
    trial.wait_for("start", count=count + 3)
    assert trial.site("a").home == "two"


def test_a_worker_that_is_stopped_under_load_enters_how_each_crawl_ended(trial: Trial) -> None:
    names = [f"s{number}" for number in range(20)]
    trial.add(*names, seconds=30)
    worker = trial.work("one", slots=8, stop_grace=20)
    trial.wait_for("start", count=8)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == 0
    assert trial.ask("SELECT count(*) FROM fleet_site WHERE run IS NOT NULL") == [(0,)]
    assert {row.ending for row in trial.ask("SELECT ending FROM fleet_run")} == {"stopped"}


def test_a_crawl_longer_than_its_interval_runs_alone(trial: Trial) -> None:
    trial.add("a", every=0.1, seconds=1)
    trial.work("one")
    trial.work("two")
    trial.wait_for("end", count=3)
    assert not trial.events("busy")
    assert trial.overlaps() == []


def test_all_sites_are_due_after_an_outage_and_none_runs_more_often_for_it(trial: Trial) -> None:
    names = [f"s{number}" for number in range(10)]
    trial.add(*names, every=1000)
    trial.ask("UPDATE fleet_site SET next_at = now() - interval '12 hours'")
    trial.work(slots=3)
    trial.wait_for("end", count=10)
    time.sleep(0.5)
    assert len(trial.events("start")) == 10
