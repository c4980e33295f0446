"""Listed articles are known by their numbers, unless their URLs speak of other stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.items import ListedArticle, Sighting
from newscrawler.ledger import Batch, Ledger
from newscrawler.ledger.given_again import is_another_story, is_retold, known_stories
from newscrawler.output.line import to_line
from tests.ledger.lines import opened
from tests.pipelines.test_identify import HARBOUR, MATCH, SITE, another, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.settings import Settings

    from newscrawler.items import Article


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    ledger, _ = opened(settings)
    yield ledger
    ledger.close()


def listed(path: str) -> ListedArticle:
    return ListedArticle(f"{SITE}{path}", "press:12")


def write(ledger: Ledger, article: Article) -> None:
    ledger.write(Batch(lines=[(article, to_line(article))]))


def test_a_second_story_is_unknown_until_it_has_a_line_of_its_own(ledger: Ledger) -> None:
    write(ledger, numbered(HARBOUR))
    edited = "/local/harbour-opens-after-the-flood-12"
    found = known_stories(ledger, [listed(HARBOUR), listed(edited), listed(MATCH)])
    assert {url: known.id for url, known in found.items()} == dict.fromkeys(
        (f"{SITE}{HARBOUR}", f"{SITE}{edited}"), "press:12"
    )
    write(ledger, another(id="press:own"))
    found = known_stories(ledger, [listed(HARBOUR), listed(MATCH)])
    assert {url: known.id for url, known in found.items()} == {
        f"{SITE}{HARBOUR}": "press:12", f"{SITE}{MATCH}": "press:own",
    }  # fmt: skip


def test_another_story_has_neither_words_nor_time_of_the_earlier_one(ledger: Ledger) -> None:
    assert not is_another_story(ledger, another())
    write(ledger, numbered(HARBOUR))
    assert is_another_story(ledger, another())
    assert not is_another_story(ledger, another(headline="The quay opens again"))
    assert not is_another_story(ledger, another(url=f"{SITE}{HARBOUR}"))


TWELVE = "/news/12"
EVERY = ["headline", "body", "published_at"]


@pytest.mark.parametrize(
    ("published_at", "headlines", "is_due"),
    [
        ("2026-11-25T10:00:00+00:00", ["No goals"], True),
        ("2026-11-24T10:00:00+00:00", ["No goals", "No goals at all"], True),
        ("2026-11-24T09:59:59+00:00", ["No goals"], False),
        ("2026-11-25T10:00:00+00:00", ["No goals", "The quay opens again"], False),
        ("2026-11-25T10:00:00+00:00", [], False),
        ("2026-11-25T10:00:00", ["No goals"], False),
        ("yesterday", ["No goals"], False),
        (None, ["No goals"], False),
    ],
)
def test_what_a_listing_tells_anew_is_due(
    published_at: str | None, headlines: list[str], is_due: bool, ledger: Ledger
) -> None:
    write(ledger, numbered(TWELVE))
    row = listed(TWELVE)
    row.published_at = published_at
    row.sightings = [Sighting("", "feed", None, 1, headline) for headline in headlines]
    found = known_stories(ledger, [row])[row.url]
    assert (found.next_check == found.last_checked) is is_due


def test_what_was_looked_at_since_is_not_told_anew(ledger: Ledger) -> None:
    write(ledger, numbered(TWELVE, fetched_at="2026-11-25T10:00:01+00:00"))
    row = listed(TWELVE)
    row.published_at, row.sightings = "2026-11-25T10:00:00+00:00", [Sighting("", "feed", None, 1, "No goals")]
    found = known_stories(ledger, [row])[row.url]
    assert found.next_check != found.last_checked


@pytest.mark.parametrize(
    ("day", "changed", "is_other"),
    [(24, EVERY, True), (24, [*EVERY, "lead"], True), (24, EVERY[:2], False), (23, EVERY, False)],
)
def test_a_revision_that_is_another_story(
    day: int, changed: list[str], is_other: bool, ledger: Ledger
) -> None:
    write(ledger, numbered(TWELVE))
    known = ledger.find("press:12")
    assert known
    later = numbered(TWELVE, published_at=f"2026-11-{day}T10:00:00+00:00")
    assert is_retold(known, later, changed) is is_other
