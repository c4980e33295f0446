"""Where a browser is started, and where one that runs already is asked. Without either."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from newscrawler.rendering import launch
from newscrawler.rendering.browser import BrowserError
from newscrawler.rendering.choice import NoBrowser
from newscrawler.rendering.endings import BrowserGone, NotStarted

if TYPE_CHECKING:
    from playwright.async_api import Playwright
    from scrapy_playwright.handler import Config


@dataclass
class BrowserKind:
    """One of Playwright's kinds of browsers; it notes how it is asked."""

    name: str
    asked: list[tuple[Any, ...]]
    error: Exception | None = None
    executable_path: str = "/nonexistent"
    version: str = "1"

    async def connect(self, url: str, **options: Any) -> BrowserKind:
        return self._answer("connect", url, options)

    async def connect_over_cdp(self, url: str, **options: Any) -> BrowserKind:
        return self._answer("cdp", url, options)

    async def launch(self, **options: Any) -> BrowserKind:
        return self._answer("launch", options["executable_path"], options)

    def _answer(self, how: str, where: str, options: dict[str, Any]) -> BrowserKind:
        self.asked.append((self.name, how, where, options))
        if self.error:
            raise self.error
        return self


@dataclass
class Driver:
    """Playwright, as far as it is asked for."""

    asked: list[tuple[Any, ...]] = field(default_factory=list)
    error: Exception | None = None

    def __post_init__(self) -> None:
        self.chromium, self.firefox = (
            BrowserKind(n, self.asked, self.error) for n in ("chromium", "firefox")
        )


async def start(driver: Driver, **changes: Any) -> None:
    config = {
        "cdp_url": None, "cdp_kwargs": {"slow_mo": 5}, "connect_url": None, "connect_kwargs": {"timeout": 7},
        "browser_type_name": "chromium", "launch_options": {},
    }  # fmt: skip
    asked = SimpleNamespace(**config | changes)
    await launch.start_browser(cast("Playwright", driver), cast("Config", asked))


async def test_one_of_this_machine_gets_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver()
    monkeypatch.setattr(
        launch, "choose", lambda path, own, headless: SimpleNamespace(executable=path, found="setting")
    )
    await start(driver, launch_options={"executable_path": "/opt/chromium", "slow_mo": 3})
    ((kind, how, where, options),) = driver.asked
    assert (kind, how, where, options["slow_mo"]) == ("chromium", "launch", "/opt/chromium", 3)
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in options["args"]
    assert options["proxy"] == {"server": "http://no-network.invalid:1"}


async def test_a_remote_one_is_asked_as_scrapy_playwright_documents() -> None:
    driver = Driver()
    await start(driver, cdp_url="http://127.0.0.1:1")
    await start(driver, connect_url="ws://127.0.0.1:2", browser_type_name="firefox")
    assert driver.asked == [
        ("chromium", "cdp", "http://127.0.0.1:1", {"timeout": 30000.0, "slow_mo": 5}),
        ("firefox", "connect", "ws://127.0.0.1:2", {"timeout": 7}),
    ]


async def test_one_that_does_not_answer() -> None:
    with pytest.raises(BrowserGone, match="refused"):
        await start(Driver(error=BrowserError("refused\nlog")), cdp_url="http://127.0.0.1:1")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"cdp_url": "http://127.0.0.1:1"}, "there is no browser at http://127.0.0.1:1: refused$"),
        ({}, "/opt/chromium could not be started: refused; scrapy doctor tries it, BROWSER_PATH names"),
    ],
)
async def test_what_is_to_be_done_about_one_that_does_not_start(
    asked: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SimpleNamespace(executable="/opt/chromium", found="setting")
    monkeypatch.setattr(launch, "choose", lambda *_, **__: found)
    with pytest.raises(NotStarted, match=said):
        await start(Driver(error=BrowserError("refused")), **asked)


@pytest.mark.parametrize("kind", ["cdp", "connect"])
async def test_an_option_of_a_remote_one_that_there_is_not(kind: str) -> None:
    error = TypeError("got an unexpected keyword argument 'foo'")
    with pytest.raises(NoBrowser, match=f"PLAYWRIGHT_{kind.upper()}_KWARGS: got an unexpected"):
        await start(Driver(error=error), **{f"{kind}_url": "http://127.0.0.1:1"})


async def test_a_driver_that_ends_while_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ending:
        async def start(self) -> None:
            raise Exception("Connection closed while reading from the driver")  # noqa: TRY002 - Playwright's

    monkeypatch.setattr(launch, "async_playwright", Ending)
    with pytest.raises(BrowserGone, match="Connection closed"):
        await launch.start_driver()


async def test_a_driver_that_starts_too_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        async def start(self) -> None:
            await asyncio.Event().wait()

    monkeypatch.setattr(launch, "async_playwright", Slow)
    monkeypatch.setattr(launch, "START_SECONDS", 0.01)
    with pytest.raises(BrowserGone, match="its driver could not be started: TimeoutError"):
        await launch.start_driver()
