"""How a crawl ended decides when its site is due again."""

from __future__ import annotations

import pytest

from newscrawler.fleet.crawl_launcher import CANNOT_START
from newscrawler.fleet.next_run import Course, Ending, NextRun, ending_of, next_run
from tests.fleet.stand_in_worker import policy

POLICY = policy(grace=15, backoff_max=6 * 3600, lost_max=4)


def course(**values: float) -> Course:
    return Course(**{"every": 900.0, "spread": 0.0, "elapsed": 60.0, "failures": 0, "lost": 0, **values})  # type: ignore[arg-type]  # numbers of two kinds


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        (0, Ending.GOOD),
        (1, Ending.FAILED),
        (2, Ending.WRONG),
        (3, Ending.GOOD),
        (75, Ending.BUSY),
        (130, Ending.STOPPED),
        (-15, Ending.STOPPED),
        (-9, Ending.LOST),
        (-11, Ending.LOST),
        (CANNOT_START, Ending.NOT_STARTED),
        (99, Ending.FAILED),
    ],
)
def test_what_an_exit_code_means(code: int, ending: Ending) -> None:
    assert ending_of(code) is ending


def test_starts_are_an_interval_apart() -> None:
    assert next_run(Ending.GOOD, course(failures=3, lost=1), POLICY) == NextRun(840.0, 0, 0)


def test_what_was_missed_is_not_made_up_for() -> None:
    assert next_run(Ending.GOOD, course(elapsed=5000), POLICY).delay == 0


def test_a_spread_makes_it_later_by_chance() -> None:
    delays = {next_run(Ending.GOOD, course(spread=120), POLICY).delay for _ in range(20)}
    assert len(delays) > 1
    assert all(840 <= delay <= 960 for delay in delays)


@pytest.mark.parametrize(("failures", "delay"), [(0, 1800), (1, 3600), (3, 14400), (4, 21600), (5000, 21600)])
def test_failures_double_the_interval_up_to_a_bound(failures: int, delay: float) -> None:
    assert next_run(Ending.FAILED, course(failures=failures), POLICY) == NextRun(delay, failures + 1, 0)


def test_an_interval_above_the_bound_stays() -> None:
    assert next_run(Ending.FAILED, course(every=86400), POLICY).delay == 86400


@pytest.mark.parametrize(("lost", "delay"), [(0, 0), (1, 1800), (2, 3600)])
def test_a_lost_crawl_starts_again_at_once_then_ever_later(lost: int, delay: float) -> None:
    assert next_run(Ending.LOST, course(lost=lost, failures=1), POLICY) == NextRun(delay, 1, lost + 1)


def test_a_site_whose_crawls_are_lost_again_and_again_is_paused() -> None:
    assert "4 crawls in a row" in (next_run(Ending.LOST, course(lost=3), POLICY).paused or "")


def test_wrong_arguments_pause_and_say_why() -> None:
    assert "no such section" in (next_run(Ending.WRONG, course(), POLICY, "no such section").paused or "")


@pytest.mark.parametrize(
    ("ending", "delay"),
    [(Ending.BUSY, 15), (Ending.NOT_STARTED, 15), (Ending.STOPPED, 0), (Ending.DATABASE_AWAY, 5)],
)
def test_what_is_no_fault_of_the_site_counts_nothing(ending: Ending, delay: float) -> None:
    assert next_run(ending, course(failures=2, lost=1), POLICY) == NextRun(delay, 2, 1)
