"""Pipelines one by one: what is rejected, taken back, known, the same, changed, gone."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Spider
from scrapy.utils.misc import build_from_crawler, load_object
from scrapy.utils.project import get_project_settings
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import NotWritten, SetAside
from newscrawler.items import Article, Gone, NoLine, Rejection, requested_url_of
from newscrawler.output.day_files import day_files
from newscrawler.pipelines.check_dates import CheckDates
from newscrawler.pipelines.export_jsonl import ExportJsonl
from newscrawler.pipelines.require_fields import RequireFields
from newscrawler.pipelines.revise import Revise
from newscrawler.run.run import run_of
from tests.defaults import DEFAULTS
from tests.output.test_line import full_article
from tests.schema import validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler


URL = "https://press.example/politics/12"


class PressSpider(Spider):
    name = "press"


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return {"OUTPUT_DIR": str(tmp_path), "REVISIT_AFTER": "1d:1h", "EXPORT_BATCH_SECONDS": 60}


@pytest.fixture
def crawler(settings: dict[str, Any]) -> Iterator[Crawler]:
    crawler = get_crawler(PressSpider, {**DEFAULTS, **settings})
    crawler.spider = PressSpider()
    yield crawler
    run_of(crawler).close_ledger()


def article(number: int = 12, **changes: Any) -> Article:
    values: dict[str, Any] = {
        "id": f"press:{number}",
        "url": f"https://press.example/politics/{number}",
        "requested_url": f"https://press.example/politics/{number}",
        "canonical_url": None,
        "amp_url": None,
        "mobile_url": None,
        "revision": 1,
        "changed": [],
        "previous_hash": None,
        "silent_edit": False,
        "duplicate_of": None,
        "similarity": None,
    }
    return replace(full_article(), **{**values, **changes})


# --- items of a user's own
# ------------------------------------------------------------------------------------


@dataclass
class Price:
    """A user's own item."""

    url: str
    amount: int


PIPELINES = [
    path
    for path, _ in sorted(get_project_settings().getdict("ITEM_PIPELINES").items(), key=lambda item: item[1])
]


@pytest.mark.parametrize("item", [{"headline": "", "url": "x"}, Price("x", 1)], ids=["dict", "dataclass"])
@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.rpartition(".")[2])
async def test_an_item_of_a_users_own_passes(crawler: Crawler, tmp_path: Path, path: str, item: Any) -> None:
    pipeline = build_from_crawler(load_object(path), crawler)
    before = deepcopy(item)
    assert pipeline.process_item(item) is item
    assert item == before
    if isinstance(pipeline, ExportJsonl):
        pipeline.close_spider()
    assert lines(tmp_path) == []


# --- require_fields
# -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"headline": None}, "no_headline"),
        ({"headline": ""}, "no_headline"),
        ({"body": None}, "no_body"),
        ({"id": ""}, "no_id"),
    ],
)
def test_what_cannot_be_a_line_is_rejected(crawler: Crawler, changes: dict[str, Any], reason: str) -> None:
    item = article(**changes)
    rejection = RequireFields.from_crawler(crawler).process_item(item)
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.requested_url) == (reason, item.requested_url)


def test_an_article_without_date_is_a_line_and_counted(crawler: Crawler) -> None:
    item = article(published_at=None, published_at_evidence=None)
    assert RequireFields.from_crawler(crawler).process_item(item) is item
    assert crawler.stats.get_value("newscrawler/no_published_at") == 1


# --- check_dates
# ----------------------------------------------------------------------------------------------


def test_a_publication_in_the_future_is_not_believed(crawler: Crawler) -> None:
    item = article(published_at="2017-05-04T20:16:00+03:00", modified_at=None)
    CheckDates.from_crawler(crawler).process_item(item)
    assert item.published_at is None
    assert "published_at" not in item.extracted_by
    assert item.published_at_evidence  # what the page said
    assert crawler.stats.get_value("newscrawler/published_in_future") == 1


@pytest.mark.parametrize("published_at", ["2017-05-04T20:14:00+03:00", "2017-05-05", "2017-05-05T05:00:00"])
def test_a_publication_that_may_be_is_left(crawler: Crawler, published_at: str) -> None:
    item = CheckDates.from_crawler(crawler).process_item(article(published_at=published_at, modified_at=None))
    assert item.published_at == published_at


@pytest.mark.parametrize(
    "modified_at", ["2017-05-04T19:26:59+03:00", "2017-05-03", "2017-05-04T23:00:00+03:00"]
)
def test_a_change_that_cannot_be_is_taken_back(crawler: Crawler, modified_at: str) -> None:
    item = CheckDates.from_crawler(crawler).process_item(article(modified_at=modified_at))
    assert item.modified_at is None
    assert item.published_at


@pytest.mark.parametrize("modified_at", ["2017-05-04T16:27:00Z", "2017-05-04", None])
def test_a_change_that_may_be_is_left(crawler: Crawler, modified_at: str | None) -> None:
    item = article(published_at="2017-05-04T19:27:30+03:00", modified_at=modified_at)
    assert CheckDates.from_crawler(crawler).process_item(item).modified_at == modified_at


# --- revise and export
# ----------------------------------------------------------------------------------------


class Pipelines:
    """A run's revise and export, as the engine would call them."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.revise = Revise.from_crawler(crawler)
        self.export = ExportJsonl.from_crawler(crawler)

    def process(self, item: Any) -> Any:
        """Return the article that is written, or what Scrapy is told of one that needs no line."""
        if not isinstance(item, NoLine):
            run_of(self.crawler).account.enter(requested_url_of(item))
        try:
            return self.export.process_item(self.revise.process_item(item))
        except (NotWritten, SetAside) as error:
            return error


def lines(output: Path) -> list[dict[str, Any]]:
    found = [
        json.loads(line)
        for path in sorted(output.glob("press/*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    for line in found:
        validate(line)
    return found


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
        crawler = get_crawler(PressSpider, {**DEFAULTS, **settings})
        crawler.spider = PressSpider()
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
    crawler = get_crawler(PressSpider, {**DEFAULTS, **settings, "EXPORT_BATCH_LINES": 3})
    crawler.spider = PressSpider()
    pipelines = Pipelines(crawler)
    for number in range(7):
        pipelines.process(article(number))
    assert len(lines(tmp_path)) == 6
    pipelines.export.close_spider()
    assert len(lines(tmp_path)) == 7
    run_of(crawler).close_ledger()


async def test_a_batch_is_committed_after_a_time(settings: dict[str, Any], tmp_path: Path) -> None:
    import asyncio

    crawler = get_crawler(PressSpider, {**DEFAULTS, **settings, "EXPORT_BATCH_SECONDS": 0.05})
    crawler.spider = PressSpider()
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


# --- withdrawn
# ------------------------------------------------------------------------------------------------


def gone(number: int = 12) -> Gone:
    url = f"https://press.example/politics/{number}"
    return Gone("", "press", url, fetched_at="2017-05-06T00:00:00+00:00")


@pytest.mark.parametrize("moved_away", [False, True])
async def test_a_withdrawn_article_is_a_line_if_wanted(
    settings: dict[str, Any], tmp_path: Path, moved_away: bool
) -> None:
    crawler = get_crawler(PressSpider, {**DEFAULTS, **settings, "EXPORT_WITHDRAWN": True})
    crawler.spider = PressSpider()
    pipelines = Pipelines(crawler)
    pipelines.process(article())
    pipelines.export.commit()
    if moved_away:
        (tmp_path / "press" / "2017-05-04.jsonl").unlink()
    pipelines.process(gone())
    pipelines.export.commit()
    assert run_of(crawler).account.total("withdrawn") == 0  # its address was settled as new in this same run
    line = lines(tmp_path)[-1]
    assert (line["id"], line["revision"], line["withdrawn"]) == ("press:12", 2, True)
    assert line["changed"] == ["withdrawn"]
    assert line["headline"] == (None if moved_away else full_article().headline)
    assert line["fetched_at"] == "2017-05-06T00:00:00+00:00"
    assert pipelines.process(gone()).outcome == "unchanged"  # said once
    back = pipelines.process(article(fetched_at="2017-05-07T00:00:00+00:00"))
    assert back
    assert (back.revision, back.changed[-1], back.withdrawn) == (3, "withdrawn", False)
    assert moved_away or back.changed == ["withdrawn"]
    pipelines.export.commit()
    known = run_of(crawler).ledger.find("press:12")
    assert known
    assert not known.withdrawn
    run_of(crawler).close_ledger()


async def test_a_withdrawn_article_is_counted_where_no_line_is_wanted(
    settings: dict[str, Any], tmp_path: Path
) -> None:
    for item in (article(), gone()):
        crawler = get_crawler(PressSpider, {**DEFAULTS, **settings})
        crawler.spider = PressSpider()
        pipelines = Pipelines(crawler)
        pipelines.process(item)
        pipelines.export.close_spider()
        totals = run_of(crawler).account.total("new"), run_of(crawler).account.total("withdrawn")
        run_of(crawler).close_ledger()
    assert totals == (0, 1)
    assert len(lines(tmp_path)) == 1


async def test_a_page_that_was_never_there_has_failed(crawler: Crawler, tmp_path: Path) -> None:
    pipelines = Pipelines(crawler)
    assert pipelines.process(gone(99)).outcome == "failed"
    pipelines.export.close_spider()
    assert run_of(crawler).account.reasons("failed") == {"gone": 1}
    assert lines(tmp_path) == []
