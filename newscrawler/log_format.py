"""Log lines about items: the address and the reason, not the whole article."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter, LogFormatterResult

from newscrawler.exceptions import SetAside

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Response
    from twisted.python.failure import Failure


class ShortLines(LogFormatter):
    """Scrapy's messages without bodies; text from the web is written so that it cannot begin a line of its own."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """An article on its way to the lines."""
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
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text
    )
