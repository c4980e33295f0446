"""Whole runs in processes of their own: lines beside Scrapy's feeds, the rebuild command, a ledger in PostgreSQL."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawler.ledger import open_ledger
from tests.kill import rounds
from tests.kill.forks import PROJECT
from tests.kill.site import Site
from tests.postgres import postgres_url
from tests.schema import validate

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["postgres_url"]

pytestmark = pytest.mark.slow


def scrapy(*arguments: str, output: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments, "-s", f"OUTPUT_DIR={output}"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_lines_and_scrapys_own_feeds(tmp_path: Path) -> None:
    feeds = {str(tmp_path / "feed.jsonl"): {"format": "jsonlines", "encoding": "utf-8"}}
    with Site.of(12) as site:
        code, text = rounds.crawl(site, tmp_path / "output", "-s", f"FEEDS={json.dumps(feeds)}")
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
    with Site.of(12) as site:
        assert rounds.crawl(site, tmp_path)[0] == 0
        before = rounds.ledger_rows(tmp_path)
        for path in tmp_path.glob(".ledger.db*"):
            path.unlink()
        done = scrapy("rebuild", output=tmp_path)
        assert (done.returncode, done.stdout) == (0, "press: 12 lines read\n"), done.stderr
        assert rounds.ledger_rows(tmp_path) == before
        done = scrapy("rebuild", "nowhere", output=tmp_path)
        assert done.returncode == 2
        assert "there are: press" in done.stdout
        ledger = open_ledger(Settings({"OUTPUT_DIR": str(tmp_path)}), "press")
        done = scrapy("rebuild", "press", output=tmp_path)
        ledger.close()
        assert done.returncode == 75
        assert "another run" in done.stdout


@pytest.mark.fleet
def test_killed_and_started_again_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    ledger_url = ("-s", f"LEDGER_URL={postgres_url}")
    with Site.of(24) as site:
        for fault in ("mid_append:2", "after_sync:4", "before_commit:3", "after_commit:9"):
            code, text = rounds.crawl(
                site, tmp_path, *ledger_url, "-s", "EXPORT_BATCH_LINES=3", "--fault", fault
            )
            assert code in {0, -signal.SIGKILL}, text
        code, text = rounds.crawl(site, tmp_path, *ledger_url)
        assert code == 0, text
        site.log.clear()
        assert rounds.crawl(site, tmp_path, *ledger_url)[0] == 0
        assert [path for path in site.paths() if path.startswith("/story/")] == []
        found = Counter((line["id"], line["revision"]) for line in rounds.lines(tmp_path))
        assert found == Counter((f"press:{number}", 1) for number in site.articles)
        # another machine, another disk, the same ledger: it knows what the first has
        site.articles.update(Site.of(30).articles)
        site.log.clear()
        assert rounds.crawl(site, tmp_path / "two", *ledger_url)[0] == 0
        assert len(rounds.lines(tmp_path / "two")) == 6
        assert rounds.crawl(site, tmp_path, *ledger_url)[0] == 0
        assert len(rounds.lines(tmp_path)) == 24
        site.articles.update(Site.of(60).articles)
        site.delay = 0.05
        both = [rounds.start(site, tmp_path / name, *ledger_url) for name in ("three", "four")]
        ends = [process.communicate(timeout=60)[1] for process in both]
        assert sorted(process.returncode or 0 for process in both) == [0, 75], ends
