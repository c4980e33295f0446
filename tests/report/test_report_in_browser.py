"""The report in a real browser: nothing scrolls sideways, no script is needed, axe-core finds no fault.

The last only where ``make test`` could fetch it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.rendering.choice import NoBrowser, choose
from newscrawler.report.gather import gather_page
from newscrawler.report.page import page
from tests.machine import AXE
from tests.report.invented_fleet import fleet
from tests.report.month import NOW, make_month, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser

FAULTS = "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)"
"""What is in order stays in the browser: it is a hundred times as much."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install 'newscrawler[browser]'")
    with playwright.sync_playwright() as driver:
        try:
            chosen = choose("", driver.chromium.executable_path)
        except NoBrowser as error:
            if os.environ.get("CI"):
                pytest.fail(str(error))
            pytest.skip(str(error))
        opened = driver.chromium.launch(executable_path=chosen.executable, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    output = tmp_path_factory.mktemp("month")
    make_month(output)
    path = output / "report.html"
    facts = replace(gather_page(settings_of(output), now=NOW), fleet=fleet())
    path.write_text(page(facts, output, NOW), "utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 380])
def test_nobody_is_shut_out(browser: Any, url: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    try:
        opened, errors = context.new_page(), list[str]()
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.goto(url)
        opened.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        assert opened.evaluate("document.documentElement.scrollWidth") == width
        rights = "[...document.querySelectorAll('svg.strip')].map((e) => e.getBoundingClientRect().right)"
        assert max(opened.evaluate(rights)) <= width, "the latest day of each field is seen"
        assert errors == []
        if AXE.exists():
            opened.evaluate(AXE.read_text("utf-8"))
            found = opened.evaluate(FAULTS)
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    finally:
        context.close()


def until(opened: Any) -> list[str]:
    """Return the hosts in the order of their table."""
    rows = opened.get_by_role("region", name="Table of hosts").locator("tbody th")
    return [str(text) for text in rows.all_inner_texts()]


def test_rows_are_sorted_and_sites_filtered_by_script_and_all_is_there_without(
    browser: Any, url: str
) -> None:
    for has_script in (True, False):
        context = browser.new_context(java_script_enabled=has_script)
        opened = context.new_page()
        opened.goto(url)
        assert opened.locator("section[data-site]:visible").count() == 3
        assert opened.locator("#filter").is_visible() is has_script
        if has_script:
            opened.get_by_role("button", name="In 24 h").click()
            opened.get_by_role("button", name="In 24 h").click()
            assert opened.locator("tbody tr").first.inner_text().startswith(("gazette", "herald"))
            opened.get_by_role("button", name="Until").click()
            assert until(opened) == ["tribune.example", "earlier.example"]
            opened.locator("#filter").fill("gaz")
            assert opened.locator("section[data-site]:visible").count() == 1
        context.close()
