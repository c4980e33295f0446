"""Log lines about items: the address and the reason, not the whole article."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter, LogFormatterResult

from newscrawler.exceptions import SetAside

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response
    from twisted.python.failure import Failure

_engine, _scraper = logging.getLogger("scrapy.core.engine"), logging.getLogger("scrapy.core.scraper")


class ShortLines(LogFormatter):
    """Scrapy's messages without bodies; text from the web is written so that it cannot begin a line of its own."""

    def crawled(self, request: Request, response: Response, spider: Spider) -> LogFormatterResult | None:  # type: ignore[override]  # Scrapy takes None for nothing
        """An answer; nothing is put together that nobody reads."""
        return super().crawled(request, response, spider) if _engine.isEnabledFor(logging.DEBUG) else None

    def scraped(  # type: ignore[override]  # Scrapy takes None for nothing
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult | None:
        """An article on its way to the lines."""
        if not _scraper.isEnabledFor(logging.DEBUG):
            return None
        return _line(logging.DEBUG, "Article %(id)s: %(url)s", item)

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """An article that got no line, and why."""
        level = logging.WARNING if isinstance(exception, SetAside) else logging.DEBUG
        return _line(level, "No line (%(reason)s): %(url)s", item, reason=exception)

    def item_error(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """An article on which our own code broke; the traceback follows."""
        return _line(logging.ERROR, "Error on %(url)s", item)


def _line(level: int, message: str, item: Any, reason: object = "") -> LogFormatterResult:
    values = {"id": getattr(item, "id", ""), "url": getattr(item, "url", ""), "reason": reason}
    return {
        "level": level,
        "msg": message,
        "args": {name: one_line(str(value)) for name, value in values.items()},
    }


def one_line(text: str) -> str:
    r"""The text without line ends and control characters.

    >>> one_line("a\nINFO forged\x1b[2J")
    'a\\nINFO forged\\x1b[2J'
    """
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text
    )
