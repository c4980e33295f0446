"""A browser that the crawl does not start itself renders only where the operator lets it in."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from newscrawler.rendering.choice import choose
from newscrawler.rendering.launch import ARGUMENTS, installed
from tests.browser.hostile_site import HostileSite
from tests.crawl import crawl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A browser of another process, and the URL by which it is reached."""
    own = choose("", installed("")[0].executable).executable
    profile = tmp_path_factory.mktemp("profile")
    asked = ("--headless", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={profile}")
    with subprocess.Popen(
        [own, *ARGUMENTS, *asked], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        url = next(found[0] for line in process.stderr if (found := re.search(r"ws://\S+", line)))
        yield process, url
        process.kill()


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
