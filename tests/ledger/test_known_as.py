"""Which article a page continues: by its id, else by a URL and what only the same story says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.items import Sighting
from newscrawler.ledger.known_as import known_as, same_fields
from newscrawler.output.content_hash import field_hashes
from tests.ledger.lines import article, opened, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.settings import Settings

    from newscrawler.items import Article
    from newscrawler.ledger import Ledger

OLD = "https://press.example/story/1"
TIME = "2026-11-20T09:00:00+00:00"
OTHER = "2026-11-21T09:00:00+00:00"


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    """A ledger that has an article with a time, and one without."""
    ledger, _ = opened(settings)
    write(ledger, article(1, published_at=TIME), article(2))
    yield ledger
    ledger.close()


def moved(number: int = 1, **said: Any) -> Article:
    """A page with an id of its own that says nothing of what an article says, asked for at its URL."""
    asked = f"https://press.example/story/{number}"
    return article(9, **{"requested_url": asked, "headline": "Another", "body": "Another text"} | said)


def id_of(known: Any) -> str | None:
    return known.id if known else None


@pytest.mark.parametrize(
    ("page", "known"),
    [
        (moved(), None),
        (moved(body=article(1).body), "press:1"),
        (moved(published_at=TIME), "press:1"),
        (moved(published_at="2026-11-20T12:00:00+03:00"), "press:1"),
        (moved(published_at=OTHER), None),
        (moved(published_at=OTHER, headline="Headline 1"), None),
        (moved(published_at=OTHER, body=article(1).body), "press:1"),
        (moved(published_at=TIME, extracted_by={"published_at": "listing"}), None),
        (moved(published_at=TIME, extracted_by={"published_at": "feed"}), None),
        (moved(published_at=TIME, extracted_by={"published_at": "sitemap"}), None),
        (moved(published_at=TIME, extracted_by={"published_at": "site"}), "press:1"),
        (moved(headline="Headline 1"), "press:1"),
        (moved(published_at="2026-11-20", headline="Headline 1"), None),
        (moved(2), None),
        (moved(2, headline="Headline 2"), "press:2"),
        (moved(2, headline="Headline 2", published_at=TIME), "press:2"),
        (moved(2, published_at=TIME), None),
        (moved(3, headline="Headline 1"), None),
        (moved(3, headline="Headline 1", canonical_url=OLD), "press:1"),
        (moved(3, headline="Headline 1", url=OLD), "press:1"),
        (moved(1, headline="Headline 1", site="other"), "press:1"),
        (article(1, headline="Another", body="Another text", url="https://press.example/new"), "press:1"),
    ],
)
def test_what_a_page_continues(ledger: Ledger, page: Article, known: str | None) -> None:
    assert id_of(known_as(ledger, page)) == known


def test_an_empty_text_is_no_text_in_common(ledger: Ledger) -> None:
    write(ledger, article(3, body=""))
    assert known_as(ledger, moved(3, body="")) is None


def test_of_two_that_a_page_may_continue_it_is_the_one_that_was_seen_first(ledger: Ledger) -> None:
    write(ledger, article(3, fetched_at="2026-11-20T08:00:00+00:00"), article(4, headline="Headline 3"))
    three, four = "https://press.example/story/3", "https://press.example/story/4"
    for asked, canonical in ((three, four), (four, three)):
        page = article(9, requested_url=asked, canonical_url=canonical, headline="Headline 3")
        assert id_of(known_as(ledger, page)) == "press:3"


def test_an_article_of_another_site_is_none_of_this_one(ledger: Ledger, settings: Settings) -> None:
    page = moved(7, headline="Headline 7")
    ledger.site = "other"
    write(ledger, article(7, id="other:7", site="other"))
    assert id_of(known_as(ledger, page)) == "other:7"
    ledger.site = "press"
    assert known_as(ledger, page) is None


def test_which_fields_are_the_same() -> None:
    before = field_hashes(article(1, published_at=TIME, lead="Lead"))
    for changes, same in (
        ({}, {"headline", "body", "published_at"}),
        ({"headline": "x"}, {"body", "published_at"}),
        ({"body": "x"}, {"headline", "published_at"}),
        ({"published_at": None}, {"headline", "body"}),
        ({"lead": "x"}, {"headline", "body", "published_at"}),
    ):
        page = article(1, **{"published_at": TIME, "lead": "Lead"} | changes)
        assert same_fields(before, page) == same, changes


def test_an_article_that_a_feed_calls_as_before_at_a_new_url(settings: Settings) -> None:
    def shown(guid: str) -> list[Sighting]:
        return [Sighting("https://press.example/feed", "feed", None, 1, None, guid)]

    ledger, _ = opened(settings)
    write(ledger, article(1, published_at=TIME, listed_on=shown("quay-1")))
    new = {"requested_url": "https://press.example/quay-stays-shut", "published_at": TIME}
    found = [
        id_of(known_as(ledger, moved(9, **new | changes)))
        for changes in (
            {"listed_on": shown("quay-1")},
            {"listed_on": shown("quay-2")},
            {"listed_on": shown("quay-1"), "published_at": OTHER},
            {"listed_on": shown("quay-1"), "site": "other"},
        )
    ]
    ledger.close()
    assert found == ["press:1", None, None, None]
