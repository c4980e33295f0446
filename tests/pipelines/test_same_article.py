"""Which article that repeats a text is the same article: again at a second URL, or moved to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.output.line import to_line
from newscrawler.pipelines.same_article import SameArticle
from newscrawler.run.run import run_of
from tests.ledger.lines import article, write

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawler.items import Article

TIME = "2026-11-20T09:00:00+00:00"
NUMBERED = "https://press.example/991234-mayor-may-go"
RENAMED = "https://press.example/991234-mayor-goes"


def story(number: int, url: str, **said: Any) -> Article:
    values = {"headline": "The quay opens again", "body": "The quay opens again.", "published_at": TIME}
    return article(number, **{**values, "url": url, "requested_url": url, **said})


@pytest.fixture
def same(crawler: Crawler) -> SameArticle:
    return SameArticle(run_of(crawler))


def known(crawler: Crawler, item: Article) -> None:
    """An article that an earlier run has written."""
    write(run_of(crawler).ledger, item)


def waits(crawler: Crawler, item: Article) -> None:
    """An article of this run that is not committed yet."""
    run_of(crawler).batch.lines.append((item, to_line(item)))


@pytest.mark.parametrize("had", [known, waits])
@pytest.mark.parametrize(
    ("page", "is_again"),
    [
        (story(2, NUMBERED.replace("991234-", "world/991234-")), True),
        (story(2, NUMBERED + "?from=top"), True),
        (story(2, NUMBERED, headline="Another"), False),
        (story(2, NUMBERED, published_at="2026-11-21T09:00:00+00:00"), False),
        (story(2, "https://press.example/991235-mayor-may-go"), False),
        (story(2, NUMBERED, site="times"), False),
    ],
)
def test_an_article_again(
    crawler: Crawler, same: SameArticle, had: Any, page: Article, *, is_again: bool
) -> None:
    had(crawler, story(1, NUMBERED))
    assert same.is_again(page, "press:1") is is_again


def test_what_was_written_under_an_id_stays_under_it(crawler: Crawler, same: SameArticle) -> None:
    known(crawler, story(1, NUMBERED))
    known(crawler, story(2, RENAMED))
    assert not same.is_again(story(2, NUMBERED), "press:1")
    assert not same.has_moved(story(2, RENAMED), "press:1")


def test_a_text_that_nobody_knows(same: SameArticle) -> None:
    assert not same.is_again(story(2, NUMBERED), "press:1")
    assert not same.has_moved(story(2, NUMBERED), "press:1")


@pytest.mark.parametrize(
    ("page", "has_moved"),
    [
        (story(2, RENAMED, headline="Mayor goes"), True),
        (story(2, RENAMED, published_at="2026-11-20"), False),
        (story(2, RENAMED, published_at="2026-11-20T10:00:00+00:00"), False),
        (story(2, RENAMED, extracted_by={"published_at": "feed"}), False),
        (story(2, "https://press.example/991235-mayor-goes"), False),
        (story(2, RENAMED, site="times"), False),
    ],
)
def test_an_article_that_has_moved(
    crawler: Crawler, same: SameArticle, page: Article, *, has_moved: bool
) -> None:
    known(crawler, story(1, NUMBERED))
    assert same.has_moved(page, "press:1") is has_moved
    assert same.moved == ({"press:1"} if has_moved else set())


def test_an_article_moves_once_in_a_run(crawler: Crawler, same: SameArticle) -> None:
    known(crawler, story(1, NUMBERED))
    assert same.has_moved(story(2, RENAMED), "press:1")
    assert not same.has_moved(story(3, RENAMED + "-today"), "press:1")


def test_an_article_of_which_this_run_has_a_line_has_not_moved(crawler: Crawler, same: SameArticle) -> None:
    known(crawler, story(1, NUMBERED))
    waits(crawler, story(1, NUMBERED, revision=2))
    assert not same.has_moved(story(2, RENAMED), "press:1")
