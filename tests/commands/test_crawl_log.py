"""What a crawl logs on a terminal and elsewhere."""

from __future__ import annotations

import logging

import pytest
from scrapy.settings import Settings

from newscrawler.commands.crawl_log import SaidOnce, set_log


def record(text: str) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": text})


def test_a_message_is_said_once() -> None:
    once = SaidOnce()
    assert [once.filter(record(text)) for text in ("a", "b", "a")] == [True, True, False]


@pytest.mark.parametrize(
    ("terminal", "given", "level"), [(True, None, "WARNING"), (True, "INFO", "INFO"), (False, None, "INFO")]
)
def test_a_terminal_shows_warnings_alone(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, given: str | None, level: str
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    settings = Settings({"LOG_LEVEL": "INFO", "PROGRESS_LINE": True})
    if given:
        settings.set("LOG_LEVEL", given, priority="cmdline")
    set_log(settings)
    assert settings["LOG_LEVEL"] == level
