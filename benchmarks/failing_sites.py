"""Every kind of failure, each on sites of its own, at the first run and at the tenth.

``python -m benchmarks.failing_sites [--postgres] [KIND:first|KIND:tenth …]``

Prints the runs that did not say what they should, and how many there were. ``--postgres``: the ledger is in a
server that is started for it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.failing_sites.kinds import KINDS
from tests.failing_sites.test_failing_sites import days, wrong
from tests.postgres import Server

MINUTES = 60


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("sites", nargs="*", help="KIND:first or KIND:tenth; all where none is named")
    options = parser.parse_args(arguments)
    every = [f"{kind.name}:{when}" for kind in KINDS for when in ("first", "tenth")]
    with ExitStack() as until_the_end:
        folder = Path(until_the_end.enter_context(tempfile.TemporaryDirectory()))
        url = ""
        if options.postgres:
            server = Server()
            until_the_end.callback(server.remove)
            url = server.url
        runs = days(folder, options.sites or every, url, timeout=60 * MINUTES)
    found = wrong(runs)
    print(*found, sep="\n")
    broken = sum(run["broken"] for run in runs)
    print(f"{len(runs)} runs of {broken} sites, {len(found)} did not say what they should")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main())
