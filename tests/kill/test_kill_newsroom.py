"""The real spider on the bundled newsroom: killed again and again, then finished; run again."""

from __future__ import annotations

import json
import signal
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.crawl import crawl, options
from tests.forks import SCRAPY, Fork
from tests.kill.rounds import check_runs
from tests.schema import validate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow


def test_killed_again_and_again(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    settings = {"EXPORT_BATCH_LINES": "4", "DOWNLOAD_DELAY": "0.02"}
    for pages in (12, 25, 40):
        before = len(site.asked("*"))
        process = Fork(SCRAPY, options("tass", tmp_path, settings, site_url=site.base_url))
        while len(site.asked("*")) < before + pages and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
    found = crawl("tass", tmp_path, site_url=site.base_url)
    assert found.code == 0, found.stderr
    for line in found.lines:
        validate(line)
    wanted = {f"tass:{article.number}": 1 for article in site.articles}
    assert Counter(found.ids) == wanted
    check_runs(tmp_path)


def test_second_run(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    first = crawl("tass", tmp_path, {"VERIFY_NOT_MODIFIED": "0"}, site_url=site.base_url)
    before = len(site.asked("*"))
    second = crawl("tass", tmp_path, {"VERIFY_NOT_MODIFIED": "0"}, site_url=site.base_url)
    assert second.ids == first.ids
    pages = site.asked("*")[before:]
    known = {article.url.rpartition("/")[2] for article in site.articles}
    assert [hit.path for hit in pages if hit.path.rpartition("/")[2] in known] == []
    record = second.runs[-1]
    assert (record["new"], record["revised"]) == (0, 0)
    assert record["listings_not_modified"] >= 9  # a section page each, and the feed
    check_runs(tmp_path)
    assert json.loads((tmp_path / "runs.jsonl").read_text().splitlines()[0])["new"] == len(first.ids)
