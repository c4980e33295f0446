"""Edges of what pipelines let pass: the longest parts, times a minute too late, what a rejection says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scrapy.statscollectors import StatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.bounds import DEFAULT
from newscrawler.items import Article, Rejection
from newscrawler.output.line import to_line
from newscrawler.pipelines.check_dates import TOLERANCE, is_after, is_before
from newscrawler.pipelines.keep_bounds import KeepBounds
from newscrawler.pipelines.require_fields import RequireFields

ARTICLE = Article(
    id="press:1", site="press", url="https://press.example/1", requested_url="https://press.example/1?a",
    headline="The quay", body="It opens.", fetched_at="2026-05-04T10:00:00+00:00", topics=["a", "b"],
)  # fmt: skip
NO_BOUND = replace(DEFAULT, text_length=0, string_length=0, list_items=0, line_bytes=0)


def kept(**bounds: int) -> bool:
    pipeline = KeepBounds(replace(NO_BOUND, **bounds))
    found = pipeline.process_item(replace(ARTICLE))
    if isinstance(found, Rejection):
        assert (found.reason, found.id) == ("too_large", ARTICLE.id)
        assert (found.requested_url, found.url) == (ARTICLE.requested_url, ARTICLE.url)
        assert found.fetched_at == ARTICLE.fetched_at
    return isinstance(found, Article)


@pytest.mark.parametrize(
    ("bound", "size"),
    [
        ("text_length", len("It opens.")),
        ("string_length", len("https://press.example/1?a")),
        ("list_items", 2),
        ("line_bytes", len(to_line(ARTICLE))),
    ],
)
def test_the_largest_part_that_is_kept(bound: str, size: int) -> None:
    assert kept(**{bound: size + 1})
    assert kept(**{bound: size})
    assert not kept(**{bound: size - 1})
    assert kept(**{bound: 0})


@pytest.mark.parametrize("name", ["id", "headline", "body"])
def test_what_a_rejection_says(name: str) -> None:
    pipeline = RequireFields(StatsCollector(get_crawler()))
    found = pipeline.process_item(replace(ARTICLE, **{name: None}))
    assert isinstance(found, Rejection)
    assert found.reason == f"no_{name}"
    for field in ("requested_url", "url", "fetched_at", "id", "headline"):
        assert getattr(found, field) == (None if field == name else getattr(ARTICLE, field)), field
    assert pipeline.process_item(found) is found


def test_how_late_a_time_may_be() -> None:
    assert TOLERANCE.total_seconds() == 15 * 60
    fetched = "2026-05-04T10:00:00+00:00"
    assert not is_after("2026-05-04T10:15:00+00:00", fetched)
    assert is_after("2026-05-04T10:15:01+00:00", fetched)
    assert not is_after("2026-05-05T00:15:00", fetched)
    assert is_after("2026-05-05T00:15:01", fetched)
    assert not is_after("2026-05-05T00:15:00", "2026-05-04T12:00:00+02:00")
    assert is_after("2026-05-05T00:15:01", "2026-05-04T12:00:00+02:00")


def test_how_early_a_change_may_be() -> None:
    published = "2026-05-04T10:00:30+00:00"
    assert not is_before("2026-05-04T10:00:00+00:00", published)
    assert is_before("2026-05-04T09:59:59+00:00", published)
    assert not is_before("2026-05-04", published)
    assert is_before("2026-05-03", published)
    assert not is_before("2026-05-04T00:00:00", "2026-05-04")
