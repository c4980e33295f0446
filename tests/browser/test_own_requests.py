"""A user's own spider that asks for pages as scrapy-playwright's documentation says."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawler.rendering.handler import RenderingHandler
from tests.browser.hostile_site import HostileSite
from tests.crawl import crawl
from tests.hostile.stamped import STAMPED
from tests.newsroom.http import Fault

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SETTINGS = {"SPIDER_MODULES": "tests.browser.own_spiders", "ALLOWED_PRIVATE_HOSTS": "127.0.0.1"}


WITHOUT_EFFECT = {"PLAYWRIGHT_DOWNLOAD_TIMEOUT": "1", "PLAYWRIGHT_RESTART_DISCONNECTED_BROWSER": "False"}
"""Settings of scrapy-playwright that change nothing: all tests of this crawl hold with them."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[HostileSite, dict[str, dict[str, Any]]]:
    """One crawl, and what it yielded for each page."""
    folder: Path = tmp_path_factory.mktemp("own")
    with HostileSite("sound") as site:
        feeds = json.dumps({str(folder / "items.json"): {"format": "json"}})
        settings = {**SETTINGS, **WITHOUT_EFFECT, "RENDER_PAGES": "2", "FEEDS": feeds}
        found = crawl("own", folder, settings, base=site.base_url)
        assert found.code == 0, found.stderr[-3000:]
        items = json.loads((folder / "items.json").read_text())
    return site, {item["page"]: item for item in items}


def test_it_is_scrapy_playwrights() -> None:
    assert issubclass(RenderingHandler, ScrapyPlaywrightDownloadHandler)


def test_page_methods(own: tuple[HostileSite, dict[str, dict[str, Any]]]) -> None:
    _, items = own
    assert (items["methods"]["paragraphs"], items["methods"]["title"]) == (6, "changed")
    assert items["dict"]["said"] == "sound | Tide Table", "results are in the request's meta"
    assert items["absent"] == {"page": "absent", "failed": "failed page_method", "closed": True}


def test_the_page_itself(own: tuple[HostileSite, dict[str, dict[str, Any]]]) -> None:
    _, items = own
    assert items["include"]["inside"] == [None, 1280, "en"]
    assert items["reused"]["paragraphs"] == 6, (
        "the page that was handed on is closed, and gives its turn back"
    )


def test_what_a_browser_without_a_network_cannot_say(
    own: tuple[HostileSite, dict[str, dict[str, Any]]],
) -> None:
    _, items = own
    answers = {name: item["set"] for name, item in items.items() if item.get("set")}
    assert answers == {key: ["playwright_page"] for key in ("include", "again", "init", "phone")}


def test_how_a_page_is_opened(own: tuple[HostileSite, dict[str, dict[str, Any]]]) -> None:
    _, items = own
    assert items["goto"]["paragraphs"] == 6
    assert items["referer"]["failed"] == "failed playwright_meta"
    assert items["init"]["inside"][0] == "init"
    assert items["init"]["routes"] == ["mine", "failed"], "its own route, and none to the network"
    assert items["events"]["heard"] == ["a word"]
    assert items["phone"]["inside"] == [None, 320, "de-DE"]


def test_where_a_page_leads_is_followed_within_the_bounds(
    own: tuple[HostileSite, dict[str, dict[str, Any]]],
) -> None:
    site, items = own
    assert (items["leaves"]["url"], items["leaves"]["paragraphs"]) == ("/article/arrived", 6)
    assert (items["on"]["url"], items["on"]["paragraphs"]) == ("/article/arrived", 6), "past a redirect"
    assert items["out"]["failed"] == "refused offsite"
    assert items["no"]["failed"] == "refused robots"
    assert not site.asked("/private/*")


def test_the_crawls_own_network(own: tuple[HostileSite, dict[str, dict[str, Any]]]) -> None:
    site, items = own
    assert items["forbidden"]["paragraphs"] == 6
    assert not [request for request in site.requests if "127.0.0.3" in request.host]
    assert not site.asked("/popup")
    assert items["past"]["failed"] == "refused offsite"
    assert not site.asked("/nowhere")
    assert not site.asked("/secret"), "the browser and its driver have no network of their own"
    assert all("newscrawler" in request.headers["user-agent"] for request in site.requests)


def test_navigation_timeout_holds_for_page_methods(tmp_path: Path) -> None:
    with HostileSite("sound") as site:
        site.fail("/article/never", Fault("stall"))
        feeds = json.dumps({str(tmp_path / "items.json"): {"format": "json"}})
        crawl("patience", tmp_path, {**SETTINGS, "RENDER_TIMEOUT": "300", "FEEDS": feeds}, base=site.base_url)
        assert site.asked("/article/never")
    assert json.loads((tmp_path / "items.json").read_text()) == [
        {"page": "never", "failed": "failed page_method"}
    ]


def test_delay_and_budget_hold_for_what_a_page_asks(tmp_path: Path) -> None:
    bounds = {"HOST_MAX_REQUESTS": "6", "DOWNLOAD_DELAY": "0.4", "CONCURRENT_REQUESTS_PER_DOMAIN": "1"}
    bounds["DOWNLOAD_HANDLERS"] = json.dumps(STAMPED)
    with HostileSite("sound") as site:
        crawl("budget", tmp_path, SETTINGS | bounds, base=site.base_url)
        asked = [request for request in site.requests if request.path != "/robots.txt"]
    assert {request.path for request in asked} == {"/article/asks", "/data"}
    assert len(asked) <= 6
    gaps = [after.sent - before.sent for before, after in itertools.pairwise(asked)]
    assert min(gaps) > 0.1, "Scrapy varies the delay by a half; a page's requests come no closer"
