"""A user's own spider that asks for pages as scrapy-playwright's documentation says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawler.rendering.handler import RenderingHandler
from tests.browser.hostile_site import HostileSite
from tests.crawl import crawl

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SETTINGS = {"SPIDER_MODULES": "tests.browser.own_spiders", "ALLOWED_PRIVATE_HOSTS": "127.0.0.1"}


def test_it_is_scrapy_playwrights() -> None:
    assert issubclass(RenderingHandler, ScrapyPlaywrightDownloadHandler)


def test_page_methods_and_the_page_itself_with_the_crawls_network(tmp_path: Path) -> None:
    with HostileSite("sound", "forbidden", "popups") as site:
        feeds = json.dumps({str(tmp_path / "items.json"): {"format": "json"}})
        found = crawl("own", tmp_path, {**SETTINGS, "FEEDS": feeds}, base=site.base_url)
        assert found.code == 0, found.stderr[-3000:]
        items = {item["page"]: item for item in json.loads((tmp_path / "items.json").read_text())}
        assert items["sound"] == {"page": "sound", "paragraphs": 6, "title": "changed", "kept": None}
        assert items["popups"]["kept"] == "The harbour master counts popups", "playwright_include_page"
        assert items["forbidden"]["paragraphs"] == 6
        assert items["goto"] == {"page": "goto", "failed": "playwright_meta"}
        assert not [request for request in site.requests if "127.0.0.3" in request.host]
        assert not site.asked("/private/*")
        assert not site.asked("/popup")
        assert all("newscrawler" in request.headers["user-agent"] for request in site.requests)
