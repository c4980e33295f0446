"""A crawl that keeps its pages is killed twenty times: its files are whole, and say what its lines say."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from warcio.cli import main as warcio

from newscrawler.output.folder import reading_file
from tests.crawl import crawl, options
from tests.forks import BOUND, SCRAPY, Fork, scrapy
from tests.kill.rounds import check_runs

if TYPE_CHECKING:
    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow

KILLS = 20


def frozen_at(process: Fork, output: Path) -> str:
    """Stop a crawl; return the page that it is reading by its mark, empty where it reads none."""
    process.send_signal(signal.SIGSTOP)
    with suppress(FileNotFoundError, ProcessLookupError):  # it has ended
        while Path("/proc", str(process.pid), "stat").read_text("ascii").rpartition(") ")[2][0] not in "TZ":
            time.sleep(0.001)
    mark = reading_file(output, "tass")
    if process.poll() is not None or not mark.exists():
        return ""
    return mark.read_bytes().partition(b"\0")[0].decode()


def test_what_a_killed_crawl_has_kept_is_what_its_lines_say(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site, dice = newsroom("today"), random.Random(22)
    output, kept = tmp_path / "out", tmp_path / "warc"
    kept.mkdir()
    settings = {"WARC_DIR": str(kept), "EXPORT_BATCH_LINES": "2", "DOWNLOAD_DELAY": "0.02"}
    killed, died_at = 0, ""
    for _ in range(KILLS):
        wanted, before = dice.randrange(1, 16), len(site.asked("*"))
        process = Fork(SCRAPY, options("tass", output, settings, site_url=site.base_url))
        while len(site.asked("*")) < before + wanted and process.poll() is None:
            time.sleep(0.005)
        # a page at which two runs in a row have died is read no more: not at the page of the kill before
        while (at := frozen_at(process, output)) and at == died_at:
            process.send_signal(signal.SIGCONT)
            time.sleep(0.005)
        died_at = at or died_at
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait(BOUND)
    assert killed > KILLS / 2
    found = crawl("tass", output, settings, site_url=site.base_url)
    assert found.code == 0, found.stderr
    assert Counter(found.ids) == {f"tass:{article.number}": 1 for article in site.articles}
    check_runs(output)

    files = sorted(kept.rglob("*.warc.gz"))
    with pytest.raises(SystemExit) as checked:
        warcio(["check", *map(str, files)])
    assert not checked.value.code
    assert {line["archived"]["file"] for line in found.lines} <= {
        str(file.relative_to(kept)) for file in files
    }
    asked = len(site.requests)
    read = scrapy("replay", "tass", "-s", f"OUTPUT_DIR={output}", "-s", f"WARC_DIR={kept}")
    assert read.returncode == 0, read.stderr
    count = len(found.lines)
    assert f"{count} lines: {count} the same, 0 would differ" in read.stderr
    assert len(site.requests) == asked
