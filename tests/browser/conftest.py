"""These tests need a browser: without one they skip, except where one must be there (CI)."""

from __future__ import annotations

import os

import pytest

from newscrawler.rendering.choice import NoBrowser, choose


@pytest.fixture(scope="session", autouse=True)
def browser() -> None:
    """Where there is no browser, say how to get one."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install 'newscrawler[browser]'")
    with playwright.sync_playwright() as driver:
        own = driver.chromium.executable_path
    try:
        choose("", own)
    except NoBrowser as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
