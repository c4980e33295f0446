"""On a terminal: one live line and a summary; elsewhere plain log lines."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from tests.crawl import ROOT, command, crawl
from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow


def on_a_terminal(arguments: list[str]) -> str:
    ours, theirs = pty.openpty()
    with subprocess.Popen(arguments, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
        running.wait()
    os.close(ours)
    return shown.decode()


def test_on_a_terminal(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today", latency=0.05)
    shown = on_a_terminal(command("tass", tmp_path, site_url=site.base_url, sections="science"))
    live = re.findall(
        r"\r\x1b\[2Ktass: (\d+) articles, (\d+) pages, \d+ waiting, [\d.]+ pages/s, 0 errors", shown
    )
    assert live
    assert "INFO" not in shown
    summary = shown.rpartition("\x1b[2K")[2]
    assert re.search(r"tass: \d+ new.*\d+ listed; ended: finished", summary)
    assert str(tmp_path / "tass") in summary


def test_elsewhere(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    found = crawl("tass", tmp_path, site_url=newsroom("today").base_url, sections="science")
    assert "\x1b" not in found.stderr
    assert re.search(r"INFO newscrawler.extensions.progress: tass: \d+ new", found.stderr)
    assert len(found.lines) == found.runs[-1]["new"]
