"""Whole runs in processes of their own: lines beside Scrapy's feeds, the rebuild command, a ledger in
PostgreSQL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawler.ledger import open_ledger
from tests.defaults import DEFAULTS
from tests.forks import scrapy
from tests.kill import rounds
from tests.kill.place import Place
from tests.kill.site import Site
from tests.postgres import postgres_url
from tests.schema import validate

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

__all__ = ["postgres_url"]

pytestmark = pytest.mark.slow


def rebuild(*arguments: str, output: Path) -> subprocess.CompletedProcess[str]:
    return scrapy("rebuild", *arguments, "-s", f"OUTPUT_DIR={output}")


def test_lines_and_scrapys_own_feeds(tmp_path: Path) -> None:
    feeds = {str(tmp_path / "feed.jsonl"): {"format": "jsonlines", "encoding": "utf-8"}}
    with Site.of(12) as site:
        code, text = rounds.crawl(site, Place(tmp_path / "output"), "-s", f"FEEDS={json.dumps(feeds)}")
        assert code == 0, text
        lines = rounds.lines(tmp_path / "output")
    for line in lines:
        validate(line)
    feed = [json.loads(line) for line in (tmp_path / "feed.jsonl").read_text("utf-8").splitlines()]
    assert sorted(feed, key=lambda line: line["id"]) == sorted(lines, key=lambda line: line["id"])
    record = json.loads((tmp_path / "output" / "runs.jsonl").read_text())
    assert {line["run_id"] for line in lines} == {record["id"]}
    assert (record["listed"], record["new"], record["exit_code"]) == (12, 12, 0)
    assert len(record["files"]) == 1
    assert (tmp_path / "output" / record["files"][0]).is_file()


def test_rebuild_command(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with Site.of(12) as site:
        assert rounds.crawl(site, place)[0] == 0
        before = place.rows()
        place.lose_ledger()
        done = rebuild(output=tmp_path)
        assert (done.returncode, done.stdout) == (0, "press: 12 lines read\n"), done.stderr
        assert place.rows() == before
        done = rebuild("nowhere", output=tmp_path)
        assert done.returncode == 2
        assert "there are: press" in done.stdout
        ledger = open_ledger(Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path)}), "press")
        done = rebuild("press", output=tmp_path)
        ledger.close()
        assert done.returncode == 75
        assert "another run" in done.stdout
