"""The benchmarks still run, in their smallest size; what they measure is not looked at."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from benchmarks import crawl, exports, known_sitemap, memory, mutants, offline, parts, rivals, suite
from benchmarks.paper import ROOT, Paper, story
from newscrawler.extract import extract
from tests.fleet.trial import until
from tests.forks import BOUND, scrapy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def rows(text: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]


def test_the_paper_says_what_is_expected_of_it() -> None:
    article = extract(Paper(50).page(7), "http://127.0.0.1/news/7")
    assert article
    assert {name: getattr(article, name) for name in story(7)} == story(7)


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let crawls be forks, which start in a fifth of the time; one benchmark has processes of its own."""

    def cpu_of(command: list[str], core: int | None = None) -> tuple[float, float]:
        if command[1:3] != ["-m", "scrapy"]:
            return crawl.cpu_of(command, core)
        done = scrapy(*command[3:])
        assert done.returncode == 0, done.stderr
        return time.monotonic(), 1.0  # the next one is dearer

    for module in (memory, parts, rivals):
        monkeypatch.setattr(module, "cpu_of", cpu_of)


ALL_OUT = "without any of these: the pages are read"
"""It has the settings of every other crawl of ``parts``."""


@pytest.mark.slow
@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize(
    ("benchmark", "arguments"),
    [
        (crawl.main, ["--articles", "3", "--reps", "1"]),
        (memory.main, ["--sizes", "2"]),
        (known_sitemap.main, ["--rows", "20"]),
        (parts.main, ["--articles", "2", "--reps", "1", "--only", ALL_OUT]),
        (offline.main, ["--pages", "4"]),
        (rivals.main, ["--articles", "3"]),
        (exports.main, ["--lines", "20", "--formats", "jsonl"]),
    ],
    ids=["crawl", "memory", "known_sitemap", "parts", "offline", "rivals", "exports"],
)
def test_runs(
    benchmark: Callable[[list[str]], None], arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    benchmark(arguments)
    heading, _, *found = rows(capsys.readouterr().out)
    assert found
    assert all(len(row) == len(heading) for row in found)
    if benchmark is crawl.main:
        assert found[-1][-1] == "nothing", "a field of the crawl that is measured is wrong"


def test_the_crawl_without_any_part_has_the_settings_of_all() -> None:
    assert ALL_OUT in parts.CRAWLS
    assert set(parts.CRAWLS[ALL_OUT]) == set().union(*parts.CRAWLS.values())


def test_a_rival_that_cannot_be_installed_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cost(command: list[str], core: int | None = None) -> tuple[float, float]:
        return 1.0, 1.0

    python = tmp_path / "absent" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(
        "#!/bin/sh\necho WARNING: slow; echo ERROR: no such thing '|' 1.0; echo; echo hint\nexit 1\n"
    )
    python.chmod(0o755)
    monkeypatch.setattr(rivals, "RIVALS", {"absent": ("", ("absent",), "nothing")})
    monkeypatch.setattr(rivals, "cpu_of", cost)
    for _ in range(2):  # an environment that was left half-made is no environment
        rivals.main(["--articles", "1", "--install", str(tmp_path)])
        told = rows(capsys.readouterr().out)[-1]
        assert told == ["absent", "cannot be installed here: ERROR: no such thing / 1.0"]


@pytest.mark.slow
def test_many_sites_run_in_one_process() -> None:
    # in a process of its own: a reactor runs once
    command = [
        sys.executable,
        "-m",
        "benchmarks.many_sites",
        "--sites",
        "2",
        "--seconds",
        "3",
        "--delay",
        "0.2",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=BOUND)
    assert done.returncode == 0, done.stderr
    assert int(rows(done.stdout)[-1][1]) > 4


def test_a_fault_whose_tests_have_no_end_is_not_counted_as_noticed() -> None:
    faults = [{"number": number} for number in range(6)]
    found = {
        0: {"by": "FAILED tests/dates/test_letters.py::test_it", "step": 0, "seconds": 2.0},
        1: {"by": mutants.WITHOUT_END, "step": 0, "seconds": 60.0},
        2: {"by": "", "step": 2, "seconds": 90.0},
        3: {"by": "", "step": 0, "seconds": 3.0},
        4: {"by": "ERROR tests/text", "step": 1, "seconds": 4.0},
    }
    said = mutants.summary(faults, found)
    assert said.startswith("2 of 5 noticed, 1 more have tests without end, 1 passed all")
    assert "1 not yet tried with the rest of its room" in said
    assert "3.0 s of processor" in said


def test_what_a_test_costs_is_that_of_its_processes_too() -> None:
    before = suite.cpu_seconds()
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        try:
            until(lambda: suite.cpu_seconds() > before + 0.2)
        finally:
            busy.kill()
    costs = [("tests/run/test_a.py::test_b", 1.5), ("tests/run/test_a.py::test_c[x/y]", 2.0)]
    found = rows(suite.table([*costs, ("tests/test_d.py::test_e", 0.5)]))
    assert ["tests/run", "3.5", "2"] in found
    assert ["tests", "0.5", "1"] in found
    assert ["tests/run/test_a.py::test_c[x/y]", "2.0"] in found


def test_the_tests_of_a_faulty_module_are_its_own_then_those_of_its_room_then_others() -> None:
    own, room, others = mutants.seen_by("newscrawler/dates/iso_time.py", ROOT)
    assert own[0] == "newscrawler/dates/iso_time.py"
    assert "tests/dates/test_iso_time.py" in own
    assert "tests/dates/test_letters.py" in room
    assert not set(own) & set(room)
    assert "tests/extraction" in others
    assert (
        "tests/discovery/rows/test_listings.py"
        in mutants.seen_by("newscrawler/discovery/rows/html_rows.py", ROOT)[0]
    )
