"""Every row and every article of sites that are nothing without their scripts, alone and with eight tabs at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crawl import Crawl, crawl
from tests.newsroom import Newsroom, differences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}
FIELDS = ("headline", "body", "published_at")


def rendered(name: str, site: Newsroom, output: Path, tabs: int = 4, **arguments: str) -> Crawl:
    return crawl(name, output, {**SPIDERS, "RENDER_PAGES": str(tabs)}, site_url=site.base_url, **arguments)


SOME = "politics,society"


@pytest.mark.parametrize(
    ("name", "tabs", "consent"), [("show_more", 8, True), ("scroll", 8, False), ("filled", 1, True)]
)
def test_every_row_and_every_article(
    newsroom: NewsroomFactory, tmp_path: Path, name: str, tabs: int, consent: bool
) -> None:
    site = newsroom("scripted", page_size=3, consent=consent)
    found = rendered(name, site, tmp_path, tabs, sections=SOME)
    wanted = [article for article in site.articles if article.section_slug in SOME]
    assert differences(found.lines, wanted, FIELDS) == []
    assert found.code == 0, found.stderr[-2000:]


def test_a_list_that_keeps_only_what_is_in_sight(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted", page_size=6)
    found = rendered("window", site, tmp_path)
    assert differences(found.lines, site.articles, FIELDS) == []
    positions = {line["url"]: line["listed_on"][0]["position"] for line in found.lines}
    assert sorted(positions, key=positions.__getitem__) == [article.url for article in site.articles]


def test_max_pages_and_since_stop_the_loading(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted", page_size=3)
    first = rendered("show_more", site, tmp_path / "pages", sections="society", max_pages="2")
    newest = [a for a in site.articles if a.section_slug == "society"]
    assert len(site.asked("/api/list")) == 2
    assert first.code == 0
    assert {line["headline"] for line in first.lines} <= {a.headline for a in newest}
    site.reset()
    since = "2020-01-01"
    found = rendered("show_more", site, tmp_path / "since", sections="society", since=since)
    wanted = [a for a in newest if a.published and a.published.isoformat() >= since]
    assert differences(found.lines, wanted, FIELDS) == []
    assert len(site.asked("/api/list")) == 3, "four for the whole list"


def test_the_rows_are_not_asked_for_again_by_the_next_run(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("scripted", page_size=5)
    rendered("filled", site, tmp_path, sections="sports")
    site.reset()
    found = rendered("filled", site, tmp_path, sections="sports")
    assert found.code == 0
    assert not site.asked("/api/story*")
    assert site.asked("/api/whole*")
