"""A site that changes is noticed in the run in which it changed, by field."""

from datetime import timedelta
from pathlib import Path

import pytest
from scrapy.exceptions import DropItem
from scrapy.http import Request, Response
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import SetAside
from newscrawler.extensions.health import Health
from newscrawler.health.answer_signs import LAST_MODIFIED
from newscrawler.health.article_signs import TIME_PER_PAGE
from newscrawler.health.crawl_edges import EDGE
from newscrawler.items import Article, Rejection, TimeEvidence
from newscrawler.run.verdict import judge
from newscrawler.spiders.tass.spider import TassSpider
from tests.defaults import DEFAULTS


def health(output: Path, **arguments: str) -> Health:
    crawler = get_crawler(TassSpider, {**DEFAULTS, "OUTPUT_DIR": str(output)})
    crawler.spider = TassSpider(**arguments)
    return Health.from_crawler(crawler)


def article(url: str = "https://tass.com/1", **sources: str) -> Article:
    known = {
        "headline": "site",
        "body": "site",
        "published_at": "json-ld",
        "lead": "site",
        "section": "site",
        **sources,
    }
    return Article(url=url, extracted_by={name: source for name, source in known.items() if source})  # type: ignore[misc]


def earlier(output: Path, runs: int = 5) -> None:
    """Crawl a healthy site some times."""
    for number in range(runs):
        watched = health(output)
        for article_number in range(20):
            watched.item_scraped(article(lead="" if article_number == number else "site"))
        watched.spider_closed()
        watched.run.close_ledger()


def test_a_run_as_usual_is_healthy(tmp_path: Path) -> None:
    earlier(tmp_path)
    watched = health(tmp_path)
    for _ in range(20):
        watched.item_scraped(article())
    watched.spider_closed()
    assert watched.run.signs == []
    assert judge(watched.run).exit_code == 0


@pytest.mark.parametrize(
    ("sources", "sign"),
    [
        ({"body": "page"}, "body: the declared layouts gave it for 0 of 20"),
        ({"lead": ""}, "lead: missing in 100% of the last 20 articles, usually 6%, since "),
        ({"section": "url"}, "section: from site for 0% of the last 20 articles, usually 99%, since "),
        ({"published_at": ""}, "published_at: known for 0 of 20"),
        ({"authors": "json-ld"}, "authors: from json-ld for 100% of the last 20 articles, usually 1%"),
    ],
)
def test_a_field_that_changed_is_named(tmp_path: Path, sources: dict[str, str], sign: str) -> None:
    earlier(tmp_path)
    watched = health(tmp_path)
    for _ in range(20):
        watched.item_scraped(article(**sources))
    watched.spider_closed()
    verdict = judge(watched.run)
    assert verdict.exit_code == 3
    assert sign in verdict.line


def test_how_long_a_site_took_to_answer_is_counted_where_it_was_asked(tmp_path: Path) -> None:
    watched = health(tmp_path)
    asked = Request("https://tass.com/1", meta={"download_latency": 2.0})
    watched.item_scraped(article(), response=Response(asked.url, request=asked))
    watched.item_scraped(article(), response=Response(asked.url))
    watched.item_scraped(article(), response=None)
    assert watched.run.observation.sizes[TIME_PER_PAGE].total() == 1


def test_when_a_page_was_made_is_held_against_the_time_of_its_article(tmp_path: Path) -> None:
    watched, asked = health(tmp_path), Request("https://tass.com/1")
    dated = article()
    dated.published_at, dated.fetched_at = "2026-11-02T10:00:00+00:00", "2026-11-02T12:00:00+00:00"
    dated.published_at_evidence = TimeEvidence("", "json-ld", "second", "stated")
    told = {"Last-Modified": "Mon, 02 Nov 2026 10:04:00 GMT"}
    for headers in (told, {}):
        watched.item_scraped(dated, response=Response(asked.url, headers=headers, request=asked))
    watched.item_scraped(dated, response=None)
    assert watched.run.observation.seen[LAST_MODIFIED] == {"soon": 1}


def test_a_new_article_is_held_against_the_two_crawls_between_which_it_must_lie(tmp_path: Path) -> None:
    watched = health(tmp_path)
    start, dated = watched.run.start, article()
    dated.revision, dated.fetched_at = 1, start.isoformat()
    dated.published_at_evidence = TimeEvidence("", "json-ld", "second", "stated")
    watched.history.rhythm.last_run = int(start.timestamp()) - 86_400
    for minutes in (10, 100, 1450):
        dated.published_at = (start - timedelta(minutes=minutes)).isoformat()
        watched.item_scraped(dated)
    assert watched.run.observation.seen[EDGE] == {"fresh": 1, "older": 1}


def test_what_is_wrong_is_told_with_articles_and_the_command_that_saves_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    earlier(tmp_path)
    watched = health(tmp_path)
    for number in range(20):
        watched.item_scraped(article(url=f"https://tass.com/{number}", section=""))
    watched.spider_closed()
    assert [alarm.subject for alarm in watched.run.alarms] == ["section"]
    said = [record.getMessage() for record in caplog.records]
    assert said[-1] == "section: save a page of it: scrapy savepage https://tass.com/0"
    assert said[-4:-1] == [f"section: see https://tass.com/{number}" for number in range(3)]


def test_runs_with_other_arguments_are_another_history(tmp_path: Path) -> None:
    earlier(tmp_path)
    watched = health(tmp_path, sections="politics")
    for _ in range(20):
        watched.item_scraped(article(lead="", section=""))
    watched.spider_closed()
    assert watched.run.alarms == []


def test_a_field_is_not_held_against_too_few_runs(tmp_path: Path) -> None:
    earlier(tmp_path, runs=2)
    watched = health(tmp_path)
    for _ in range(20):
        watched.item_scraped(article(lead=""))
    watched.spider_closed()
    assert watched.run.signs == []


def test_many_set_aside(tmp_path: Path) -> None:
    watched = health(tmp_path)
    for _ in range(8):
        watched.item_scraped(article())
    for _ in range(3):
        watched.item_dropped(Rejection("https://tass.com/1", "", "no_body"), SetAside("no_body"))
    watched.item_dropped(article(), DropItem("another reason"))
    watched.spider_closed()
    assert "3 of 11 articles rejected (no_body 3)" in judge(watched.run).line


@pytest.mark.parametrize(("articles", "is_told"), [(1, False), (0, True)])
def test_links_that_were_tried_are_no_sign_unless_nothing_else_came(
    tmp_path: Path, articles: int, is_told: bool
) -> None:
    watched = health(tmp_path)
    for _ in range(articles):
        watched.item_scraped(article())
    for number in range(3):
        url = f"https://tass.com/menu/{number}"
        watched.item_dropped(Rejection(url, url, "listing", is_trial=True), SetAside("listing"))
    assert [line for line in watched.signs() if "articles rejected (listing 3)" in line] == [
        "3 of 3 articles rejected (listing 3)"
    ] * is_told


def test_more_refusals_than_articles_are_a_sign_those_of_earlier_runs_too(tmp_path: Path) -> None:
    watched = health(tmp_path)
    account = watched.run.account
    outcomes = [*[("unchanged", "")] * 9, *[("refused", "http-451")] * 4, *[("waiting", "http-451")] * 7]
    for number, outcome in enumerate(outcomes):
        account.enter(str(number))
        account.settle(str(number), *outcome)
    assert watched.signs() == ["11 of 20 articles refused"]
    account.enter("gone")
    account.settle("gone", "waiting", "http-404")
    assert watched.signs() == ["11 of 21 articles refused"]


def test_selectors_that_gave_nothing_in_the_whole_run_are_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    watched = health(tmp_path)
    for _ in range(10):
        watched.item_scraped(article(topics="json-ld"))
    watched.run.declared_parts.saw("tass2", 20, {"published_at": 0})
    watched.spider_closed()
    watched.run.close_ledger()
    said = [record.message for record in caplog.records if "is declared by layout" in record.message]
    assert said[0].startswith("rows of listings: published_at is declared by layout 'tass2'")
    assert said[1:] == ["articles: topics is declared by layout 'today', and came from it in none of 10"]


@pytest.mark.parametrize(
    ("same", "other", "is_sign"), [(5, 5, True), (5, 6, False), (4, 0, False), (12, 1, True)]
)
@pytest.mark.parametrize("field", ["headline", "body"])
def test_one_text_for_many_articles(tmp_path: Path, field: str, same: int, other: int, is_sign: bool) -> None:
    watched = health(tmp_path)
    for text in ["Back soon."] * same + [f"Story {number}" for number in range(other)]:
        item = article()
        setattr(item, field, text)
        watched.item_scraped(item)
    line = f"{field}: one and the same in {same} of {same + other} articles"
    assert watched.signs() == ([line] if is_sign else [])


@pytest.mark.parametrize(
    ("stories", "articles", "is_sign"), [(2, 2, False), (3, 3, True), (3, 6, True), (3, 7, False)]
)
def test_numbers_that_are_given_again(tmp_path: Path, stories: int, articles: int, is_sign: bool) -> None:
    watched = health(tmp_path)
    watched.run.given_again = {f"https://tass.com/{number}" for number in range(stories)}
    watched.articles = articles
    said = f"article numbers: {stories} new stories have those of earlier ones"
    assert (said in watched.signs()) is is_sign
