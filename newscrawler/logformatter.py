"""Log lines about items: the URL and the reason, not the whole article."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.logformatter import LogFormatter, LogFormatterResult
from scrapy.utils.log import get_scrapy_root_handler

from newscrawler.exceptions import SetAside
from newscrawler.items import Article, Gone, NoLine, Rejection
from newscrawler.text.printable import printable, printable_block

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response
    from twisted.python.failure import Failure

_engine, _scraper = logging.getLogger("scrapy.core.engine"), logging.getLogger("scrapy.core.scraper")


class ShortLines(LogFormatter):
    """Scrapy's messages without bodies, each on one line, whatever text from the web is in it.

    An item that is none of ours has Scrapy's own message.
    """

    def crawled(  # type: ignore[override]  # Scrapy takes None for nothing
        self, request: Request, response: Response, spider: Spider
    ) -> LogFormatterResult | None:
        """Report an answer; nothing is formatted while nobody reads it."""
        return super().crawled(request, response, spider) if _engine.isEnabledFor(logging.DEBUG) else None

    def scraped(  # type: ignore[override]  # Scrapy takes None for nothing
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult | None:
        """Report an item that came through all pipelines."""
        if not _scraper.isEnabledFor(logging.DEBUG):
            return None
        if not _is_ours(item):
            return super().scraped(item, response, spider)
        return _line(logging.DEBUG, "Article %(id)s: %(url)s", id=getattr(item, "id", ""), url=item.url)

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Report an item that became no line, and why."""
        if not _is_ours(item):
            return super().dropped(item, exception, response, spider)
        if isinstance(exception, SetAside):
            message = "Rejected (%(reason)s): %(url)s; see the site's folder in OUTPUT_DIR/rejected"
            return _line(logging.WARNING, message, reason=exception, url=item.url)
        return _line(logging.DEBUG, "No new line (%(reason)s): %(url)s", reason=exception, url=item.url)

    def item_error(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Report an item on which our own code broke; the traceback follows."""
        if not _is_ours(item):
            return super().item_error(item, exception, response, spider)
        return _line(logging.ERROR, "Our code broke on %(url)s; please report this:", url=item.url)


def _is_ours(item: Any) -> bool:
    return isinstance(item, Article | Gone | NoLine | Rejection)


def _line(level: int, message: str, **values: object) -> LogFormatterResult:
    return {
        "level": level,
        "msg": message,
        "args": {name: printable(str(value)) for name, value in values.items()},
    }


class PrintableRecord(logging.LogRecord):
    """A log record whose message and traceback are printable, whoever logs it and wherever it is written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[0] is not None:
            self.exc_text = printable_block(logging.Formatter().formatException(self.exc_info))

    def getMessage(self) -> str:
        """Return the message as it may be shown."""
        return printable_block(super().getMessage())


class JsonRecord(PrintableRecord):
    """A log record whose message is one line of JSON, whatever handler writes it."""

    runs: ClassVar[dict[str, str]] = {}
    """Site -> id of the run that is going on in this process."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._traceback = self.exc_text
        self.exc_info = self.exc_text = None  # a formatter would append it as further lines

    def getMessage(self) -> str:
        """Return the line."""
        site = getattr(self.__dict__.get("spider"), "name", None)
        if site not in self.runs and len(self.runs) == 1:
            (site,) = self.runs
        values = {
            "time": datetime.fromtimestamp(self.created, UTC).isoformat(timespec="milliseconds"),
            "level": self.levelname,
            "logger": self.name,
            "site": site,
            "run": self.runs.get(site or ""),
            "message": super().getMessage(),
            "traceback": self._traceback,
        }
        return json.dumps(
            {name: value for name, value in values.items() if value is not None}, ensure_ascii=False
        )


def make_log_printable(*, as_json: bool = False) -> None:
    """Make every log record of this process printable from now on, or a line of JSON."""
    logging.setLogRecordFactory(JsonRecord if as_json else PrintableRecord)
    if as_json and (handler := get_scrapy_root_handler()) is not None:
        handler.setFormatter(logging.Formatter(JSON_FORMAT))


JSON_FORMAT = "%(message)s"
"""The line stands for itself."""
