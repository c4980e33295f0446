"""Listed articles are known by their numbers, unless their URLs speak of other stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.items import ListedArticle
from newscrawler.ledger import Batch, Ledger
from newscrawler.ledger.given_again import is_another_story, known_stories
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
