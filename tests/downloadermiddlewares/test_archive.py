"""A crawl with ``WARC_DIR`` keeps what it fetches; each line says where its page lies."""

from __future__ import annotations

import random
import signal
import time
from typing import TYPE_CHECKING

import pytest
from warcio.archiveiterator import ArchiveIterator

from newscrawler.downloadermiddlewares.archive import ArchiveMiddleware
from tests.archives.test_warc_folder import check, records
from tests.crawl import crawl, options, read_jsonl
from tests.forks import SCRAPY, Fork, scrapy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow


def test_lines_say_where_their_pages_lie(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site, warc = newsroom("today"), tmp_path / "warc"
    found = crawl(
        "tass", tmp_path / "out", {"WARC_DIR": str(warc)}, site_url=site.base_url, sections="science"
    )
    assert found.code == 0, found.stderr
    check(*warc.rglob("*.warc.gz"))
    for line in found.lines:
        archived = line["archived"]
        with (warc / archived["file"]).open("rb") as file:
            file.seek(archived["offset"])
            record = next(iter(ArchiveIterator(file)))
        assert record.rec_headers.get_header("WARC-Record-ID") == archived["record_id"]
        assert record.rec_headers.get_header("WARC-Target-URI") == line["url"]
    kept = [url for kind, url, _ in records(warc) if kind == "response"]
    assert len(kept) == len(site.requests)
    metadata = [text for kind, _, text in records(warc) if kind == "metadata"]
    assert all(b"run: " in text for text in metadata)
    assert any(b"listing: " in text for text in metadata)


def test_killed_twenty_times(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site, warc, out = newsroom("today", latency=0.005), tmp_path / "warc", tmp_path / "out"
    chance = random.Random(22)
    settings = {"WARC_DIR": str(warc), "EXPORT_BATCH_LINES": "3", "WARC_MAX_BYTES": "200000"}
    command = options("tass", out, settings, site_url=site.base_url)
    for _ in range(20):
        with Fork(SCRAPY, command) as fork:
            before = len(site.requests)
            wanted = before + chance.randrange(1, 12)
            until = time.monotonic() + 20
            while fork.poll() is None and len(site.requests) < wanted and time.monotonic() < until:
                time.sleep(0.002)
            fork.send_signal(signal.SIGKILL)
    found = crawl("tass", out, settings, site_url=site.base_url)
    assert found.code in {0, 3}, found.stderr  # a page at which two runs died is left unread
    lines = read_jsonl(list(out.glob("tass/*.jsonl")))
    assert len({(line["id"], line["revision"]) for line in lines}) == len(lines)
    check(*warc.rglob("*.warc.gz"))
    for line in lines:
        with (warc / line["archived"]["file"]).open("rb") as file:
            file.seek(line["archived"]["offset"])
            record = next(iter(ArchiveIterator(file)))
        assert record.rec_headers.get_header("WARC-Record-ID") == line["archived"]["record_id"]
    replayed = scrapy("replay", "tass", "-s", f"OUTPUT_DIR={out}", "-s", f"WARC_DIR={warc}")
    count = len({line["id"] for line in lines})
    assert f"tass: {count} lines: {count} the same, 0 would differ" in replayed.stderr


def test_a_folder_that_cannot_be_used_ends_the_run(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    settings = {"WARC_DIR": str(tmp_path / "gone" / "warc")}
    found = crawl("tass", tmp_path / "out", settings, site_url=site.base_url)
    assert found.code == 1
    assert "cannot keep pages in WARC_DIR=" in found.stderr.strip().split("\n")[-1]
    assert site.requests == []


def test_a_full_disk_ends_the_run_and_the_next_goes_on(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site, warc, out = newsroom("today"), tmp_path / "warc", tmp_path / "out"
    command = options("tass", out, {"WARC_DIR": str(warc)}, site_url=site.base_url, sections="science")
    with Fork(SCRAPY, command, room=60_000) as fork:
        stderr = fork.communicate()[1]
        assert fork.wait(0) == 1, stderr
    assert "cannot" in stderr.strip().split("\n")[-1]
    found = crawl("tass", out, {"WARC_DIR": str(warc)}, site_url=site.base_url, sections="science")
    assert found.code == 0, found.stderr
    check(*warc.rglob("*.warc.gz"))
    assert len(set(found.ids)) == len(found.ids)
    assert ArchiveMiddleware.__doc__
