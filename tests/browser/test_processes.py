"""The browser's processes: none for a site that needs none, none left behind, another one when one is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.browser.hostile_site import HostileSite
from tests.crawl import ROOT, command, crawl, read_jsonl
from tests.newsroom import Newsroom, differences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory
    from tests.newsroom.http import Request

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}


def start(site: Newsroom, output: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("show_more", output, SPIDERS, site_url=site.base_url, sections="politics,society"),
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def browsers_below(process: int) -> list[psutil.Process]:
    found = []
    for child in psutil.Process(process).children(recursive=True):
        with suppress(psutil.Error):  # it has ended since
            if child.name().lower().startswith(("chrom", "node")) and child.status() != "zombie":
                found.append(child)
    return found


def mains(process: int) -> list[psutil.Process]:
    """The browsers themselves, without their drivers and renderers."""
    found = []
    for child in browsers_below(process):
        with suppress(psutil.Error):
            if not child.name().startswith("node") and not any("--type=" in word for word in child.cmdline()):
                found.append(child)
    return found


def wait_for(condition: object, seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.05)


def test_without_render_playwright_is_not_imported() -> None:
    code = """
import sys
from scrapy.crawler import Crawler
from scrapy.utils.project import get_project_settings
from newscrawler.spiders.tass import TassSpider
from newscrawler.commands import crawl
from scrapy.core.downloader import DownloaderMiddlewareManager
settings = get_project_settings()
crawler = Crawler(TassSpider, settings)
from newscrawler.rendering.middleware import Render
from scrapy.exceptions import NotConfigured
try:
    Render.from_crawler(crawler)
except NotConfigured:
    print("off", any(name.startswith("playwright") for name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "off False", done.stderr


@pytest.mark.parametrize("number", [None, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left(newsroom: NewsroomFactory, tmp_path: Path, number: signal.Signals | None) -> None:
    site = newsroom("scripted", page_size=3)
    process = start(site, tmp_path)
    wait_for(lambda: len(site.asked("/api/story*")) > 3)
    below = browsers_below(process.pid)
    assert below
    begin = time.monotonic()
    if number is None:
        process.wait(60)
    else:
        process.send_signal(number)
        process.wait(15)
        assert time.monotonic() - begin < 8
    wait_for(lambda: not any(child.is_running() and child.status() != "zombie" for child in below), 5)
    if number == signal.SIGTERM:
        (run,) = read_jsonl([tmp_path / "runs.jsonl"])
        assert run["finish_reason"] == "shutdown"
        assert not run["failed"]


def test_a_browser_that_is_killed_is_replaced(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted", page_size=3)
    process = start(site, tmp_path)
    for stories in (2, 6):
        wait_for(lambda wanted=stories: len(site.asked("/api/story*")) > wanted)
        for child in mains(process.pid):
            child.kill()
    assert process.wait(90) == 0
    lines = read_jsonl(list(tmp_path.glob("show_more/*.jsonl")))
    wanted = [article for article in site.articles if article.section_slug in {"politics", "society"}]
    assert differences(lines, wanted, ("headline", "body")) == []


def test_a_browser_that_hangs_is_replaced(tmp_path: Path) -> None:
    stopped: list[int] = []

    def stop_the_browser(request: Request) -> None:
        if request.path == "/article/popups" and not stopped:
            for child in mains(crawling[0]):
                stopped.append(child.pid)
                child.suspend()

    crawling: list[int] = []
    settings = {**SPIDERS, "RENDER_TIMEOUT": "5", "RENDER_PAGES": "1"}
    with HostileSite("sound", "popups", "state", on_request=stop_the_browser) as site:
        process = subprocess.Popen(
            command("tide", tmp_path, settings, site_url=site.base_url, sections="articles"),
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        crawling.append(process.pid)
        process.wait(100)
    assert stopped
    wait_for(lambda: not any(psutil.pid_exists(pid) for pid in stopped), 5)
    lines = read_jsonl(list(tmp_path.glob("tide/*.jsonl")))
    assert {line["headline"].rpartition(" ")[2] for line in lines} == {"sound", "popups", "state"}


def test_no_browser_is_one_line_with_both_remedies(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted")
    found = crawl(
        "filled", tmp_path, {**SPIDERS, "BROWSER_PATH": "/nonexistent/chromium"}, site_url=site.base_url
    )
    assert found.code == 1
    last = found.stderr.strip().split("\n")[-1]
    assert "apt-get install chromium" in last
    assert "playwright install chromium" in last
    assert "Traceback" not in found.stderr
