"""The processes below a process are known, and one that does not end is ended with its group."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from newscrawler.rendering.processes import children, kill_with_group

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_children_are_found() -> None:
    process = subprocess.Popen(SLEEPS)
    try:
        assert process.pid in children(os.getpid())
        assert os.getpid() in children(os.getppid())
    finally:
        process.kill()
        process.wait(10)


@pytest.mark.parametrize("leads", [True, False], ids=["leads a group", "alone"])
def test_a_process_is_ended_without_asking(leads: bool) -> None:
    process = subprocess.Popen(SLEEPS, start_new_session=leads)
    kill_with_group(process.pid)
    assert process.wait(10) == -9


def test_one_that_has_gone_is_no_error() -> None:
    process = subprocess.Popen(SLEEPS)
    process.kill()
    process.wait(10)
    kill_with_group(process.pid)
