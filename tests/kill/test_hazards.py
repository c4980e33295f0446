"""A full disk, a folder that cannot be written, a ledger in other hands, a clock set back, two runs at once.

Each ends with one line that says what is wrong and with the right exit code; when the cause is gone, nothing
is lost.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.forks import BOUND, ROOT
from tests.kill import rounds
from tests.kill.place import Place
from tests.kill.site import Site

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def last_record(output: Path) -> dict[str, object]:
    record: dict[str, object] = json.loads((output / "runs.jsonl").read_text().splitlines()[-1])
    return record


@pytest.mark.parametrize("room", [3_000, 9_000, 14_000, 40_000, 80_000])
def test_disk_full(room: int, sqlite_place: Place) -> None:
    """No file may grow beyond ``room``: here it is the ledger that hits the bound first."""
    with Site.of(40) as site:
        code, text = rounds.crawl(site, sqlite_place, "-s", "EXPORT_BATCH_LINES=4", room=room)
        assert code == 1, text
        message = [line for line in text.splitlines() if "cannot" in line]
        assert message, text
        rounds.lines(sqlite_place.output)  # whole, whatever there is
        assert rounds.crawl(site, sqlite_place)[0] == 0
        rounds.check(site, sqlite_place)


def test_disk_full_in_the_middle_of_a_line(sqlite_place: Place) -> None:
    """Lines so long that the day file hits the bound before the ledger does."""
    with Site.of(8) as site:
        for number in site.articles:
            site.edit(number, f"{number} " * 50_000)
        code, text = rounds.crawl(site, sqlite_place, "-s", "EXPORT_BATCH_LINES=1", room=350_000)
        assert code == 1, text
        assert "cannot write" in text
        assert ".jsonl: File too large" in text
        assert 2 <= len(rounds.lines(sqlite_place.output)) < 8
        assert last_record(sqlite_place.output)["finish_reason"] == "output_error"
        assert rounds.crawl(site, sqlite_place)[0] == 0
        rounds.check(site, sqlite_place)


@pytest.mark.skipif(
    not shutil.which("setpriv"), reason="needs setpriv (util-linux) to drop root's power over files"
)
def test_output_folder_read_only(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    output.chmod(0o555)
    with Site.of(5) as site:
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*command, sys.executable, "-m", "tests.kill.killed_crawl", site.base, str(output)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=BOUND,
        )
        assert done.returncode == 1, done.stderr
        assert "cannot write to the output folder" in done.stderr.splitlines()[-1]
        assert site.log == []
        output.chmod(0o755)
        assert rounds.crawl(site, Place(output))[0] == 0
        rounds.check(site, Place(output))


def test_output_folder_is_a_file(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.write_text("not a folder")
    with Site.of(5) as site:
        code, text = rounds.crawl(site, Place(output))
        assert code == 1, text
        assert "cannot write to the output folder" in text
        assert site.log == []


@pytest.mark.parametrize("how", ["renamed", "removed", "a file in its place"])
def test_output_folder_taken_away_while_it_runs(how: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    with Site.of(24) as site:
        site.delay = 0.1
        process = rounds.start(site, Place(output), "-s", "EXPORT_BATCH_LINES=2")
        rounds.wait_for_requests(site, process, 8)
        output.rename(tmp_path / "elsewhere")
        if how != "renamed":
            shutil.rmtree(tmp_path / "elsewhere")
        if how == "a file in its place":
            output.write_text("in the way")
        _, text = process.communicate(timeout=BOUND)
        assert process.returncode == 1, text
        wanted = "cannot write" if how == "a file in its place" else "taken away while it was in use"
        assert wanted in text or "taken away" in text
        assert not list(output.glob("press/*"))
        if how == "a file in its place":
            output.unlink()
        if how == "renamed":
            shutil.rmtree(output)
            (tmp_path / "elsewhere").rename(output)
        site.delay = 0
        assert rounds.crawl(site, Place(output))[0] == 0
        rounds.check(site, Place(output))


def test_ledger_locked_by_another_process(sqlite_place: Place) -> None:
    with Site.of(24) as site:
        site.delay = 0.05
        process = rounds.start(site, sqlite_place, "-s", "EXPORT_BATCH_LINES=4", "-s", "LEDGER_WAIT=0.5")
        rounds.wait_for_requests(site, process, 8)
        other = sqlite3.connect(sqlite_place.output / ".ledger.db", timeout=30)
        other.execute("BEGIN IMMEDIATE")
        _, text = process.communicate(timeout=BOUND)
        assert process.returncode == 1, text
        assert text.count("held locked by another process") == 1, text
        assert last_record(sqlite_place.output)["finish_reason"] == "output_error"
        code, text = rounds.crawl(site, sqlite_place, "-s", "LEDGER_WAIT=0.2")
        assert code == 1
        assert "held locked by another process" in text
        other.close()
        assert rounds.crawl(site, sqlite_place)[0] == 0
        rounds.check(site, sqlite_place)


@pytest.mark.parametrize("how", ["noise", "truncated", "deleted"])
def test_ledger_damaged_while_it_runs(how: str, sqlite_place: Place) -> None:
    with Site.of(40) as site:
        site.delay = 0.05
        process = rounds.start(site, sqlite_place, "-s", "EXPORT_BATCH_LINES=4")
        rounds.wait_for_requests(site, process, 20)
        ledger = sqlite_place.output / ".ledger.db"
        for path in (ledger, sqlite_place.output / ".ledger.db-wal"):
            if how == "deleted":
                path.unlink()
            elif how == "truncated":
                os.truncate(path, path.stat().st_size // 2)
            else:
                path.write_bytes(os.urandom(path.stat().st_size))
        _, text = process.communicate(timeout=BOUND)
        assert process.returncode in {0, 1}, text
        assert "Traceback" not in text
        for _ in range(2):
            code, text = rounds.crawl(site, sqlite_place)
            assert code == 0, text
        rounds.check(site, sqlite_place)


def test_clock_set_back_a_day(sqlite_place: Place) -> None:
    with Site.of(12) as site:
        assert rounds.crawl(site, sqlite_place)[0] == 0
        site.articles.update(Site.of(24).articles)
        assert rounds.crawl(site, sqlite_place, "--days", "-1")[0] == 0
        assert len(list(sqlite_place.output.glob("press/*.jsonl"))) == 2
        site.articles.update(Site.of(30).articles)
        assert rounds.crawl(site, sqlite_place)[0] == 0
        rounds.check(site, sqlite_place)
        assert len(rounds.lines(sqlite_place.output)) == 30


def test_midnight_in_the_middle_of_a_crawl(sqlite_place: Place) -> None:
    with Site.of(30) as site:
        site.delay = 0.1
        process = rounds.start(site, sqlite_place, "--day-at-signal", "-s", "EXPORT_BATCH_LINES=4")
        rounds.wait_for_requests(site, process, 14)
        process.send_signal(signal.SIGUSR1)
        _, text = process.communicate(timeout=BOUND)
        assert process.returncode == 0, text
        files = sorted(path.name for path in sqlite_place.output.glob("press/*.jsonl"))
        assert len(files) == 2
        for line in rounds.lines(sqlite_place.output):
            assert f"{line['fetched_at'][:10]}.jsonl" in files
        for name in files:
            text = (sqlite_place.output / "press" / name).read_text()
            assert {json.loads(line)["fetched_at"][:10] for line in text.splitlines()} == {name[:10]}
        site.log.clear()
        assert rounds.crawl(site, sqlite_place)[0] == 0
        assert not [path for path in site.paths() if path.startswith("/story/")]
        rounds.check(site, sqlite_place)


def test_two_runs_in_the_same_instant(place: Place) -> None:
    with Site.of(24) as site:
        site.delay = 0.05
        both = [rounds.start(site, place) for _ in range(2)]
        ends = [process.communicate(timeout=BOUND)[1] for process in both]
        codes = [process.returncode or 0 for process in both]
        assert sorted(codes) == [0, 75], ends
        busy = ends[codes.index(75)].strip().splitlines()
        assert len(busy) == 1
        assert "being crawled by another run" in busy[0]
        rounds.check(site, place)
