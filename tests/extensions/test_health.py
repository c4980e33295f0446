"""A site that changes is noticed in the run in which it changed, by field."""

import json
from pathlib import Path

import pytest
from scrapy.exceptions import DropItem
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import SetAside
from newscrawler.extensions.health import Health
from newscrawler.items import Article
from newscrawler.run.verdict import judge
from newscrawler.spiders.tass.spider import TassSpider


def health(output: Path) -> Health:
    crawler = get_crawler(TassSpider, {"OUTPUT_DIR": str(output), "DOWNLOAD_DELAY": 1})
    crawler.spider = TassSpider()
    return Health.from_crawler(crawler)


def article(**sources: str) -> Article:
    known = {
        "headline": "site",
        "body": "site",
        "published_at": "json-ld",
        "lead": "site",
        "section": "site",
        **sources,
    }
    return Article(extracted_by={name: source for name, source in known.items() if source})  # type: ignore[misc]


def earlier(output: Path, runs: int = 5) -> None:
    sources = {
        "headline": {"site": 40},
        "body": {"site": 40},
        "lead": {"site": 38, "none": 2},
        "section": {"site": 40},
    }
    lines = [{"site": "tass", "exit_code": 0, "sources": sources}] * runs
    (output / "runs.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


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
        ({"lead": ""}, "lead: from site for 0% of the articles, usually 95%"),
        ({"section": "url"}, "section: from site for 0% of the articles, usually 100%"),
        ({"published_at": ""}, "published_at: known for 0 of 20"),
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
        watched.item_dropped(SetAside("no_body"))
    watched.item_dropped(DropItem("another reason"))
    watched.spider_closed()
    assert "3 of 11 articles rejected (no_body 3)" in judge(watched.run).line


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
