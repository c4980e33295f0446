"""A sample of the states after a power cut; ``python -m benchmarks.crash_states`` tries all of them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.crash_states.disk import Disk, under
from tests.crash_states.history import ARTICLES, History, crawled, recorded
from tests.crash_states.judge import faults, faults_of_articles, faults_of_files
from tests.crash_states.recorder import Step
from tests.crash_states.states import State, states
from tests.kill.site import Site
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["postgres_database", "postgres_server", "postgres_url"]

pytestmark = pytest.mark.slow
SAMPLE = 24
SEED = 7


@pytest.fixture(scope="module")
def history() -> History:
    return recorded()


def sample(history: History, count: int = SAMPLE) -> list[State]:
    every = list(states(history, SEED))
    return random.Random(SEED).sample(every, min(count, len(every)))


def test_nothing_is_lost_twice_or_silent_after_a_power_cut(history: History, tmp_path: Path) -> None:
    bad = {
        (state.after, number): found
        for number, state in enumerate(sample(history))
        if (found := faults(state, tmp_path / str(number), history.articles))
    }
    assert bad == {}


@pytest.mark.fleet
def test_nor_with_a_ledger_in_postgresql(tmp_path: Path, postgres_database: str) -> None:
    history = recorded(postgres_database)
    bad = {
        (state.after, number): found
        for number, state in enumerate(sample(history, 12))
        if (found := faults(state, tmp_path / str(number), history.articles, postgres_database))
    }
    assert bad == {}


def unsafe_lines(steps: list[Step]) -> set[tuple[str, int]]:
    """Return the lines that the ledger had at some commit, and that were not safe on the disk by then."""
    disk, found = Disk(), set()
    for step in steps:
        if step.what != "commit":
            disk.do(step)
            continue
        there = {
            path: file.safe for path, file in disk.files.items() if not under(path, set(disk.open_names))
        }
        safe = b"".join(data for path, data in there.items() if path.startswith("press/"))
        found |= {
            line for line in step.lines if '"id":"{}","revision":{},'.format(*line).encode() not in safe
        }
    return found


def test_at_each_commit_its_lines_are_on_the_disk(history: History) -> None:
    assert sum(step.what == "commit" for step in history.steps) > 20
    assert unsafe_lines(history.steps) == set()


@pytest.mark.parametrize("missing", ["sync", "sync_folder"])
def test_a_crawl_that_did_not_sync_would_be_found_out(history: History, missing: str) -> None:
    assert unsafe_lines([step for step in history.steps if step.what != missing])


@pytest.mark.parametrize("failing", range(1, 11))
def test_a_sync_that_has_failed_is_never_believed(tmp_path: Path, failing: int) -> None:
    """Whichever file or folder it is of: no commit has a line that a power cut would take."""
    with Site.of(ARTICLES) as site:
        code, said, steps = crawled(tmp_path, site, failing=failing)
        assert code == 1, said
        assert any(step.what == "sync_failed" for step in steps)
        code, said, more = crawled(tmp_path, site)
        assert code == 0, said
        articles = {number: content for number, content in site.articles.items() if content is not None}
    assert unsafe_lines([*steps, *more]) == set()
    output = tmp_path / "output"
    assert [*faults_of_files(output), *faults_of_articles(output, articles)] == []


def test_the_disk_shows_what_was_not_synced_in_every_way() -> None:
    disk = Disk()
    for step in (
        Step("make", "a"),
        Step("write", "a", 0, b"one\n"),
        Step("sync", "a"),
        Step("write", "a", 4, b"two\n"),
    ):
        disk.do(step)
    found = [state.get("a") for state in disk.states(random.Random(1))]
    assert {None, b"one\n", b"one\ntwo\n", b"one\n\0\0\0\0", b"one\nt", b"one\ntwo"} <= set(found)
    disk.do(Step("sync", "a"))
    disk.do(Step("sync_folder", "."))
    assert list(disk.states(random.Random(1))) == [{"a": b"one\ntwo\n"}]
