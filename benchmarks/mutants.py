"""How many small faults of a sample the tests notice: ``python -m benchmarks.mutants --install /tmp/faults``.

Of all the faults that mutmut can make in the rooms below, ``--seed`` draws ``--sample``. Each is put alone
into a copy of the project, and tests run on it until one fails. All are first tried with the tests that
mirror the faulty module; what is left with the rest of its room; what is left then with tests that cross
rooms. A run that ends early has a figure, too: at least so many are noticed. What passes is shown as a diff.

A fault whose tests come to no end is counted apart: they took more processor time than any of them takes, or
waited with none. Whether the fault makes a loop without end is for who reads the diff to say.

``--minutes`` ends early; ``--results`` keeps what is known in a file, and asks only for the rest; ``--steps``
leaves out the dearer tests; ``--tests`` tries some of them first, on faults that ``--only`` names, and leaves
to the steps what these do not notice. ``--check`` runs the same tests without a fault: they must pass, or the
figure means nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from importlib import import_module
from itertools import chain, product
from pathlib import Path
from typing import Any

from .drawn_faults import drawn

ROOT = Path(__file__).parent.parent

READ_A_PAGE = ["tests/test_extract.py", "tests/test_pages.py", "tests/extraction", "tests/test_library.py"]
FIND_ARTICLES = ["tests/publication", "tests/crawling", "tests/discovery"]
WRITE_LINES = [f"tests/{room}" for room in ("pipelines", "extensions", "spidermiddlewares", "run", "output")]

BEYOND = {
    "dates": [*READ_A_PAGE, "tests/discovery"],
    "text": [*READ_A_PAGE, "tests/discovery", "tests/test_logformatter.py"],
    "urls": [*READ_A_PAGE, *FIND_ARTICLES],
    "document": [*READ_A_PAGE, *FIND_ARTICLES],
    "sources": READ_A_PAGE,
    "extraction": READ_A_PAGE,
    "discovery": [*FIND_ARTICLES, "tests/spiders"],
    "pipelines": [*WRITE_LINES, "tests/ledger"],
    "ledger": WRITE_LINES,
    "output": [*WRITE_LINES, "tests/ledger", "tests/exports"],
    "run": [*WRITE_LINES, "tests/downloadermiddlewares"],
}
"""The rooms, each with the tests outside of it that see what its modules do."""

EVERYWHERE = ["tests/test_layers.py", "tests/test_html_names.py"]
"""Tests that look at every module."""

STEPS = ("its own tests", "the rest of its room", "tests that cross rooms")
CPU_SECONDS = (60, 120, 240)
"""Of a process of tests in each step, of which without a fault none takes half: processor time, since others
may use the machine."""

IDLE_SECONDS = 300
"""How long tests may wait without using the processor: none waits a minute, however busy the machine is."""

FAILED, NO_FILE, NO_TESTS, NO_END = 1, 4, 5, 99  # exit codes: pytest's, and of a fault without end
WITHOUT_END = "no end"
MEMORY = 6 << 30

LIBRARIES = (
    "dateparser",
    "lxml.html",
    "pytest",
    "scrapy",
    "sqlalchemy",
    "tldextract",
    "turbohtml",
)
"""What nearly all tests import: loaded once, before the processes that run tests are forked."""


def seen_by(path: str, root: Path) -> list[list[str]]:
    """Return the tests that may see a fault of a module: the likeliest, those of its room, of other rooms.

    The likeliest are those of the room that have the module's name or import it.
    """
    room, name = Path(path).parts[1], Path(path).stem
    files = sorted(str(file.relative_to(root)) for file in (root / "tests" / room).rglob("test_*.py"))
    imported = f"{'.'.join(Path(path).with_suffix('').parts)} import "
    own = [
        file
        for file in files
        if Path(file).name.startswith(f"test_{name}") or imported in (root / file).read_text("utf-8")
    ]
    others = [tests for tests in [*EVERYWHERE, *BEYOND[room]] if tests != f"tests/{room}"]
    return [[path, *own], [file for file in files if file not in own], others]


def noticed(copy: Path, tests: list[str], cpu_seconds: int) -> str:
    """Return by what tests noticed a fault; nothing when they all passed."""
    with tempfile.TemporaryFile("w+") as said:
        code = ended(started(copy, tests, cpu_seconds, said.fileno()))
        said.seek(0)
        lines = said.read().splitlines()
    if code in {NO_END, -signal.SIGXCPU, -signal.SIGKILL}:
        return WITHOUT_END
    failed = [line for line in lines if line.startswith(("FAILED ", "ERROR "))]
    is_missing = code == NO_FILE and any("not found" in line for line in lines)
    if is_missing or (code == FAILED and not failed):
        raise SystemExit("\n".join(["the tests cannot be run:", *lines[-20:]]))
    return (failed or [f"exit code {code}"])[0] if code else ""


def started(copy: Path, tests: list[str], cpu_seconds: int, output: int) -> int:
    """Fork a process that runs tests in a copy; return its id."""
    if child := os.fork():
        return child
    code = FAILED
    try:
        os.setsid()
        code = run(copy, tests, cpu_seconds, output)
    finally:
        os._exit(code)  # nothing of this process is cleaned up: it belongs to the one that was forked


def run(copy: Path, tests: list[str], cpu_seconds: int, output: int) -> int:
    """Run tests in a copy, within bounds; return pytest's exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.chdir(copy)
    for name in [name for name in sys.modules if name.partition(".")[0] == "benchmarks"]:
        del sys.modules[name]  # the copy has its own
    sys.path.insert(0, str(copy))
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    options = ["-x", "-q", "-p", "no:cacheprovider", "-m", "not browser and not fleet"]
    code = int(import_module("pytest").main([*options, *tests]))
    sys.stdout.flush()
    return 0 if code == NO_TESTS else code


def ended(child: int) -> int:
    """Wait for a process, and end it with all that it started; return its exit code."""
    used, since, status = 0, time.monotonic(), 0
    try:
        while not (found := os.waitpid(child, os.WNOHANG))[0]:
            if (now_used := ticks(child)) != used:
                used, since = now_used, time.monotonic()
            elif time.monotonic() - since > IDLE_SECONDS:
                return NO_END
            time.sleep(0.05)
        status = found[1]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def ticks(child: int) -> int:
    """Return the processor time of a process, with that of the children that it has waited for."""
    fields = Path(f"/proc/{child}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    return sum(map(int, fields[11:15]))


def copied(folder: Path) -> Path:
    """Make a copy of the project, beside what its tests read of the folder that it lies in."""
    copy = folder / "project"
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__")
    shutil.copytree(ROOT, copy, ignore=left_out, symlinks=True)
    (copy / ".venv").symlink_to(ROOT / ".venv")
    shared = ROOT.parent / "shared"
    if shared.exists():
        (folder / "shared").symlink_to(shared.resolve())
    return copy


def tried(fault: dict[str, Any], copy: Path, step: int, chosen: list[str] | None = None) -> dict[str, Any]:
    """Put a fault into the copy, run the tests of a step, or ``chosen`` ones, and take it out."""
    file, before = copy / fault["path"], cpu_of_children()
    as_it_is = file.read_text("utf-8")
    try:
        file.write_text(fault["code"], "utf-8")
        tests = chosen or seen_by(fault["path"], copy)[step]
        by = noticed(copy, tests, CPU_SECONDS[step]) if tests else ""
    finally:
        file.write_text(as_it_is, "utf-8")
    seconds = round(cpu_of_children() - before, 1)
    passed = "those that were chosen" if chosen else STEPS[step]
    said = f"{fault['number']} {fault['path']}: {by or f'passes {passed}'} ({seconds} s of processor)"
    print(said, flush=True)
    return {"number": fault["number"], "step": step, "by": by, "seconds": seconds}


def cpu_of_children() -> float:
    """Return the processor time, in seconds, of all processes of tests that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def beside(results: Path) -> Path:
    """Return the file that keeps the sample whose results are in a file."""
    return results.with_name(f"{results.name}.sample")


def kept(options: argparse.Namespace) -> tuple[int, list[dict[str, Any]]] | None:
    """Return the sample of an earlier run, so that all parts of it are of the same state of the project."""
    path = beside(options.results) if options.results else None
    return tuple(json.loads(path.read_text("utf-8"))) if path and path.exists() else None


def known(results: Path | None) -> dict[int, dict[str, Any]]:
    """Return what earlier runs found at the last step of each fault, by the number of the fault."""
    if not (results and results.exists()):
        return {}
    return {found["number"]: found for found in map(json.loads, results.read_text("utf-8").splitlines())}


def summary(chosen: list[dict[str, Any]], found: dict[int, dict[str, Any]]) -> str:
    """Return how many faults tests noticed, with what is not known yet."""
    results = [found[fault["number"]] for fault in chosen if fault["number"] in found]
    by = [result["by"] for result in results]
    noticed_by_tests = sum(name not in {"", WITHOUT_END} for name in by)
    left = [result["step"] for result in results if not result["by"]]
    not_done = ", ".join(
        f"{left.count(step)} not yet tried with {STEPS[step + 1]}" for step in range(2) if step in left
    )
    seconds = [result["seconds"] for result in results if result["by"] not in {"", WITHOUT_END}]
    return (
        f"{noticed_by_tests} of {len(by)} noticed, {by.count(WITHOUT_END)} more have tests without end, "
        f"{left.count(2)} passed all{', ' + not_done if not_done else ''}; "
        f"{sum(seconds) / max(len(seconds), 1):.1f} s of processor for the last step of one that was noticed"
    )


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--install", type=Path, required=True, help="the folder of mutmut's environment")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="*", help="numbers of the sample")
    parser.add_argument("--tests", nargs="*", help="try these first, on the faults of --only")
    parser.add_argument("--steps", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    end = time.monotonic() + options.minutes * 60
    for library in LIBRARIES:
        import_module(library)
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        copy = copied(Path(folder))
        if options.check:
            parts = [part for room in BEYOND for part in seen_by(f"newscrawler/{room}/__init__.py", copy)]
            print(noticed(copy, list(dict.fromkeys(chain(*parts))), 3 * max(CPU_SECONDS)) or "all pass")
            return
        count, sample = kept(options) or drawn(BEYOND, options.install, options.seed, options.sample)
        if options.results:
            beside(options.results).write_text(json.dumps([count, sample]), "utf-8")
        found = known(options.results)
        chosen = [sample[number] for number in options.only] if options.only else sample
        for step, fault in product(range(1 if options.tests else options.steps), chosen):
            before = found.get(fault["number"], {"by": "", "step": -1})
            is_done = before["step"] >= step and not options.tests
            if before["by"] or is_done or time.monotonic() > end:
                continue
            result = tried(fault, copy, step, options.tests)
            if options.tests and not result["by"]:
                continue
            found[fault["number"]] = result
            if options.results:
                with options.results.open("a", encoding="utf-8") as out:
                    out.write(json.dumps(result) + "\n")
    for fault in chosen:
        if fault["number"] in found and not found[fault["number"]]["by"]:
            print(f"{fault['number']} passes {STEPS[found[fault['number']]['step']]}:\n{fault['difference']}")
    print(f"seed {options.seed}, drawn of {count}: {summary(chosen, found)}")


if __name__ == "__main__":
    main()
