"""One story has one id: under several URLs, after its URL has changed, and for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import NotWritten, OutputError, SetAside
from newscrawler.items import Article, Gone, requested_url_of
from newscrawler.ledger.known_as import is_same_story, known_as
from newscrawler.news_spider import NewsSpider
from newscrawler.pipelines.deduplicate import Deduplicate
from newscrawler.pipelines.export_jsonl import ExportJsonl
from newscrawler.pipelines.identify import Identify
from newscrawler.pipelines.revise import Revise
from newscrawler.run.run import Run, run_of
from newscrawler.urls import article_id
from tests.defaults import DEFAULTS
from tests.pipelines.press import PressSpider

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy import Spider
    from scrapy.crawler import Crawler

SITE = "https://press.example"
WORDS = "The harbour board of Quillmouth said that quay number {n} would take ships again in week {n}. "
TEXT = "".join(WORDS.format(n=n) for n in range(12))


class NumberingSpider(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    timezone = "UTC"
    article_number = r"-(\d+)$"


class Newsroom:
    """Runs of one site; each gives its pages to the pipelines that decide which article they are."""

    def __init__(self, output: Path, spider: type[Spider] = PressSpider) -> None:
        self.spider = spider
        self.settings = {**DEFAULTS, "OUTPUT_DIR": str(output), "EXPORT_BATCH_SECONDS": 60}
        self.crawler: Crawler | None = None

    def run(self, *items: Article | Gone) -> list[Any]:
        """Process the pages of one run; return what becomes of each."""
        self.crawler = get_crawler(self.spider, self.settings)
        self.crawler.spider = self.spider()
        pipelines = [each.from_crawler(self.crawler) for each in (Identify, Deduplicate, Revise, ExportJsonl)]
        results = [self._process(item, pipelines) for item in items]
        pipelines[-1].close_spider()  # type: ignore[attr-defined]  # the last one is the export
        self.known = run_of(self.crawler).ledger.known(())
        self.given_again = run_of(self.crawler).given_again
        run_of(self.crawler).close_ledger()
        return results

    def _process(self, item: Any, pipelines: list[Any]) -> Any:
        assert self.crawler
        run_of(self.crawler).account.enter(requested_url_of(item))
        try:
            for pipeline in pipelines:
                item = pipeline.process_item(item)
        except (NotWritten, SetAside) as error:
            return error
        return item


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def page(path: str, **said: Any) -> Article:
    """A page at a path, asked for there; ``asked`` names another URL that led to it."""
    url = f"{SITE}{path}"
    asked = f"{SITE}{said.pop('asked', path)}"
    values: dict[str, Any] = {
        "id": article_id("press", url, None, "press.example"),
        "site": "press",
        "url": url,
        "requested_url": asked,
        "headline": "The quay opens again",
        "body": TEXT,
        "published_at": "2026-11-23T10:00:00+00:00",
        "fetched_at": "2026-11-23T11:00:00+00:00",
    }
    return Article(**(values | said))


def ids(results: list[Any]) -> list[str]:
    return [result.id for result in results if isinstance(result, Article)]


async def test_one_record_for_one_article_of_a_run(newsroom: Newsroom) -> None:
    first, second = newsroom.run(page("/a"), page("/a", asked="/a?x=1"))
    assert isinstance(first, Article)
    assert isinstance(second, NotWritten)
    assert second.outcome == "duplicate"


async def test_a_redirect_ties_the_new_url_to_the_id_of_the_old(newsroom: Newsroom) -> None:
    (old,) = ids(newsroom.run(page("/old-slug")))
    moved = page("/new-slug", asked="/old-slug", headline="The quay has opened", body=f"{TEXT} More.")
    (revised,) = newsroom.run(moved)
    assert (revised.id, revised.revision) == (old, 2)
    (again,) = newsroom.run(page("/new-slug", headline="The quay is open", body=f"{TEXT} And more."))
    assert (again.id, again.revision) == (old, 3)


async def test_a_redirect_that_leads_to_another_story_ties_nothing(newsroom: Newsroom) -> None:
    (old,) = ids(newsroom.run(page("/today", asked="/latest")))
    other = {"headline": "Bread is dearer", "body": "Bread costs more. " * 40}
    later = page("/bread", asked="/latest", published_at="2026-11-24T10:00:00+00:00", **other)
    assert old not in ids(newsroom.run(later))


async def test_both_ids_stay_where_both_were_written(newsroom: Newsroom) -> None:
    other = {"headline": "Another", "body": "Bread costs more. " * 40, "published_at": None}
    written = ids(newsroom.run(page("/a"), page("/b", **other)))
    assert ids(newsroom.run(page("/b", **other | {"body": TEXT}))) == [written[1]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/harbour/quay-opens-again-10441", "/local/quay-opens-again-10441"),
        ("/harbour/quay-opens-again-after-floods", "/local/quay-opens-again-after-floods"),
        ("/quay", "/quay/amp/"),
        ("/quay", "/quay.amp.html"),
        ("/2026/quay-opens-again", "/2026/quay-opens-again?print=1"),
    ],
)
@pytest.mark.parametrize("runs", [1, 2])
async def test_the_same_text_at_a_twin_url_is_the_article_again(
    newsroom: Newsroom, first: str, second: str, runs: int
) -> None:
    pages = [page(first), page(second)]
    results = newsroom.run(*pages) if runs == 1 else [*newsroom.run(pages[0]), *newsroom.run(pages[1])]
    assert isinstance(results[0], Article)
    assert isinstance(results[1], NotWritten)
    assert results[1].outcome == "duplicate"
    (revised,) = newsroom.run(page(second, body=f"{TEXT} More."))  # it is listed there alone, later
    assert (revised.id, revised.revision) == (results[0].id, 2)


async def test_a_twin_may_set_the_same_words_otherwise(newsroom: Newsroom) -> None:
    first, second = newsroom.run(page("/quay"), page("/quay/amp/", body=f"«{TEXT.replace('. ', ' – ')}»"))
    assert isinstance(first, Article)
    assert isinstance(second, NotWritten)
    assert second.outcome == "duplicate"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/local/quay-opens-again-10442", {}),
        ("/local/quay-opens-again-10441", {"headline": "Another headline"}),
        ("/local/quay-opens-again-10441", {"published_at": "2026-11-22T10:00:00+00:00"}),
        ("/local/quay-opens-again-10441", {"body": TEXT.replace("ships", "boats")}),
    ],
    ids=["number", "headline", "time", "text"],
)
async def test_what_differs_is_another_article(newsroom: Newsroom, path: str, said: dict[str, Any]) -> None:
    assert len(set(ids(newsroom.run(page("/harbour/quay-opens-again-10441"), page(path, **said))))) == 2


async def test_a_second_url_that_is_gone_takes_no_article_away(newsroom: Newsroom) -> None:
    newsroom.run(page("/quay"), page("/quay/amp/"))
    gone = Gone(
        article_id("press", f"{SITE}/quay/amp/", None, None), "press", f"{SITE}/quay/amp/",
        fetched_at="2026-11-24T11:00:00+00:00",
    )  # fmt: skip
    (result,) = newsroom.run(gone)
    assert result.outcome == "failed"


async def test_a_ledger_that_fails_ends_the_run(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[OutputError] = []
    monkeypatch.setattr(Run, "stop_for", lambda _, error: told.append(error))
    crawler = get_crawler(PressSpider, newsroom.settings)
    crawler.spider = PressSpider()
    with run_of(crawler).ledger.database.transaction() as connection:
        connection.exec_driver_sql("DROP TABLE article_url")
    with pytest.raises(NotWritten):
        Identify.from_crawler(crawler).process_item(page("/a"))
    run_of(crawler).close_ledger()
    assert len(told) == 1


async def test_an_article_without_a_time_is_known_by_its_headline(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.run(page("/old", published_at=None))
    crawler = get_crawler(PressSpider, newsroom.settings)
    crawler.spider = PressSpider()
    ledger = run_of(crawler).ledger
    moved = page("/new", asked="/old", published_at=None, body="Wholly new. " * 30)
    known = known_as(ledger, moved)
    assert known is not None
    assert is_same_story(known, moved)
    moved.headline = "Another"
    assert known_as(ledger, moved) is None
    run_of(crawler).close_ledger()


HARBOUR = "/news/harbour-opens-again-after-flood-12"
MATCH = "/sport/league-match-ends-without-goals-12"


def numbered(path: str, **said: Any) -> Article:
    """A page of a site with article numbers."""
    return page(path, **{"id": "press:12"} | said)


def another(**said: Any) -> Article:
    """A later story that has got the number of an earlier one."""
    values = {
        "headline": "No goals",
        "body": "Nobody scored. " * 40,
        "published_at": "2026-11-25T10:00:00+00:00",
    }
    return numbered(MATCH, **values | said)


async def test_a_number_that_is_given_again_is_no_id_of_the_second_story(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, NumberingSpider)
    newsroom.run(numbered(HARBOUR))
    (second,) = newsroom.run(another())
    by_url = article_id("press", f"{SITE}{MATCH}", None, "press.example")
    assert (second.id, second.revision) == (by_url, 1)
    assert newsroom.given_again == {second.url}
    (again,) = newsroom.run(another())
    assert (again.outcome, newsroom.given_again) == ("unchanged", set())
    first, second = newsroom.run(numbered(HARBOUR, body=f"{TEXT} More."), another(headline="No goals again"))
    assert (first.id, first.revision, second.id, second.revision) == ("press:12", 2, by_url, 2)


async def test_its_id_is_the_same_where_a_test_server_stands_for_the_site(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, NumberingSpider)
    newsroom.run(numbered(HARBOUR))
    (second,) = newsroom.run(another(url=f"http://127.0.0.1:8080{MATCH}"))
    assert second.id == article_id("press", f"{SITE}{MATCH}", None, "press.example")


@pytest.mark.parametrize(
    ("later", "is_retold"),
    [
        (numbered(MATCH, headline="Quay open", body=f"{TEXT} More."), False),
        (another(body=TEXT), False),
        (another(headline="The quay opens again"), False),
        (another(url=f"{SITE}/news/harbour-opens-again-after-the-flood-12"), True),
        (another(url=f"{SITE}{HARBOUR}"), True),
        (another(url=f"{SITE}/12"), True),
    ],
)
async def test_what_shares_words_or_text_with_it_keeps_the_number(
    tmp_path: Path, later: Article, is_retold: bool
) -> None:
    newsroom = Newsroom(tmp_path, NumberingSpider)
    newsroom.run(numbered(HARBOUR))
    (revised,) = newsroom.run(later)
    assert (revised.id, revised.revision) == ("press:12", 2)
    assert newsroom.given_again == ({later.url} if is_retold else set())


async def test_a_site_without_numbers_has_none_that_are_given_again(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.run(numbered(HARBOUR))
    assert ids(newsroom.run(another())) == ["press:12"]
