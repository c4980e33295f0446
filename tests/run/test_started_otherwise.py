"""A crawl is a crawl, however it is started: lines, ledger and record are there; so are Scrapy's own
feeds."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.crawl import ROOT, crawl, read_jsonl
from tests.forks import BOUND, scrapy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow

PLAIN = """
from dataclasses import dataclass

import scrapy


@dataclass
class Heading:
    url: str
    text: str


class HeadingsSpider(scrapy.Spider):
    name = "headings"
    start_urls = ["{url}"]

    def parse(self, response):
        yield {{"url": response.url, "heading": response.css("h1::text").get()}}
        yield Heading(response.url, response.css("h1::text").get())
"""
SEVERAL = """
import sys

from scrapy.crawler import {process}
from scrapy.utils.project import get_project_settings

from headings import HeadingsSpider

settings = get_project_settings()
settings.setdict(dict(pair.split("=", 1) for pair in sys.argv[2:]), "cmdline")
process = {process}(settings)
process.crawl("tass", sections="science", site_url=sys.argv[1])
process.crawl(HeadingsSpider)
process.start()
"""


@pytest.fixture
def settings(tmp_path: Path) -> list[str]:
    return [f"OUTPUT_DIR={tmp_path / 'output'}", "ALLOWED_PRIVATE_HOSTS=127.0.0.1", "DOWNLOAD_DELAY=0"]


def python(*arguments: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={"PYTHONPATH": f"{ROOT}:{folder}", "PATH": ""},
        capture_output=True, text=True, timeout=BOUND, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stderr


def runs(folder: Path) -> dict[str, dict[str, Any]]:
    return {run["site"]: run for run in read_jsonl([folder / "output" / "runs.jsonl"])}


@pytest.mark.parametrize("process", ["CrawlerProcess", "AsyncCrawlerProcess"])
def test_several_spiders_in_one_process(
    newsroom: NewsroomFactory, tmp_path: Path, settings: list[str], process: str
) -> None:
    url = newsroom("today").base_url
    (tmp_path / "headings.py").write_text(PLAIN.format(url=f"{url}/science"))
    script = tmp_path / "several.py"
    script.write_text(SEVERAL.format(process=process))
    python(str(script), url, *settings, folder=tmp_path)
    found = runs(tmp_path)
    assert found["tass"]["exit_code"] == found["headings"]["exit_code"] == 0
    lines = read_jsonl(list(tmp_path.glob("output/tass/*.jsonl")))
    assert len(lines) == found["tass"]["new"] > 0
    assert found["headings"]["listed"] == 0
    assert not (tmp_path / "output" / "headings").exists()


def test_a_plain_spider_whose_items_are_its_own(
    newsroom: NewsroomFactory, tmp_path: Path, settings: list[str]
) -> None:
    url = f"{newsroom('today').base_url}/science"
    (tmp_path / "headings.py").write_text(PLAIN.format(url=url))
    feed = tmp_path / "feed.jsonl"
    options = [part for setting in settings for part in ("-s", setting)]
    done = scrapy("runspider", str(tmp_path / "headings.py"), "-o", str(feed), *options)
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    assert "Traceback" not in done.stderr
    assert [json.loads(line) for line in feed.read_text().splitlines()] == [
        {"url": url, "heading": "Science & Space"},
        {"url": url, "text": "Science & Space"},
    ]
    assert not list(tmp_path.glob("output/headings/*"))
    assert runs(tmp_path)["headings"]["exit_code"] == 0


def test_scrapys_own_feed_has_the_articles_and_nothing_else(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    feed = tmp_path / "feed.jsonl"
    found = crawl(
        "tass",
        tmp_path / "output",
        {"FEEDS": json.dumps({str(feed): {"format": "jsonlines"}})},
        site_url=newsroom("today").base_url,
    )
    assert found.code == 0, found.stderr
    assert found.rejected
    assert {json.loads(line)["id"] for line in feed.read_text().splitlines()} == set(found.ids)
