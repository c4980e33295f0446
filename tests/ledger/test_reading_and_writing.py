"""What is written is known, by id and by address; nothing is committed before the lines are synced."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.items import ListedArticle
from newscrawler.ledger import Batch, open_ledger
from newscrawler.ledger.rows import Listing, url_hash
from newscrawler.output import day_files
from newscrawler.output.line import to_line
from tests.ledger.lines import DAY, NOW, article, contents, day_path, opened, write

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.settings import Settings


def test_what_is_written_is_known(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1), article(2), article(1, 2, headline="New"))
    known = ledger.find("press:1")
    assert known
    assert (known.revision, known.day, known.url) == (2, DAY, "https://press.example/story/1")
    assert known.first_seen == known.last_checked == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert known.next_check == datetime(2026, 11, 20, 11, tzinfo=UTC)
    last = ledger.last_revision(known)
    assert last
    assert last.headline == "New"
    assert ledger.find("press:3") is None
    assert ledger.find_by_url("http://press.example/story/2#top")
    ledger.close()


def test_an_older_revision_changes_nothing(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1, 3))
    write(ledger, article(1, 2))
    known = ledger.find("press:1")
    assert known
    assert known.revision == 3
    ledger.close()


def test_listed_articles_are_known_by_key_or_by_any_url(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1, amp_url="https://press.example/amp/1"), article(2))
    listed = [
        ListedArticle("https://press.example/other-slug/1", "press:1"),
        ListedArticle("http://press.example/amp/1?utm_source=x", "http://press.example/amp/1"),
        ListedArticle("https://press.example/story/3", "https://press.example/story/3"),
    ]
    known = ledger.known(listed * 400)
    assert {url: found.id for url, found in known.items()} == {
        listed[0].url: "press:1",
        listed[1].url: "press:1",
    }
    ledger.close()


def test_due_articles_of_this_site_the_longest_due_first(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(
        ledger,
        article(1, fetched_at=f"{DAY}T10:30:00+00:00"),
        article(2),
        article(3, published_at="2026-10-01T10:00:00+00:00"),
    )
    assert [known.id for known in ledger.due(NOW)] == ["press:2", "press:1"]
    assert [known.id for known in ledger.due(NOW, most=1)] == ["press:2"]
    ledger.close()
    other = open_ledger(settings, "other")
    assert other.due(NOW) == []
    other.close()


def test_a_due_article_that_was_tried_is_due_no_more(settings: Settings) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    ledger, _ = opened(settings)
    write(ledger, article(1, fetched_at=(datetime.now(UTC) - timedelta(hours=2)).isoformat()))
    write(ledger, article(2, day=today, fetched_at=datetime.now(UTC).isoformat()))
    tried = [known for number in (1, 2) if (known := ledger.find(f"press:{number}"))]
    later = tried[1]
    ledger.write(Batch(tried={known.id: (known, datetime.now(UTC)) for known in tried}))
    assert ledger.due() == []
    soon = ledger.due(datetime.now(UTC) + timedelta(hours=2))
    assert {known.id for known in soon} == {"press:1", "press:2"}
    assert ledger.find("press:2") == later  # it was not due
    ledger.close()


def test_first_seen_stays(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    write(ledger, article(1, 2, day="2026-11-21"))
    known = ledger.find("press:1")
    assert known
    assert known.first_seen < known.last_checked
    ledger.close()


def test_a_batch_that_cannot_be_committed_leaves_its_lines_to_be_adopted(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))

    def broken(*_: object) -> None:
        msg = "no more"
        raise OutputError(msg)

    with monkeypatch.context() as patch:
        patch.setattr("newscrawler.ledger.similar.SimilarTexts.store", broken)
        with pytest.raises(OutputError):
            write(ledger, article(2), article(3))
    assert ledger.find("press:2") is None
    ledger.close()
    ledger, recovery = opened(settings)
    assert recovery.adopted == 2
    assert ledger.find("press:3")
    ledger.close()


def test_nothing_is_committed_before_the_lines_are_synced(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    before = contents(ledger)
    seen = []

    def looking(_: int) -> None:
        seen.append(contents(ledger) == before)

    monkeypatch.setattr("newscrawler.output.day_files.sync", looking)
    write(ledger, article(2))
    assert seen == [True]
    assert contents(ledger) != before
    ledger.close()


def test_runs_that_were_killed_are_remembered(settings: Settings) -> None:
    ledger, _ = opened(settings)
    record = {"id": "r1", "start": "2026-11-20T10:00:00+00:00", "end": "2026-11-20T10:01:00+00:00", "new": 3}
    ledger.write(Batch(lines=[(article(1), to_line(article(1)))], run=record))
    assert ledger.killed_runs() == [record]
    ledger.save_run(record, ended=True)
    assert ledger.killed_runs() == []
    ledger.close()


def test_moments_are_aware_and_naive_ones_refused(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with pytest.raises(Exception, match="naive datetime"):
        ledger.due(datetime(2026, 11, 20))  # noqa: DTZ001 - the mistake that is tested
    write(ledger, replace(article(1), fetched_at="2026-11-20T13:00:00+03:00"))
    known = ledger.find("press:1")
    assert known
    assert known.last_checked == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert known.last_checked.utcoffset() == timedelta(0)
    with pytest.raises(ValueError, match="no offset"):
        write(ledger, replace(article(2), fetched_at="2026-11-20T13:00:00"))
    ledger.close()
    assert json.loads(day_path(settings).read_text())["id"] == "press:1"


def test_a_folder_taken_away_in_the_moment_of_writing_is_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    append = day_files.append

    def taken_away(path: Path, *rest: Any, **more: Any) -> int:
        ledger.output.rename(ledger.output.with_name(f"{ledger.output.name}-elsewhere"))
        return append(path, *rest, **more)

    monkeypatch.setattr(day_files, "append", taken_away)
    with pytest.raises(OutputError, match="taken away while it was in use"):
        write(ledger, article(2))


def test_the_answers_of_listings_are_kept_for_thirty_days(settings: Settings) -> None:
    ledger, _ = opened(settings)
    now = datetime.now(UTC).replace(microsecond=0)

    def answer(name: str, days: float, etag: str = "a") -> Listing:
        url = f"https://press.example/{name}"
        when = now - timedelta(days=days)
        return Listing(url_hash(url), ledger.site, url, etag, None, "text/html", None, b"x", 1, True, when)

    def enter(*answers: Listing) -> None:
        ledger.write(Batch(listings={each.key: each for each in answers}))

    older, old, new = answer("older", 30.1), answer("old", 29.9), answer("new", 0)
    enter(older, old)
    changed = replace(new, etag="b", body=b"y", proven=True)
    for row in (new, changed):
        enter(row)
        assert ledger.listing(row.url) == row
    assert ledger.listing(old.url) == old
    assert ledger.listing(older.url) is None
    ledger.close()
