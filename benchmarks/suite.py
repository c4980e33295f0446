"""What the tests cost: seconds of CPU by folder, and the dearest tests.

``python -m benchmarks.suite [PATHS …]``: all tests, or those of some paths, with two workers. The processes
that a test starts are counted with it, but not what has left its parent: a PostgreSQL, a browser that was
killed. The first test that needs a process or a browser pays for it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

FOLDER = "SUITE_COSTS"
"""Variable that tells the workers where to write."""
TICKS = os.sysconf("SC_CLK_TCK")
DEAREST = 20


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Note what a test has taken."""
    used, begun = cpu_seconds(), time.monotonic()
    result = yield
    # a process that ends between two looks is seen in two places, or in none
    cost = min(max(cpu_seconds() - used, 0.0), 2 * (time.monotonic() - begun) + 0.05)
    with Path(os.environ[FOLDER], f"{os.getpid()}.jsonl").open("a") as file:
        file.write(json.dumps([item.nodeid, cost]) + "\n")
    return result


def cpu_seconds() -> float:
    """CPU that this process and all below it have taken."""
    found, todo = 0.0, [str(os.getpid())]
    while todo:
        process = Path("/proc", todo.pop())
        with suppress(FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            found += sum(map(int, fields[11:15])) / TICKS
            for thread in (process / "task").iterdir():
                todo += (thread / "children").read_text().split()
    return found


def table(costs: list[tuple[str, float]]) -> str:
    """Return the costs by folder and those of the dearest tests, in Markdown."""
    folders: dict[str, list[float]] = defaultdict(list)
    for name, seconds in costs:
        folders["/".join(name.partition("::")[0].split("/")[:-1][:2])].append(seconds)
    lines = ["| folder | CPU s | tests |", "| --- | --- | --- |"]
    for folder, found in sorted(folders.items(), key=lambda each: -sum(each[1])):
        lines.append(f"| {folder} | {sum(found):.1f} | {len(found)} |")
    lines += [f"| all | {sum(seconds for _, seconds in costs):.1f} | {len(costs)} |", ""]
    lines += ["| test | CPU s |", "| --- | --- |"]
    dearest = sorted(costs, key=lambda cost: -cost[1])[:DEAREST]
    return "\n".join([*lines, *(f"| {name} | {seconds:.1f} |" for name, seconds in dearest)])


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER] = folder
        code = pytest.main(["-q", "-n", "2", "--dist", "loadfile", "-p", "benchmarks.suite", *arguments])
        lines = [line for file in Path(folder).iterdir() for line in file.read_text().splitlines()]
    print(table([(name, cost) for name, cost in map(json.loads, lines)]))
    return int(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
