"""Which of many listed articles are known and need no look now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawler.ledger.not_due import not_due
from tests.ledger.lines import NOW, article, opened, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.settings import Settings

    from newscrawler.ledger import Ledger

LONG_AGO = "2026-10-01T10:00:00+00:00"
SLUG = "https://press.example/news/harbour-opens-again-after-flood-3"


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    """Of three articles the first is looked at again at 12:00, the others never."""
    ledger, _ = opened(settings)
    write(
        ledger,
        article(1, fetched_at="2026-11-20T11:00:00+00:00"),
        article(2, published_at=LONG_AGO),
        article(3, published_at=LONG_AGO, url=SLUG, requested_url=SLUG),
    )
    yield ledger
    ledger.close()


def test_due_is_due_from_its_second_on(ledger: Ledger) -> None:
    by_id = {"press:1": "https://press.example/story/1", "press:2": "https://press.example/story/2"}
    by_url = {url.removeprefix("https://"): url for url in by_id.values()}
    for urls in (by_id, by_url, by_id | by_url):
        first, second = list(urls)[::2], list(urls)[1::2]
        assert not_due(ledger, urls, NOW - timedelta(seconds=1)) == {*first, *second}
        assert not_due(ledger, urls, NOW) == {*second}


def test_what_is_not_known_is_not_among_them(ledger: Ledger) -> None:
    keys = ["press:9", "press.example/story/9", "other:2", "press:press.example/story/2"]
    assert not_due(ledger, dict.fromkeys(keys, ""), NOW) == set()
    assert not_due(ledger, {}, NOW) == set()


def test_a_number_under_which_another_story_is_known_says_nothing(ledger: Ledger) -> None:
    edited = "https://press.example/local/harbour-opens-after-the-flood-3"
    other = "https://press.example/sport/league-match-ends-without-goals-3"
    assert not_due(ledger, {"press:3": edited}, NOW) == {"press:3"}
    assert not_due(ledger, {"press:3": other}, NOW) == set()


def test_more_than_are_asked_for_at_once(ledger: Ledger) -> None:
    for place in (0, 499, 500, 501, 999, 1000):
        numbers = [f"press:{number}" for number in range(10, 1011)]
        urls = [f"press.example/x/{number}" for number in range(1001)]
        numbers[place], urls[place] = known = "press:2", "press.example/story/2"
        assert not_due(ledger, dict.fromkeys([*numbers, *urls], ""), NOW) == {*known}
