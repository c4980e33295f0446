"""A request that asks the browser for what cannot be fails alone, with its reason; the browser goes on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.hostile_site import HostileSite
from tests.crawl import crawl

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SETTINGS = {"SPIDER_MODULES": "tests.browser.odd_spiders", "ALLOWED_PRIVATE_HOSTS": "127.0.0.1"}


def crawled(name: str, folder: Path, **settings: str) -> tuple[dict[str, dict[str, Any]], str]:
    """Crawl; return what was yielded for each page, and the log."""
    feeds = json.dumps({str(folder / "items.json"): {"format": "json"}})
    with HostileSite("sound") as site:
        found = crawl(name, folder, {**SETTINGS, **settings, "FEEDS": feeds}, base=site.base_url)
    items = json.loads((folder / "items.json").read_text() or "[]")
    return {item["page"]: item for item in items}, found.stderr


def test_each_fails_alone_with_its_reason(tmp_path: Path) -> None:
    items, log = crawled("odd", tmp_path, RENDER_PAGES="2")
    reasons = {page: item["failed"] for page, item in items.items() if "failed" in item}
    wrong = dict.fromkeys(("kwargs", "viewport", "zone", "goto", "handlers"), "failed playwright_meta")
    failing = dict.fromkeys(("raises", "closes", "blank"), "failed page_method")
    assert reasons == wrong | failing
    assert "KeyError: 'price'" in log
    assert log.count("Browser: ") == 1, "the browser is sound, and stays"
    assert items["no page"]["paragraphs"] == 6
    assert items["fragment"]["said"] == "#/politics"


def test_a_crawl_goes_on_whose_callback_never_closes_a_page(tmp_path: Path) -> None:
    items, log = crawled("keeping", tmp_path, RENDER_PAGES="2", RENDER_KEPT_SECONDS="1")
    assert sorted(items) == ["0", "1", "2", "3"]
    assert "its callback has not closed the page (playwright_include_page) for 1 s" in log


def test_what_is_not_rendered_is_said_where_there_is_no_errback(tmp_path: Path) -> None:
    items, log = crawled("silent", tmp_path)
    assert items == {}
    assert "not rendered: playwright_meta: playwright_proxy cannot be used here" in log


def test_what_one_request_gets_wrong_costs_no_other(tmp_path: Path) -> None:
    items, log = crawled("mistaken", tmp_path, RENDER_PAGES="2")
    reasons = {page: item["failed"] for page, item in items.items() if "failed" in item}
    assert reasons == dict.fromkeys(("no init", "plain init", "one method"), "failed playwright_meta")
    assert len(items) == 7
    assert "/article/sound: the request's handler of 'request' raised" in log


def test_a_crawl_goes_on_whose_driver_ends_while_a_callback_has_a_page(tmp_path: Path) -> None:
    items, _ = crawled("dying", tmp_path, RENDER_PAGES="1")
    assert sorted(items) == ["0", "1", "2"]


def test_pages_that_never_rest_or_cannot_be_looked_at(tmp_path: Path) -> None:
    items, log = crawled("restless", tmp_path, RENDER_PAGES="1", RENDER_MAX_REQUESTS="8", DOWNLOAD_DELAY="0")
    reasons = {page: item["failed"] for page, item in items.items() if "failed" in item}
    assert reasons == {
        "floods": "failed render_requests",
        "blanks": "failed navigated_away",
        "breaks": "failed script_error",
    }
    assert items["polls"]["paragraphs"] == items["sound"]["paragraphs"] == 6
    assert items["hogs"]["said"].endswith("And then: bounded."), "it has not got 3 GB"
    assert log.count("Browser: ") <= 2, (
        "what a page does to itself is not tried in one browser after the other"
    )
