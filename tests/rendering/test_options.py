"""Which settings and meta keys of scrapy-playwright hold, and which are refused before anything is sent."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawler.exceptions import Failed, WrongArgument
from newscrawler.rendering.options import launch_options, page_options


def test_the_operators_options_and_browser() -> None:
    settings = Settings(
        {"PLAYWRIGHT_LAUNCH_OPTIONS": '{"slow_mo": 5}', "BROWSER_PATH": "/opt/chromium"}, priority="cmdline"
    )
    assert launch_options(settings) == {"slow_mo": 5, "executable_path": "/opt/chromium"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PLAYWRIGHT_CDP_URL", "http://127.0.0.1:9222"),
        ("PLAYWRIGHT_CONNECT_URL", "ws://127.0.0.1:9222"),
        ("PLAYWRIGHT_BROWSER_TYPE", "firefox"),
        ("PLAYWRIGHT_BROWSER_PROVIDER", "scrapy_playwright.provider.PlaywrightBrowserProvider"),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"args": ["--no-proxy-server"]}),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"proxy": {"server": "http://127.0.0.1:1"}}),
        ("PLAYWRIGHT_CONTEXTS", {"one": {}}),
        ("PLAYWRIGHT_MAX_CONTEXTS", 3),
        ("PLAYWRIGHT_MAX_PAGES_PER_CONTEXT", 3),
        ("PLAYWRIGHT_PROCESS_REQUEST_HEADERS", "x.y"),
    ],
)
def test_what_would_break_a_promise_is_one_line(name: str, value: Any) -> None:
    with pytest.raises(WrongArgument, match=name) as error:
        launch_options(Settings({name: value}))
    assert "\n" not in str(error.value)


def test_a_requests_own_keys() -> None:
    meta = {
        "errand": 1,
        "playwright": True,
        "playwright_page": object(),
        "playwright_context_kwargs": {"locale": "de"},
    }
    assert page_options(meta) == {"playwright": True, "playwright_context_kwargs": {"locale": "de"}}


@pytest.mark.parametrize(
    "meta",
    [
        {"playwright_page_goto_kwargs": {"referer": "https://example.org/"}},
        {"playwright_context_kwargs": {"proxy": {"server": "http://127.0.0.1:1"}}},
        {"playwright_context_kwargs": {"user_data_dir": "/tmp/x"}},
        {"playwright_context_kwargs": {"service_workers": "allow"}},
    ],
)
def test_keys_that_would_break_a_promise(meta: dict[str, Any]) -> None:
    with pytest.raises(Failed) as error:
        page_options({"playwright": True, **meta})
    assert error.value.reason == "playwright_meta"
