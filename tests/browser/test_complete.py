"""Every row and every article of sites that are nothing without their scripts, alone and with eight tabs at
once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crawl import Crawl, crawl
from tests.newsroom import Newsroom, differences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.expected import ExpectedArticle
    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}
FIELDS = ("headline", "body", "published_at")


def rendered(name: str, site: Newsroom, output: Path, tabs: int = 4, **arguments: str) -> Crawl:
    return crawl(name, output, {**SPIDERS, "RENDER_PAGES": str(tabs)}, site_url=site.base_url, **arguments)


def of(site: Newsroom, *sections: str) -> list[ExpectedArticle]:
    return [article for article in site.articles if article.section_slug in sections]


def test_a_button_below_a_consent_layer_with_eight_tabs(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted", page_size=3, consent=True)
    found = rendered("show_more", site, tmp_path, 8, sections="politics,society")
    assert differences(found.lines, of(site, "politics", "society"), FIELDS) == []
    assert found.code == 0, found.stderr[-2000:]


def test_lists_that_go_on_and_one_that_keeps_only_what_is_in_sight(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site = newsroom("scripted", page_size=3)
    found = rendered("scroll_and_window", site, tmp_path, 8, sections="science,society")
    assert differences(found.lines, of(site, "science", "society"), FIELDS) == []
    assert found.code == 0, found.stderr[-2000:]
    positions = {
        line["url"]: listed["position"]
        for line in found.lines
        for listed in line["listed_on"]
        if listed["name"] == "society"
    }
    expected = [article.url for article in site.articles if article.url in positions]
    assert sorted(positions, key=positions.__getitem__) == expected
    assert len(expected) > 6, "more than the page keeps"


def test_one_tab_and_nothing_is_asked_for_again_by_the_next_run(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site = newsroom("scripted", page_size=5)
    found = rendered("filled", site, tmp_path, 1, sections="sports")
    assert differences(found.lines, of(site, "sports"), FIELDS) == []
    assert found.code == 0, found.stderr[-2000:]
    site.reset()
    found = rendered("filled", site, tmp_path, 1, sections="sports")
    assert found.code == 0
    assert not site.asked("/api/story*")
    assert site.asked("/api/whole*")


@pytest.mark.parametrize(
    ("argument", "batches", "years"),
    [
        ({"max_pages": "2"}, 2, ["2019", "2019", "2021", "2024", "2024", "2025"]),
        ({"since": "2020-01-01"}, 3, ["2021", "2024", "2024", "2025"]),
    ],
    ids=["max_pages", "since"],
)
def test_max_pages_and_since_stop_the_loading(
    newsroom: NewsroomFactory, tmp_path: Path, argument: dict[str, str], batches: int, years: list[str]
) -> None:
    site = newsroom("scripted", page_size=3)
    found = rendered("only_rows", site, tmp_path, sections="society", **argument)
    assert len(site.asked("/api/list")) == batches, "four for the whole list"
    assert not found.runs[0]["listings_failed"]
    asked = {request.path for request in site.asked("/news/*")}
    assert sorted(path.split("/")[3] for path in asked) == years
