"""What Scrapy is told of an item that needs no line, and what bounds a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.exceptions import NotWritten, SetAside
from newscrawler.items import Gone, NoLine, Rejection
from newscrawler.pipelines.export_jsonl import ExportJsonl
from newscrawler.run.run import run_of
from tests.pipelines.press import Pipelines, article, lines, press_crawler

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler

URL = "https://press.example/politics/12"


@pytest.mark.parametrize(
    ("item", "outcome", "detail"),
    [
        (NoLine(article(), "duplicate", known_as="press:7"), "duplicate", "press:7"),
        (NoLine(article(), "duplicate", reason="text", known_as="press:7"), "duplicate", "press:7"),
        (NoLine(article(), "failed", reason="gone"), "failed", "gone"),
        (Gone("press:12", "press", URL, fetched_at="2026-11-24T11:00:00+00:00"), "failed", "gone"),
    ],
)
async def test_why_an_article_is_not_written(crawler: Crawler, item: Any, outcome: str, detail: str) -> None:
    export = ExportJsonl.from_crawler(crawler)
    run_of(crawler).account.enter(URL)
    with pytest.raises(NotWritten) as caught:
        export.process_item(item)
    assert (caught.value.outcome, caught.value.detail) == (outcome, detail)
    assert run_of(crawler).account.total(outcome) == 1  # type: ignore[arg-type]
    export.close_spider()


async def test_why_a_page_is_set_aside(crawler: Crawler) -> None:
    export = ExportJsonl.from_crawler(crawler)
    run_of(crawler).account.enter(URL)
    with pytest.raises(SetAside) as caught:
        export.process_item(Rejection(requested_url=URL, url=URL, reason="no_body", detail="empty"))
    assert (caught.value.reason, caught.value.detail) == ("no_body", "empty")
    export.close_spider()
    assert run_of(crawler).account.total("rejected") == 1


async def test_a_batch_has_the_bounds_of_the_settings(settings: dict[str, Any], tmp_path: Path) -> None:
    crawler = press_crawler(settings, EXPORT_BATCH_LINES=2, EXPORT_BATCH_SECONDS=7.5)
    pipelines = Pipelines(crawler)
    pipelines.process(article(1, body="One text of the harbour."))
    assert pipelines.export._batch_seconds == 7.5
    assert lines(tmp_path) == []
    pipelines.process(article(2, body="Another text of the town."))
    assert [line["id"] for line in lines(tmp_path)] == ["press:1", "press:2"]
    run_of(crawler).close_ledger()
