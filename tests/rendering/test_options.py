"""Which settings and meta keys of scrapy-playwright hold, and which are refused before anything is sent."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawler.exceptions import Failed, WrongArgument
from newscrawler.rendering.options import REMOTE_SETTINGS, check_handlers, launch_options, page_options


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
        ("PLAYWRIGHT_BROWSER_TYPE", "lynx"),
        ("PLAYWRIGHT_BROWSER_PROVIDER", "scrapy_playwright.provider.PlaywrightBrowserProvider"),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"args": ["--no-proxy-server"]}),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"proxy": {"server": "http://127.0.0.1:1"}}),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", "headless"),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"headless": "no"}),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"slow_mo": True}),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"timeout": "long"}),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", {"executable_path": 5}),
        ("PLAYWRIGHT_RESTART_DISCONNECTED_BROWSER", "perhaps"),
        ("PLAYWRIGHT_DOWNLOAD_TIMEOUT", "long"),
        ("PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT", "long"),
        ("RENDER_PAGES", "few"),
        ("RENDER_PAGES", 0),
        ("RENDER_TIMEOUT", -1),
        ("RENDER_KEPT_SECONDS", [5]),
        ("RENDER_REMOTE_BROWSER", "perhaps"),
        ("PLAYWRIGHT_CDP_KWARGS", "5"),
        ("PLAYWRIGHT_CONNECT_KWARGS", "{"),
        ("PLAYWRIGHT_ABORT_REQUEST", "nowhere.at_all"),
        ("PLAYWRIGHT_ABORT_REQUEST", "newscrawler.settings.RENDER_PAGES"),
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


@pytest.mark.parametrize("name", REMOTE_SETTINGS)
def test_a_remote_browser_is_let_in_by_a_setting_of_its_own(name: str) -> None:
    remote = {name: "http://127.0.0.1:9222", "BROWSER_PATH": "/opt/chromium"}
    with pytest.raises(WrongArgument, match="RENDER_REMOTE_BROWSER=True"):
        launch_options(Settings(remote))
    assert launch_options(Settings(remote | {"RENDER_REMOTE_BROWSER": True})) == {}


def test_both_remote_browsers_are_one_too_many() -> None:
    with pytest.raises(WrongArgument, match="give one of them"):
        launch_options(Settings(dict.fromkeys(REMOTE_SETTINGS, "http://127.0.0.1:1")))


def test_a_remote_browser_may_be_another_one() -> None:
    settings = Settings(
        {
            "PLAYWRIGHT_CONNECT_URL": "ws://127.0.0.1:1",
            "PLAYWRIGHT_BROWSER_TYPE": "firefox",
            "RENDER_REMOTE_BROWSER": True,
        }
    )
    assert launch_options(settings) == {}


def test_scrapy_playwrights_own_handler_is_refused() -> None:
    name = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"
    check_handlers(Settings())
    with pytest.raises(WrongArgument, match="take it out"):
        check_handlers(Settings({"DOWNLOAD_HANDLERS": {"https": name}}))


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
        {"playwright_context_kwargs": ["viewport"]},
        {"playwright_page_event_handlers": ["console"]},
        {"playwright_page_goto_kwargs": "load"},
        {"playwright_page_methods": "reload"},
        {"playwright_page_methods": 5},
        {"playwright_page_goto_kwargs": {"wait_until": "always"}},
        {"playwright_page_goto_kwargs": {"timeout": "long"}},
    ],
)
def test_keys_that_would_break_a_promise_or_cannot_be(meta: dict[str, Any]) -> None:
    with pytest.raises(Failed) as error:
        page_options({"playwright": True, **meta})
    assert error.value.reason == "playwright_meta"
