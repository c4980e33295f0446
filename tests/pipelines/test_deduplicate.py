"""The pipeline of copies: a copy is marked, or dropped if asked; no failure loses an article."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import scrapy
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import NotWritten, OutputError, WrongArgument
from newscrawler.items import Article, Gone, NoLine
from newscrawler.pipelines.deduplicate import Deduplicate
from newscrawler.run.run import Run, run_of
from tests.defaults import DEFAULTS
from tests.near_duplicates.labelled import LANGUAGES, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
WRITER = Writer(random.Random("test_deduplicate"), LANGUAGES["latin"])
TEXT = WRITER.text(WRITER.story(8))


def article(name: str, body: str, minute: int = 0) -> Article:
    fetched_at = (START + timedelta(minutes=minute)).isoformat()
    return Article(id=name, site="times", headline="Headline", body=body, fetched_at=fetched_at)


class Times(scrapy.Spider):
    name = "times"


@pytest.fixture
def crawler(tmp_path: Path) -> Iterator[Crawler]:
    crawler = get_crawler(Times, {**DEFAULTS, "OUTPUT_DIR": str(tmp_path / "output")})
    yield crawler
    run_of(crawler).close_ledger()


def test_a_copy_is_marked(crawler: Crawler) -> None:
    pipeline = Deduplicate.from_crawler(crawler)
    assert pipeline.process_item(article("times:1", TEXT)).duplicate_of is None
    copy = pipeline.process_item(article("times:2", TEXT, 1))
    assert (copy.duplicate_of, copy.similarity) == ("times:1", 1.0)
    assert crawler.stats.get_value("newscrawler/copies") == 1


def test_a_copy_is_dropped_if_the_setting_says_so(crawler: Crawler) -> None:
    crawler.settings.frozen = False
    crawler.settings.set("DUPLICATES", "drop", "cmdline")
    pipeline = Deduplicate.from_crawler(crawler)
    pipeline.process_item(article("times:1", TEXT))
    copy = article("times:2", TEXT, 1)
    assert pipeline.process_item(copy) == NoLine(copy, "duplicate", known_as="times:1")


def test_what_an_earlier_marking_said_does_not_stay(crawler: Crawler) -> None:
    item = article("times:1", TEXT)
    item.duplicate_of, item.similarity = "times:0", 0.7
    Deduplicate.from_crawler(crawler).process_item(item)
    assert (item.duplicate_of, item.similarity) == (None, None)


def test_an_article_that_is_gone_is_let_through(crawler: Crawler) -> None:
    item = Gone("times:1", "times", "https://times.example/1")
    assert Deduplicate.from_crawler(crawler).process_item(item) is item


def test_an_unknown_policy_is_a_wrong_argument(crawler: Crawler) -> None:
    crawler.settings.frozen = False
    crawler.settings.set("DUPLICATES", "merge", "cmdline")
    with pytest.raises(WrongArgument, match="annotate, drop"):
        Deduplicate.from_crawler(crawler)


def test_a_ledger_that_fails_ends_the_run_and_loses_no_article(
    crawler: Crawler, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline = Deduplicate.from_crawler(crawler)
    told: list[OutputError] = []
    monkeypatch.setattr(Run, "stop_for", lambda _, error: told.append(error))
    with run_of(crawler).ledger.database.transaction() as connection:
        connection.exec_driver_sql("DROP TABLE original_key")
    with pytest.raises(NotWritten) as stop:
        pipeline.process_item(article("times:1", TEXT))
    assert stop.value.outcome == "left"
    assert len(told) == 1
