"""What a request's own functions raise, or are not, is said of this request alone. Without a browser."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, cast

import pytest
from scrapy import Request

from newscrawler.exceptions import Failed
from newscrawler.rendering.own_functions import guarded_handlers, initializing

if TYPE_CHECKING:
    from newscrawler.rendering.browser import Page

HOME = "https://gazette.invalid/1"


class Reporter:
    """A spider with handlers."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def hear(self, message: str) -> None:
        self.heard.append(message)


def raises(message: str) -> None:
    raise KeyError(message)


async def raises_later(message: str) -> None:
    raise KeyError(message)


async def test_what_a_handler_raises_is_logged_with_its_page(caplog: pytest.LogCaptureFixture) -> None:
    found = guarded_handlers({"console": raises, "response": raises_later}, Reporter(), HOME)
    assert found["console"]("price") is None
    await found["response"]("price")
    assert [record.getMessage().partition(":")[2].strip("/") for record in caplog.records] == [
        f"gazette.invalid/1: the request's handler of {event!r} raised" for event in ("console", "response")
    ]
    assert caplog.text.count("KeyError: 'price'") == 2


def test_a_handler_by_its_name_and_one_that_is_not_there() -> None:
    spider = Reporter()
    found = guarded_handlers({"console": "hear", "close": lambda: None, "dialog": "nothing"}, spider, HOME)
    found["console"]("a word")
    assert spider.heard == ["a word"]
    assert not inspect.signature(found["close"]).parameters, "Playwright looks at how many it takes"
    assert found["dialog"] == "nothing", "scrapy-playwright warns of it"


@pytest.mark.parametrize("callback", ["nowhere.at_all", 5, "newscrawler.settings.RENDER_PAGES", lambda *_: 1])
def test_an_init_callback_that_is_none(callback: Any) -> None:
    with pytest.raises(Failed) as error:
        initializing(callback, cast("Page", None), Request(HOME))
    assert error.value.reason == "playwright_meta"
