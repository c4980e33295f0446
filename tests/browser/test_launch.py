"""A browser that the crawl does not start itself renders only where the operator lets it in."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Error as BrowserError
from playwright.async_api import async_playwright

from newscrawler.rendering.choice import choose
from newscrawler.rendering.launch import ARGUMENTS, installed
from tests.browser.hostile_site import HostileSite
from tests.crawl import crawl

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A browser of another process, and the URL by which it is reached."""
    own = choose("", installed("")[0].executable).executable
    profile = tmp_path_factory.mktemp("profile")
    asked = ("--headless", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={profile}")
    with subprocess.Popen(
        [own, *ARGUMENTS, *asked],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Debian's is a script that starts it
    ) as process:
        try:
            assert process.stderr
            url = next(found[0] for line in process.stderr if (found := re.search(r"ws://\S+", line)))
            yield process, url
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The URL of ``playwright run-server``, which starts a browser of its own for each that connects."""
    browsers = tmp_path / "browsers"
    command = [sys.executable, "-m", "playwright", "run-server", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(
        command,
        env={**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(browsers)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        url = next(found[0] for line in process.stdout if (found := re.search(r"ws://\S+", line)))
        try:
            install_own_browser(url, browsers)
            yield url
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def install_own_browser(url: str, browsers: Path) -> None:
    """Put the browser of this machine where the server looks for Playwright's."""

    async def asked() -> str:
        async with async_playwright() as playwright:
            with pytest.raises(BrowserError) as error:
                await playwright.chromium.connect(url)
            return str(error.value)

    found = re.search(rf"{re.escape(str(browsers))}/\S+", asyncio.run(asked()))
    assert found
    path, own = Path(found[0]), choose("", installed("")[0].executable).executable
    path.parent.mkdir(parents=True)
    path.write_text(f'#!/bin/sh\nexec "{own}" --no-sandbox "$@"\n', "utf-8")
    path.chmod(0o755)


def test_a_server_of_playwright_renders_where_it_is_let_in(server: str, tmp_path: Path) -> None:
    settings = {**SPIDERS, "PLAYWRIGHT_CONNECT_URL": server, "RENDER_REMOTE_BROWSER": "1"}
    with HostileSite("sound", "forbidden") as site:
        found = crawl("tide", tmp_path / "output", settings, site_url=site.base_url, sections="articles")
        assert not site.asked("/private/*")
        assert not [request for request in site.requests if "127.0.0.3" in request.host]
    assert len(found.lines) == 2, found.stderr[-3000:]
    assert "Browser: remote chromium" in found.stderr


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    settings = {**SPIDERS, "PLAYWRIGHT_CONNECT_URL": "ws://127.0.0.1:9/", "RENDER_REMOTE_BROWSER": "1"}
    with HostileSite("sound") as site:
        found = crawl("tide", tmp_path, settings, site_url=site.base_url, sections="articles")
    assert found.code == 1
    assert "there is no browser at ws://127.0.0.1:9/" in found.stderr.strip().split("\n")[-1]


def test_a_remote_browser_is_refused_in_one_line(tmp_path: Path) -> None:
    found = crawl("tide", tmp_path, {**SPIDERS, "PLAYWRIGHT_CDP_URL": "http://127.0.0.1:9"})
    assert found.code == 2
    assert "RENDER_REMOTE_BROWSER=True lets it in" in found.stderr.strip().split("\n")[-1]
    assert "Traceback" not in found.stderr


def test_a_remote_browser_that_is_let_in_renders(
    remote: tuple[subprocess.Popen[str], str], tmp_path: Path
) -> None:
    process, url = remote
    settings = {**SPIDERS, "PLAYWRIGHT_CDP_URL": url, "RENDER_REMOTE_BROWSER": "1"}
    with HostileSite("sound", "forbidden") as site:
        found = crawl("tide", tmp_path, settings, site_url=site.base_url, sections="articles")
        assert not site.asked("/private/*")
        assert not [request for request in site.requests if "127.0.0.3" in request.host]
    assert len(found.lines) == 2, found.stderr[-3000:]
    assert "Browser: remote chromium" in found.stderr
    assert process.poll() is None, "it is not ours to end"
