"""What is known, the same, changed; and when it is committed."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newscrawler.items import NoLine, Rejection
from newscrawler.output.day_files import day_files
from newscrawler.run.run import run_of
from tests.output.test_line import full_article
from tests.pipelines.press import Pipelines, article, lines, press_crawler

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler

URL = "https://press.example/politics/12"


async def test_revisions_of_an_article(settings: dict[str, Any], tmp_path: Path) -> None:
    edits = [
        {},
        {},
        {"body": "Another body."},
        {"body": "A third.", "modified_at": "2017-05-04T19:59:59+03:00"},
        {"body": "A third.", "modified_at": "2017-05-04T19:59:30+03:00"},
        {"body": "A third.", "headline": "New", "topics": [], "modified_at": "2017-05-04T19:59:59+03:00"},
    ]
    for edit in edits:
        crawler = press_crawler(settings)
        pipelines = Pipelines(crawler)
        pipelines.process(article(**edit))
        pipelines.export.close_spider()
        run_of(crawler).close_ledger()
    found = lines(tmp_path)
    assert [(line["revision"], line["changed"], line["silent_edit"]) for line in found] == [
        (1, [], False),
        (2, ["body"], True),
        (3, ["body"], False),
        (4, ["headline", "topics"], True),
    ]
    for before, after in pairwise(found):
        assert after["previous_hash"] == before["content_hash"]


async def test_an_unchanged_article_is_looked_at_later_and_settled(crawler: Crawler, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    young: dict[str, Any] = {
        "published_at": now.isoformat(timespec="seconds"),
        "published_at_evidence": replace(full_article().published_at_evidence, precision="second"),  # type: ignore[type-var]
        "modified_at": None,
    }
    pipelines = Pipelines(crawler)
    pipelines.process(article(fetched_at=(now - timedelta(hours=2)).isoformat(timespec="seconds"), **young))
    pipelines.export.commit()
    ledger = run_of(crawler).ledger
    assert [known.id for known in ledger.due()] == ["press:12"]
    pipelines.process(article(fetched_at=now.isoformat(timespec="seconds"), **young))
    pipelines.export.commit()
    assert ledger.due() == []
    assert [known.id for known in ledger.due(now + timedelta(minutes=61))] == ["press:12"]
    assert len(lines(tmp_path)) == 1


async def test_the_next_look_is_at_the_url_that_answered_last(crawler: Crawler) -> None:
    pipelines = Pipelines(crawler)
    pipelines.process(article())
    pipelines.export.commit()
    pipelines = Pipelines(crawler)
    moved = "https://press.example/world/12"
    run_of(crawler).account.enter(moved)
    pipelines.process(article(url=moved, requested_url=moved))
    pipelines.export.commit()
    known = run_of(crawler).ledger.find("press:12")
    assert known
    assert (known.revision, known.url) == (1, moved)


async def test_settled_only_when_committed(crawler: Crawler) -> None:
    pipelines = Pipelines(crawler)
    account = run_of(crawler).account
    pipelines.process(article())
    assert account.total("new") == 0
    assert run_of(crawler).ledger.find("press:12") is None
    pipelines.export.commit()
    assert account.total("new") == 1
    assert run_of(crawler).ledger.find("press:12")


async def test_a_full_batch_is_committed(settings: dict[str, Any], tmp_path: Path) -> None:
    crawler = press_crawler(settings, EXPORT_BATCH_LINES=3)
    pipelines = Pipelines(crawler)
    for number in range(7):
        pipelines.process(article(number))
    assert len(lines(tmp_path)) == 6
    pipelines.export.close_spider()
    assert len(lines(tmp_path)) == 7
    run_of(crawler).close_ledger()


async def test_a_batch_is_committed_after_a_time(settings: dict[str, Any], tmp_path: Path) -> None:
    crawler = press_crawler(settings, EXPORT_BATCH_SECONDS=0.05)
    Pipelines(crawler).process(article())
    assert lines(tmp_path) == []
    while not lines(tmp_path):  # noqa: ASYNC110 - the disk sets no event
        await asyncio.sleep(0.01)
    assert len(lines(tmp_path)) == 1
    run_of(crawler).close_ledger()


async def test_what_is_set_aside_is_kept_with_its_reason_and_not_known(
    crawler: Crawler, tmp_path: Path
) -> None:
    pipelines = Pipelines(crawler)
    item = Rejection(f"{URL}?utm_source=x", URL, "no_headline", "detail", id="press:12")
    assert str(pipelines.process(item)) == "no_headline: detail"
    pipelines.export.close_spider()
    (path,) = (tmp_path / "rejected" / "press").iterdir()
    assert path.name == f"{datetime.now(UTC):%Y-%m-%d}.jsonl"
    line = json.loads(path.read_text())
    assert (line["reason"], line["detail"], line["id"]) == ("no_headline", "detail", "press:12")
    assert line["requested_url"] == item.requested_url
    assert run_of(crawler).account.reasons("rejected") == {"no_headline": 1}
    assert run_of(crawler).ledger.find("press:12") is None
    assert lines(tmp_path) == []


async def test_the_day_is_the_utc_day_of_fetching(crawler: Crawler, tmp_path: Path) -> None:
    pipelines = Pipelines(crawler)
    pipelines.process(article(1, fetched_at="2017-05-05T01:00:00+03:00"))
    pipelines.process(article(2, fetched_at="2017-05-05T00:00:00+00:00"))
    pipelines.export.close_spider()
    assert [line["id"] for line in lines(tmp_path)] == ["press:1", "press:2"]
    assert day_files(tmp_path / "press")[0].day == "2017-05-04"
    assert day_files(tmp_path / "press")[1].day == "2017-05-05"


async def test_a_second_url_of_a_known_article_is_known(crawler: Crawler) -> None:
    pipelines = Pipelines(crawler)
    pipelines.process(article())
    second = article(requested_url="https://old.press.example/12", url="https://old.press.example/12")
    run_of(crawler).account.enter(second.requested_url)
    pipelines.process(NoLine(second, "duplicate", known_as="press:12"))
    pipelines.export.commit()
    found = run_of(crawler).ledger.find_by_url("http://old.press.example/12?utm_source=x")
    assert found
    assert found.id == "press:12"
    assert run_of(crawler).account.total("duplicate") == 1
