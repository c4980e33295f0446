"""The browser's processes: none for a site that needs none, none left behind, another one when one is
killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.browser.hostile_site import HostileSite
from tests.crawl import ROOT, crawl, options, read_jsonl
from tests.forks import BOUND, SCRAPY, Fork
from tests.newsroom import Newsroom, differences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory
    from tests.newsroom.http import Request

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}


def start(site: Newsroom, output: Path, sections: str) -> Fork:
    return Fork(SCRAPY, options("show_more", output, SPIDERS, site_url=site.base_url, sections=sections))


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


def drivers(process: int) -> list[psutil.Process]:
    """The processes between a crawl and its browsers: Playwright's."""
    found = []
    for child in browsers_below(process):
        with suppress(psutil.Error):
            if child.name().startswith("node"):
                found.append(child)
    return found


def wait_for(condition: object, seconds: float = BOUND) -> None:
    until = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.05)


@contextmanager
def ended(process: Fork) -> Iterator[Fork]:
    """A crawl that is not left behind by a test that fails."""
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


@dataclass
class Hanging:
    """A crawl whose browser is stopped while it is under way."""

    output: Path
    process: Fork | None = None
    stopped: list[int] = field(default_factory=list)

    def stop_the_browser(self, request: Request) -> None:
        if request.path == "/article/popups" and self.process and not self.stopped:
            for child in mains(self.process.pid):
                self.stopped.append(child.pid)
                child.suspend()


@pytest.fixture(scope="module", autouse=True)
def hanging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hanging]:
    """Started before the first test of this file and looked at by the last one: it mostly waits."""
    crawling = Hanging(tmp_path_factory.mktemp("hanging"))
    settings = {**SPIDERS, "RENDER_TIMEOUT": "5", "RENDER_PAGES": "1"}
    with HostileSite("sound", "popups", "state", on_request=crawling.stop_the_browser) as site:
        tide = options("tide", crawling.output, settings, site_url=site.base_url, sections="articles")
        crawling.process = Fork(SCRAPY, tide)
        yield crawling
        crawling.process.send_signal(signal.SIGTERM)
        crawling.process.wait()


def test_without_render_playwright_is_not_imported() -> None:
    code = """
import sys
from scrapy.crawler import Crawler
from scrapy.utils.project import get_project_settings
from newscrawler.spiders.tass.spider import TassSpider
from newscrawler.commands import crawl
from scrapy.core.downloader import DownloaderMiddlewareManager
settings = get_project_settings()
crawler = Crawler(TassSpider, settings)
from newscrawler.downloadermiddlewares.render import RenderMiddleware
RenderMiddleware.from_crawler(crawler)
print("off", any(name.startswith(("playwright", "scrapy_playwright")) for name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "off False", done.stderr


@pytest.mark.parametrize("number", [None, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left(newsroom: NewsroomFactory, tmp_path: Path, number: signal.Signals | None) -> None:
    site = newsroom("scripted", page_size=3, latency=0.4)  # so that it is told long before its end
    with ended(start(site, tmp_path, "politics,society" if number else "sports")) as process:
        wait_for(lambda: len(site.asked("/api/story*")) > 1)
        below = browsers_below(process.pid)
        assert below
        if number is not None:
            process.send_signal(number)
        process.wait()
    wait_for(lambda: not any(child.is_running() and child.status() != "zombie" for child in below))
    if number == signal.SIGTERM:
        (run,) = read_jsonl([tmp_path / "runs.jsonl"])
        assert run["finish_reason"] == "shutdown"
        assert not run["failed"]
        assert run["left"].get("shutdown"), "it did not go on to the end"


def test_a_browser_and_a_driver_that_are_killed_are_replaced(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site = newsroom("scripted", page_size=3, latency=0.15)  # so that answers are under way when it happens
    killed = []
    with ended(start(site, tmp_path, "society")) as process:
        for stories, found in ((1, mains), (7, drivers)):
            wait_for(lambda wanted=stories: len(site.asked("/api/story*")) > wanted)
            for child in found(process.pid):
                with suppress(psutil.NoSuchProcess):  # a child of a browser just killed may be gone already
                    child.kill()
                    killed.append(child)
        assert len(killed) >= 2
        assert process.wait() == 0
    lines = read_jsonl(list(tmp_path.glob("show_more/*.jsonl")))
    wanted = [article for article in site.articles if article.section_slug == "society"]
    assert differences(lines, wanted, ("headline", "body")) == []
    log = process.communicate(0)[1]
    assert log.count("Browser: ") == 3
    for sign in (" ERROR ", "never retrieved", "never awaited", "was destroyed", "Traceback"):
        assert sign not in log, log[-3000:]


def test_no_browser_is_one_line_with_both_remedies(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted")
    found = crawl(
        "filled", tmp_path, {**SPIDERS, "BROWSER_PATH": "/nonexistent/chromium"},
        site_url=site.base_url, sections="sports",
    )  # fmt: skip
    assert found.code == 1
    last = found.stderr.strip().split("\n")[-1]
    assert "apt-get install chromium" in last
    assert "playwright install chromium" in last
    assert "Traceback" not in found.stderr


def test_a_program_that_is_no_browser_is_one_line(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted")
    found = crawl(
        "filled", tmp_path, {**SPIDERS, "BROWSER_PATH": "/bin/false"},
        site_url=site.base_url, sections="sports",
    )  # fmt: skip
    assert found.code == 1
    assert "/bin/false could not be started" in found.stderr.strip().split("\n")[-1]
    assert "Traceback" not in found.stderr


def test_a_browser_that_hangs_is_replaced(hanging: Hanging) -> None:
    assert hanging.process
    hanging.process.wait()
    assert hanging.stopped
    wait_for(lambda: not any(psutil.pid_exists(pid) for pid in hanging.stopped))
    lines = read_jsonl(list(hanging.output.glob("tide/*.jsonl")))
    assert {line["headline"].rpartition(" ")[2] for line in lines} == {"sound", "popups", "state"}
