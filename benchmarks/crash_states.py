"""Every state that a disk may show after a power cut, and what a run makes of it.

``python -m benchmarks.crash_states [--postgres] [--every 1] [--first 0] [--seed 1] [--kept FOLDER]``

Real crawls are recorded: each write, cut, sync and new name in the output folder, and the ledger after each
commit. After each step the power is cut: what was not synced is lost, torn, zeroed or there in part, names
that were not synced are there or not, in every combination. The next run starts on it. No line that the
ledger has may be missing, no revision may be there twice, each article must be there in the end, and what
was lost must have been said. ``--every 12`` with ``--first`` 0 to 11 tries all in twelve parts. ``--kept``
names a folder in which bad states stay.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.crash_states.history import recorded
from tests.crash_states.judge import faults
from tests.crash_states.states import states
from tests.postgres import Server, database

MEMORY = Path("/dev/shm")
"""Where syncs cost nothing; the cuts are made by hand."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="one state in so many")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one, below ``--every``")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with ExitStack() as until_the_end:
        url = ""
        if options.postgres:
            server = Server()
            until_the_end.callback(server.remove)
            url = until_the_end.enter_context(database(server.url))
        room = MEMORY if MEMORY.is_dir() else None
        folder = Path(until_the_end.enter_context(tempfile.TemporaryDirectory(dir=room)))
        return run(folder, url, options)


def run(folder: Path, url: str, options: argparse.Namespace) -> int:
    begin, results, kinds = time.monotonic(), Counter[str](), Counter[str]()
    history = recorded(url)
    print(
        f"{len(history.steps)} steps recorded: {dict(Counter(step.what for step in history.steps))}",
        flush=True,
    )
    for number, state in enumerate(states(history, options.seed)):
        if number % options.every != options.first:
            continue
        found = faults(state, folder / "output", history.articles, url)
        results["bad" if found else "good"] += 1
        for fault in found:
            kinds[fault[:60]] += 1
            step = history.steps[state.after - 1]
            print(f"state {number}, after step {state.after} ({step.what} {step.path}): {fault}", flush=True)
        if found and options.kept:
            shutil.copytree(folder / "output", options.kept / str(number))
        if results.total() % 500 == 0:
            print(f"{dict(results)}, {time.monotonic() - begin:.0f} s", flush=True)
    print(f"{results.total()} states: {dict(results)} {dict(kinds)}, {time.monotonic() - begin:.0f} s")
    return bool(results["bad"])


if __name__ == "__main__":
    raise SystemExit(main())
