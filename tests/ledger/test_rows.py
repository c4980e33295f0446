"""What the ledger keeps of an article, and under which URLs it finds it again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newscrawler.items import Gone
from newscrawler.ledger.rows import Known, article_row, moment_of, url_hash, url_rows
from newscrawler.ledger.schedule import Schedule
from tests.ledger.lines import article

SCHEDULE = Schedule.parse("1d:1h")
PLACE = {"site": "press", "store": "s", "day": "2026-11-20", "offset": 7}


def test_a_row_is_read_back_as_it_was_made() -> None:
    row = article_row(article(1, 2), schedule=SCHEDULE, **PLACE)
    known = Known(**row)
    assert (known.id, known.revision, known.url) == ("press:1", 2, "https://press.example/story/1")
    assert known.last_checked == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert not known.is_due(known.last_checked + timedelta(minutes=59))
    assert known.is_due(known.last_checked + timedelta(hours=1))


def test_what_is_never_looked_at_again_is_never_due() -> None:
    old = article(1, published_at="2020-01-01T00:00:00+00:00")
    known = Known(**article_row(old, schedule=SCHEDULE, **PLACE))
    assert known.next_check is None
    assert not known.is_due(datetime.max.replace(tzinfo=UTC))


@pytest.mark.parametrize("fetched_at", [None, "", "2026-11-20T10:00:00", "yesterday"])
def test_a_moment_without_offset_is_none(fetched_at: str | None) -> None:
    with pytest.raises(ValueError, match=r"press:1|isoformat"):
        moment_of(article(1, fetched_at=fetched_at))


def test_every_url_of_an_article_leads_to_it() -> None:
    item = article(1, canonical_url="https://press.example/1", amp_url="https://amp.press.example/1")
    rows = url_rows(item, "press:1")
    urls = (item.url, item.canonical_url, item.amp_url)
    assert {row["key"] for row in rows} == {url_hash(url) for url in urls if url}
    assert {row["article_id"] for row in rows} == {"press:1"}


def test_one_that_is_gone_has_the_url_it_was_asked_for_at() -> None:
    gone = Gone("press:9", "press", "https://press.example/story/1")
    assert url_rows(gone, "press:1") == [{"key": url_hash(gone.url), "article_id": "press:1"}]


def test_one_key_for_one_url() -> None:
    assert url_hash("http://press.example/1?utm_source=x") == url_hash("https://press.example/1")
    assert url_hash("https://press.example/1") != url_hash("https://press.example/2")
