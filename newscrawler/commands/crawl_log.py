"""What a crawl logs: on a terminal the progress line and warnings, elsewhere each article."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from scrapy.settings import SETTINGS_PRIORITIES

if TYPE_CHECKING:
    from scrapy.settings import Settings

START_UP = ("utils.log", "addons", "middleware", "crawler", "extensions.logstats")
"""Loggers of Scrapy's that list versions, settings and components: of use to who looks for a fault."""


def set_log(settings: Settings) -> None:
    """Leave out of the log what lists versions and components; on a terminal show warnings alone.

    ``-L INFO`` or ``-s LOG_LEVEL=INFO`` brings the log back.
    """
    if settings.get("LOG_LEVEL") != "DEBUG":
        for logger in START_UP:  # a filter: levels are reset when Scrapy sets logging up
            logging.getLogger(f"scrapy.{logger}").addFilter(_is_warning)
    on_terminal = sys.stderr.isatty() and not settings.get("LOG_FILE")
    own_level = (settings.getpriority("LOG_LEVEL") or 0) >= SETTINGS_PRIORITIES["cmdline"]
    if on_terminal and settings.getbool("PROGRESS_LINE") and not own_level:
        settings.set("LOG_LEVEL", "WARNING", priority="cmdline")


class SaidOnce(logging.Filter):
    """Lets each message through once: what is true of all crawls of a process is said by the first."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether the message is new."""
        text = record.getMessage()
        is_new = text not in self._said
        self._said.add(text)
        return is_new


def _is_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING
