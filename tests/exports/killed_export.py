"""Kill exports at random moments, start each again until it ends by itself, and look at what it has made."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from tests.forks import Fork

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path


def export_by_fork(output: Path, name: str, to: str) -> Fork:
    """Start ``scrapy export --follow`` in a process of its own."""
    options = ["--format", name, "--to", to, "--follow", "-s", f"OUTPUT_DIR={output}"]
    return Fork("scrapy.cmdline:execute", ["export", *options])


def ends_well(fork: Fork) -> bool:
    said = fork.communicate()
    assert fork.returncode == 0, said
    return True


def kill_exports(
    output: Path,
    name: str,
    target: Callable[[str], str],
    chance: random.Random,
    *,
    kills: int,
    check: Callable[[str], None],
) -> int:
    """Kill as many exports as asked for, in as many targets as that takes; return how many targets.

    :param target: makes a target, by a word that is its own.
    :param check: looks at a target after an export into it has ended by itself.
    """
    seconds = 0.0
    for whole in ("first", "whole"):  # the first one starts the process that the others are forks of
        to, started = target(whole), time.monotonic()
        with export_by_fork(output, name, to) as fork:
            ends_well(fork)
        seconds = time.monotonic() - started
        check(to)
    killed = targets = 0
    while killed < kills:
        to = target(str(targets))
        targets += 1
        assert targets < 10 * kills, "no export could be killed before it had ended"
        while True:
            with export_by_fork(output, name, to) as fork:
                time.sleep(chance.uniform(0, seconds) if killed < kills else 0)
                if killed == kills or fork.poll() is not None:
                    ends_well(fork)
                    break
                os.kill(fork.pid, signal.SIGKILL)
                killed += 1
        check(to)
    return targets
