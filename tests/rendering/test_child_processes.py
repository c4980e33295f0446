"""The processes below a process are known, and one that does not end is ended with its group."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from newscrawler.rendering.processes import Process, children, has_ended, kill_with_group

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]


@contextmanager
def sleeping(*, leads: bool = False) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(SLEEPS, start_new_session=leads) as process:
        try:
            yield process
        finally:
            process.kill()


def known(process: subprocess.Popen[bytes]) -> Process:
    (found,) = [child for child in children(os.getpid()) if child.number == process.pid]
    return found


def test_children_are_found() -> None:
    with sleeping() as process:
        assert known(process).started > 0
        assert os.getpid() in {child.number for child in children(os.getppid())}


@pytest.mark.parametrize("leads", [True, False], ids=["leads a group", "alone"])
def test_a_process_is_ended_without_asking(leads: bool) -> None:
    with sleeping(leads=leads) as process:
        kill_with_group(known(process))
        assert process.wait(10) == -9


def test_one_that_has_gone_is_no_error() -> None:
    with sleeping() as process:
        gone = known(process)
    kill_with_group(gone)


def test_another_one_of_the_same_number_is_let_be() -> None:
    with sleeping() as process:
        kill_with_group(known(process)._replace(started=1))
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.1)


def test_a_process_that_has_ended_and_whose_end_nobody_has_asked_for() -> None:
    with subprocess.Popen(["sleep", "60"]) as child:
        (process,) = (found for found in children(os.getpid()) if found.number == child.pid)
        assert not has_ended(process)
        assert has_ended(process._replace(started=0)), "another one has its number"
        child.kill()
        until = time.monotonic() + 10
        while not has_ended(process):
            assert time.monotonic() < until
            time.sleep(0.01)
