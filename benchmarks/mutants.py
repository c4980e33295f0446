"""How many small faults of a sample the tests notice: ``python -m benchmarks.mutants --install /tmp/faults``.

mutmut makes the faults: a condition turned round, a number one larger, a word of a text replaced, an argument
left out. Of all that it can make in the rooms below, ``--seed`` draws ``--sample``. Each is put alone into a
copy of the project, and the tests of its room run on it until one fails: first those of the faulty module,
then the rest of the room, then tests that cross rooms. What no test notices is shown as a diff.

mutmut's own runner is not used: it puts no fault into tables and patterns of a module, and runs the tests in
one process with all faults, where those that start a crawl of their own would see none. mutmut is no
dependency: it lives in an environment of its own in the folder ``--install``, made when it is missing.

``--minutes`` ends early; ``--results`` keeps what is known in a file, and asks only for the rest. ``--check``
runs the same tests without a fault: they must pass, or the figure means nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
MUTMUT = "mutmut==3.8.1"

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

CPU_SECONDS = 240
"""Of one process of tests; the longest takes 60 s, so that a fault that takes more runs without end."""

SECONDS = 540
FAILED, NO_TESTS, NO_END = 1, 5, 99  # exit codes: pytest's, and of a fault without end
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

DRAW = """
import difflib, json, random, sys
from pathlib import Path
from mutmut.mutation.file_mutation import create_mutations

root, seed, size, *paths = sys.argv[1:]
random.seed(int(seed))
modules = {path: create_mutations(path, Path(root, path).read_text("utf-8"))[:2] for path in paths}
places = [(path, n) for path, (_, mutations) in modules.items() for n in range(len(mutations))]
print(len(places))
for number, (path, n) in enumerate(random.sample(places, int(size))):
    module, mutations = modules[path]
    changed = module.deep_replace(mutations[n].original_node, mutations[n].mutated_node).code
    lines = difflib.unified_diff(module.code.splitlines(), changed.splitlines(), path, path, lineterm="", n=1)
    print(json.dumps({"number": number, "path": path, "code": changed, "difference": "\\n".join(lines)}))
"""


def drawn(environment: Path, seed: int, size: int) -> tuple[int, list[dict[str, str]]]:
    """Draw faults, after an environment with mutmut has been made where there is none.

    :return: how many there are to draw from, and the sample.
    """
    python = environment / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", MUTMUT], check=True)
    modules = (path for room in BEYOND for path in sorted((ROOT / "newscrawler" / room).glob("*.py")))
    paths = [str(path.relative_to(ROOT)) for path in modules]
    command = [python, "-c", DRAW, ROOT, str(seed), str(size), *paths]
    found = subprocess.run(command, check=True, capture_output=True, text=True, cwd=environment).stdout
    count, *sample = [json.loads(line) for line in found.splitlines()]
    return count, sample


def seen_by(path: str, root: Path) -> list[list[str]]:
    """Return the tests that may see a fault of a module: the likeliest, those of its room, of other rooms."""
    room, name = Path(path).parts[1], Path(path).stem
    files = sorted(str(file.relative_to(root)) for file in (root / "tests" / room).glob("test_*.py"))
    own = [file for file in files if Path(file).name.startswith(f"test_{name}")]
    others = [tests for tests in BEYOND[room] if tests != f"tests/{room}"]
    return [[path, *own], [file for file in files if file not in own], others]


def noticed(copy: Path, parts: Iterable[list[str]]) -> str:
    """Return by what the tests noticed a fault; nothing when they all passed."""
    for tests in filter(None, parts):
        with tempfile.TemporaryFile("w+") as said:
            code = ended(started(copy, tests, said.fileno()))
            said.seek(0)
            lines = said.read().splitlines()
        if code:
            failed = [line for line in lines if line.startswith(("FAILED ", "ERROR "))]
            if code == FAILED and not failed:
                raise SystemExit("\n".join(["the tests cannot be run:", *lines[-20:]]))
            return (failed or [f"exit code {code}"])[0]
    return ""


def started(copy: Path, tests: list[str], output: int) -> int:
    """Fork a process that runs tests in a copy; return its id."""
    if child := os.fork():
        return child
    code = FAILED
    try:
        os.setsid()
        code = run(copy, tests, output)
    finally:
        os._exit(code)  # nothing of this process is cleaned up: it belongs to the one that was forked


def run(copy: Path, tests: list[str], output: int) -> int:
    """Run tests in a copy, within bounds; return pytest's exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
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
    end, status = time.monotonic() + SECONDS, 0
    try:
        while not (found := os.waitpid(child, os.WNOHANG))[0]:
            if time.monotonic() > end:
                return NO_END
            time.sleep(0.02)
        status = found[1]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


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


def tried(fault: dict[str, str], copy: Path) -> dict[str, str]:
    """Put a fault into the copy, run its tests, and take it out."""
    file, begin = copy / fault["path"], time.monotonic()
    as_it_is = file.read_text("utf-8")
    try:
        file.write_text(fault["code"], "utf-8")
        by = noticed(copy, seen_by(fault["path"], copy))
    finally:
        file.write_text(as_it_is, "utf-8")
    seconds = time.monotonic() - begin
    print(f"{fault['number']} {fault['path']}: {by or 'NOT NOTICED'} ({seconds:.0f} s)", flush=True)
    if not by:
        print(fault["difference"], flush=True)
    return {**fault, "code": "", "by": by}


def beside(results: Path) -> Path:
    """Return the file that keeps the sample whose results are in a file."""
    return results.with_name(f"{results.name}.sample")


def kept(options: argparse.Namespace) -> tuple[int, list[dict[str, str]]] | None:
    """Return the sample of an earlier run, so that all parts of it are of the same state of the project."""
    path = beside(options.results) if options.results else None
    return tuple(json.loads(path.read_text("utf-8"))) if path and path.exists() else None


def known(results: Path | None) -> dict[str, dict[str, str]]:
    """Return what earlier runs found, by the number of the fault."""
    if not (results and results.exists()):
        return {}
    return {found["number"]: found for found in map(json.loads, results.read_text("utf-8").splitlines())}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--install", type=Path, required=True, help="the folder of mutmut's environment")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="*", help="numbers of the sample")
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
            print(noticed(copy, [list(dict.fromkeys(chain(*parts)))]) or "all pass")
            return
        count, sample = kept(options) or drawn(options.install, options.seed, options.sample)
        if options.results:
            beside(options.results).write_text(json.dumps([count, sample]), "utf-8")
        found = known(options.results)
        chosen = [sample[number] for number in options.only] if options.only else sample
        for fault in chosen:
            if fault["number"] in found or time.monotonic() > end:
                continue
            result = found[fault["number"]] = tried(fault, copy)
            if options.results:
                with options.results.open("a", encoding="utf-8") as out:
                    out.write(json.dumps(result) + "\n")
    by = [result["by"] for result in found.values()]
    endless = by.count(f"exit code {NO_END}")
    print(
        f"seed {options.seed}: {len(by) - by.count('')} of {len(by)} noticed "
        f"({len(chosen)} drawn of {count}), {endless} of them since their tests "
        f"had no end within {SECONDS} s, as may be on a busy machine"
    )


if __name__ == "__main__":
    main()
