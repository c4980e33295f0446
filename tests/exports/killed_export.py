"""Kill an export at a random moment, start it again, until one ends by itself."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from tests.forks import Fork

if TYPE_CHECKING:
    import random
    from pathlib import Path


def export_through_kills(
    output: Path,
    name: str,
    to: str,
    chance: random.Random,
    *,
    kills: int,
    longest: float,
    follow: bool = True,
) -> int:
    """Return how many processes were killed before one ended well.

    :param longest: seconds within which a kill comes.
    """
    killed = 0
    arguments = ["export", "--format", name, "--to", to, *["--follow"] * follow, "-s", f"OUTPUT_DIR={output}"]
    while True:
        with Fork("scrapy.cmdline:execute", arguments) as fork:
            if killed < kills:
                time.sleep(chance.uniform(0, longest))
                if fork.poll() is None:
                    os.kill(fork.pid, signal.SIGKILL)
                    killed += 1
                    continue
            said = fork.communicate(60)
            assert fork.returncode == 0, said
            return killed
