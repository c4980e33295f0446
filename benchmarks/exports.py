"""What exports cost: lines a second and peak memory for each format; and exports that are killed.

python -m benchmarks.exports --lines 1000000 [--formats csv,sqlite] [--postgres]
python -m benchmarks.exports --kills 20 [--formats csv,sqlite] [--postgres]
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from newscrawler.exports.formats import FORMATS
from newscrawler.output.line import to_line
from tests.exports.killed_export import kill_exports
from tests.exports.test_follow import keys
from tests.exports.written import article
from tests.postgres import Server, database

WORDS = ("port rail road bridge council budget minister vote", "strike harvest river market price winter")
RUN = """
import resource, sys
from scrapy.cmdline import execute
try:
    execute()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


def write_lines(output: Path, count: int, days: int = 20) -> int:
    """Write lines of some 3 KB, a tenth of them second revisions; return their bytes."""
    chance, size = random.Random(1), 0
    for day in range(days):
        path = output / "press" / f"2026-05-{day + 1:02}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            for number in range(day * count // days, (day + 1) * count // days):
                body = "\n\n".join(" ".join(chance.choices(WORDS, k=12)) for _ in range(4))
                of = (number - 1, 2) if number % 10 == 1 else (number, 1)
                fetched_at = f"2026-05-{day + 1:02}T10:00:00+00:00"
                size += file.write(to_line(article(*of, body=body, fetched_at=fetched_at)))
    return size


def measure(output: Path, name: str, to: str, *more: str) -> tuple[float, int]:
    """Export in a process of its own; return its seconds of CPU and its peak of memory in MB."""
    options = ["--format", name, "--to", to, *more, "-s", f"OUTPUT_DIR={output}"]
    command = [sys.executable, "-c", RUN, "export", *options]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, int(done.stderr.strip().split("\n")[-1])


def table(lines: int, formats: list[str], folder: Path, postgres: str | None) -> None:
    output = folder / "output"
    size = write_lines(output, lines)
    print(f"{lines:,} lines, {size / 2**20:,.0f} MB\n")
    print("| format | CPU s | lines a CPU second | peak MB |\n| --- | --- | --- | --- |")
    for name in formats:
        if name == "postgres" and not postgres:
            continue
        for more in ((), ("--latest",)) if name in {"csv", "sqlite", "duckdb"} else ((),):
            to = folder / f"x{'-'.join(more)}.{name}"
            cpu, peak = measure(output, name, postgres if name == "postgres" and postgres else str(to), *more)
            print(f"| {' '.join((name, *more))} | {cpu:.0f} | {lines / cpu:,.0f} | {peak} |", flush=True)
            to.unlink(missing_ok=True)


def kill_rounds(kills: int, folder: Path, formats: list[str], postgres: str | None) -> None:
    output, lines = folder / "output", 20_000
    write_lines(output, lines, days=4)
    wanted = sorted((f"press:{n - 1}", 2) if n % 10 == 1 else (f"press:{n}", 1) for n in range(lines))
    for name in ("sqlite", "duckdb", "jsonl", "csv", "parquet", "postgres"):
        if name not in formats or (name == "postgres" and not postgres):
            continue
        with ExitStack() as databases:

            def target(word: str, name: str = name, databases: ExitStack = databases) -> str:
                if name == "postgres" and postgres:
                    return databases.enter_context(database(postgres))
                return str(folder / f"{name}-{word}")

            def check(to: str, name: str = name) -> None:
                assert keys(to, name) == wanted, f"{to}: another table"

            targets = kill_exports(output, name, target, random.Random(name), kills=kills, check=check)
        print(f"{name}: {kills} exports killed, {targets} tables, each the same", flush=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure exports, or kill them.")
    parser.add_argument("--lines", type=int, default=0)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--postgres", action="store_true", help="start a PostgreSQL of its own")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="exports-") as name:
        server = Server() if options.postgres else None
        try:
            if options.lines:
                table(options.lines, options.formats.split(","), Path(name), server and server.url)
            if options.kills:
                kill_rounds(options.kills, Path(name), options.formats.split(","), server and server.url)
        finally:
            if server:
                server.remove()


if __name__ == "__main__":
    main()
