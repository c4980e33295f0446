"""Log lines about items: one line each, with the URL and the reason."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from scrapy import Request, Spider
from scrapy.exceptions import DropItem
from scrapy.http import Response

from newscrawler.exceptions import NotWritten, SetAside
from newscrawler.items import Article
from newscrawler.logformatter import JSON_FORMAT, JsonRecord, PrintableRecord, ShortLines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.logformatter import LogFormatterResult

URL = "http://times.example/1"
SPIDER = Spider("times")
ARTICLE = Article(id="times:1", url=URL, headline="A headline", body="A long body")


@dataclass
class Price:
    """An item of a user's own spider."""

    amount: int


@pytest.fixture(params=["scrapy.core.engine", "scrapy.core.scraper"])
def level(request: pytest.FixtureRequest) -> Iterator[logging.Logger]:
    logger = logging.getLogger(request.param)
    before = logger.level
    yield logger
    logger.setLevel(before)


def text(line: LogFormatterResult | None) -> str:
    assert line is not None
    return line["msg"] % line["args"]


def test_a_rejected_page_is_a_warning_that_says_where_it_is() -> None:
    line = ShortLines().dropped(ARTICLE, SetAside("no_headline"), None, SPIDER)
    assert line["level"] == logging.WARNING
    assert text(line) == f"Rejected (no_headline): {URL}; see the site's folder in OUTPUT_DIR/rejected"


def test_an_unchanged_article_is_no_warning() -> None:
    line = ShortLines().dropped(ARTICLE, NotWritten("unchanged", "times:1"), None, SPIDER)
    assert line["level"] == logging.DEBUG
    assert text(line) == f"No new line (unchanged: times:1): {URL}"


def test_an_error_asks_for_a_report() -> None:
    line = ShortLines().item_error(ARTICLE, ValueError("x"), None, SPIDER)
    assert line["level"] == logging.ERROR
    assert URL in text(line)
    assert "A long body" not in text(line)


def test_nothing_is_formatted_that_nobody_reads(level: logging.Logger) -> None:
    level.setLevel(logging.INFO)
    formatter = ShortLines()
    lines = {
        "scrapy.core.engine": lambda: formatter.crawled(Request(URL), Response(URL), SPIDER),
        "scrapy.core.scraper": lambda: formatter.scraped(ARTICLE, Response(URL), SPIDER),
    }
    assert lines[level.name]() is None
    level.setLevel(logging.DEBUG)
    assert URL in text(lines[level.name]())


def test_text_from_the_web_begins_no_line_of_its_own() -> None:
    forged = Article(id="times:2", url=f"{URL}\n2026-01-01 INFO: forged\x1b[2J")
    shown = text(ShortLines().dropped(forged, SetAside("no_body", "a\rb"), None, SPIDER))
    assert shown.isprintable()


@pytest.mark.parametrize("item", [{"amount": 3}, Price(3)])
def test_an_item_of_a_users_own_spider_has_scrapys_message(item: object) -> None:
    formatter = ShortLines()
    assert "3" in text(formatter.dropped(item, DropItem("too cheap", log_level="WARNING"), None, SPIDER))
    assert "3" in text(formatter.item_error(item, ValueError("x"), None, SPIDER))


def test_a_log_record_is_printable_with_its_traceback() -> None:
    try:
        raise ValueError("\x1b[2J\n2026-01-01 INFO forged")
    except ValueError as error:
        about = (type(error), error, error.__traceback__)
    record = PrintableRecord("x", logging.ERROR, __file__, 1, "%s broke\n%s", ("\x07a", "\u202eb"), about)
    text = logging.Formatter("%(message)s").format(record)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "\n2026" not in text


def test_the_log_as_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JsonRecord, "runs", {"tass": "run-1"})
    out = StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter(JSON_FORMAT))
    error = ValueError("no\n\x1b[31m")
    exc_info = (ValueError, error, None)
    for info in (None, exc_info):
        handler.emit(JsonRecord("a.b", logging.WARNING, "", 1, "Said %s", ("é",), info))
    first, second = map(json.loads, out.getvalue().splitlines())
    assert {name: first[name] for name in ("level", "logger", "site", "run", "message")} == {
        "level": "WARNING", "logger": "a.b", "site": "tass", "run": "run-1", "message": "Said é",
    }  # fmt: skip
    assert datetime.fromisoformat(first["time"]).tzinfo is not None
    assert "ValueError: no" in second["traceback"]
    assert "\x1b" not in second["traceback"]


def test_several_runs_in_a_process_are_told_apart_by_their_spider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JsonRecord, "runs", {"tass": "run-1", "press": "run-2"})
    record = JsonRecord("a", logging.INFO, "", 1, "x", (), None)
    assert "run" not in json.loads(record.getMessage())
    record.spider = SimpleNamespace(name="press")
    assert json.loads(record.getMessage())["run"] == "run-2"
