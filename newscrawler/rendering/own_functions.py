"""Functions that a request brings for its page: event handlers, the init callback, page methods."""

from __future__ import annotations

import logging
from functools import wraps
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from scrapy.utils.misc import load_object

from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

    from scrapy import Request

    from newscrawler.rendering.browser import Page

logger = logging.getLogger(__name__)


def guarded_handlers(handlers: Mapping[str, Any], spider: object, url: str) -> dict[str, Any]:
    """Return handlers of events that log what they raise.

    Playwright raises it again in whatever is asked of the browser next, which is another request's page.

    :param handlers: event -> a function, or the name of the spider's; what is neither is left as it is.
    """
    found = {}
    for event, handler in handlers.items():
        function = getattr(spider, handler, handler) if isinstance(handler, str) else handler
        found[event] = _guarded(function, event, url) if callable(function) else handler
    return found


def _guarded(handler: Callable[..., Any], event: str, url: str) -> Callable[..., Any]:
    said = f"{url}: the request's handler of {event!r} raised"

    async def wait_for(result: Awaitable[Any]) -> None:
        try:
            await result
        except Exception:
            logger.exception(said)

    @wraps(handler)  # Playwright looks at how many arguments it takes
    def call(*arguments: Any) -> Any:
        try:
            result = handler(*arguments)
        except Exception:
            logger.exception(said)
            return None
        return wait_for(result) if isawaitable(result) else result

    return call


def initializing(callback: Any, page: Page, request: Request) -> Awaitable[None]:
    """Call a request's own ``playwright_page_init_callback``.

    :raises Failed: ``playwright_meta``: it is no coroutine function.
    """
    try:
        function = load_object(callback)
    except (ImportError, ValueError, TypeError, NameError, AttributeError) as error:
        raise Failed("playwright_meta", f"playwright_page_init_callback is {callback!r}: {error}") from error
    begun = function(page, request) if callable(function) else None
    if not isawaitable(begun):
        said = f"playwright_page_init_callback is {callback!r}: give an async function"
        raise Failed("playwright_meta", said)
    return begun


def page_methods(meta: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the page methods of a request: its meta has a list of them, or a dict."""
    methods = meta.get("playwright_page_methods") or ()
    yield from methods.values() if isinstance(methods, dict) else methods
