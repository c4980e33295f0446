"""Times that are an hour off show at the edges of the time between two crawls."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newscrawler.health.article_signs import observe
from newscrawler.health.crawl_edges import EDGE, crawls, edge_of
from newscrawler.health.observation import Observation
from newscrawler.items import Article, TimeEvidence

EARLIER, NOW = datetime(2026, 11, 2, 6, tzinfo=UTC), datetime(2026, 11, 3, 6, tzinfo=UTC)


def article(published: str | None, precision: str = "second", offset: str = "stated") -> Article:
    evidence = TimeEvidence("", "json-ld", precision, offset)  # type: ignore[arg-type]
    fetched = "2026-11-03T06:05:00+00:00"
    return Article(
        url="", revision=1, published_at=published, published_at_evidence=evidence, fetched_at=fetched
    )


@pytest.mark.parametrize(
    ("published", "edge"),
    [
        ("2026-11-03T05:00:01+00:00", "fresh"),
        ("2026-11-03T08:03:00+02:00", "fresh"),
        ("2026-11-03T05:00:00+00:00", ""),
        ("2026-11-02T06:00:01+00:00", ""),
        ("2026-11-02T06:00:00+00:00", "older"),
        ("2026-11-02T05:00:01+00:00", "older"),
        ("2026-11-02T05:00:00+00:00", ""),
        ("2026-11-03T05:30:00", ""),
        (None, "future"),
    ],
)
def test_an_article_lies_at_an_edge(published: str | None, edge: str) -> None:
    assert edge_of(article(published), (EARLIER, NOW)) == edge


@pytest.mark.parametrize(("precision", "offset"), [("day", "stated"), ("second", "unknown")])
@pytest.mark.parametrize("published", ["2026-11-03T05:30:00+00:00", None])
def test_what_is_no_instant_lies_at_none(published: str | None, precision: str, offset: str) -> None:
    assert edge_of(article(published, precision, offset), (EARLIER, NOW)) == ""


def test_an_article_without_any_time_lies_at_none() -> None:
    assert edge_of(Article(url=""), (EARLIER, NOW)) == ""


@pytest.mark.parametrize(("hours", "says"), [(0, False), (2.9, False), (3, True), (72, True), (73, False)])
def test_crawls_that_are_near_or_far_say_nothing(hours: float, says: bool) -> None:
    before = NOW - timedelta(hours=hours)
    assert crawls(int(before.timestamp()), NOW) == ((before, NOW) if says else None)


def test_the_first_crawl_has_none_before_it() -> None:
    assert crawls(0, NOW) is None


def test_new_articles_alone_are_counted_and_only_where_crawls_are_known() -> None:
    seen, revised = Observation(), article(None)
    revised.revision = 2
    observe(article(None), seen, between=(EARLIER, NOW))
    observe(article(None), seen)
    observe(revised, seen, between=(EARLIER, NOW))
    assert seen.seen[EDGE] == {"future": 1}
