"""How a crawl of this process ended: its exit code, and the line that says why it is not 0."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.extensions.run_record import RunRecord
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_WRONG_ARGUMENTS
from newscrawler.run.run import run_of
from newscrawler.run.verdict import judge

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


def end_record(crawler: Crawler) -> None:
    """Write the record of a run that a signal stopped after its spider was opened, before its engine ran."""
    try:
        record = crawler.get_extension(RunRecord)
    except RuntimeError:  # the signal came before it had extensions
        run_of(crawler).stopped = True
        return
    if record is not None:
        record.end("shutdown")
    if crawler.stats.get_value("finish_reason") is None:  # its spider was never opened
        run_of(crawler).stopped = True


def ending_of(name: str, crawler: Crawler, task: Any) -> tuple[int, str]:
    """Return exit code and line of a crawl; the line is empty where there is nothing to say.

    :param name: that of the spider.
    :param task: the task or deferred of the crawl.
    """
    error = error_of(task)
    if error is None:
        verdict = judge(run_of(crawler))
        return verdict.exit_code, f"{name}: {verdict.line}" if verdict.line else ""
    return code_of(error), line_of(name, error)


def code_of(error: BaseException) -> int:
    """Return the exit code of a crawl that an exception kept from starting."""
    if isinstance(error, Busy):
        return EXIT_BUSY
    return EXIT_WRONG_ARGUMENTS if isinstance(error, WrongArgument) else EXIT_FAILED


def line_of(name: str, error: BaseException) -> str:
    """Return the line of a crawl that an exception kept from starting."""
    if isinstance(error, Busy):
        return str(error)
    if isinstance(error, (WrongArgument, OutputError)):
        return f"{name}: {error}"
    return f"{name}: the crawl did not start: {type(error).__name__}: {error}"


def error_of(task: Any) -> BaseException | None:
    """Return the exception that ended a crawl, whether it is a task or a deferred."""
    if isinstance(task, asyncio.Future):
        return task.exception() if task.done() and not task.cancelled() else None
    result = getattr(task, "result", None)
    return getattr(result, "value", None)
