"""A date in URLs, or a lastmod, hides an article only where it has shown itself true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.items import Article, ListedArticle, StatedDate
from newscrawler.run.run import Run
from newscrawler.run.stated_dates import PROVEN, StatedDates
from newscrawler.spiders.any_site import AnySiteSpider

if TYPE_CHECKING:
    from pathlib import Path

MAP = "https://example.org/news.xml"
OLD = "2026-11-20"


def dates_of(tmp_path: Path, **arguments: str) -> StatedDates:
    crawler = get_crawler(AnySiteSpider, {"OUTPUT_DIR": str(tmp_path)})
    crawler.spider = AnySiteSpider(url="https://example.org", **(arguments or {"since": "2026-11-27"}))
    run = Run(crawler)
    run.id = "a-run"  # whose sample of what is hidden has neither of the articles 7 and 8
    return StatedDates(run)


def listed(number: int, *stated: tuple[str, str]) -> ListedArticle:
    return ListedArticle(f"/{number}", f"{number}", stated=tuple(StatedDate(*each) for each in stated))


def prove(dates: StatedDates, source: str, *pairs: tuple[str, str]) -> None:
    for number, (stated, published) in enumerate(pairs):
        dates.learn(listed(number, (source, stated)), Article(published_at=published))


def days(source: str, dates: StatedDates, number: int = PROVEN) -> None:
    prove(dates, source, *((f"2026-11-1{n}", f"2026-11-1{n}T10:00:00+00:00") for n in range(number)))


@pytest.mark.parametrize(("source", "reason"), [("url", "url_date"), (MAP, "lastmod")])
def test_only_a_proven_source_hides(source: str, reason: str, tmp_path: Path) -> None:
    dates = dates_of(tmp_path)
    old = listed(7, (source, OLD))
    days(source, dates, PROVEN - 1)
    assert dates.hides(old) == ""
    assert dates.outside(old) == StatedDate(source, OLD)
    days(source, dates)
    assert dates.hides(old) == reason
    assert dates.hides(listed(8, (source, "2026-11-27"))) == ""
    assert dates_of(tmp_path, max_pages="1").hides(old) == "", "nobody asked for days"


def test_one_page_that_is_newer_than_its_lastmod_ends_the_belief(tmp_path: Path) -> None:
    dates = dates_of(tmp_path)
    days(MAP, dates)
    prove(dates, MAP, ("2026-11-01", "2026-11-27T10:00:00+00:00"))
    assert dates.outside(listed(7, (MAP, OLD))) is None


def test_a_lastmod_that_is_the_same_for_all_proves_nothing(tmp_path: Path) -> None:
    dates = dates_of(tmp_path)
    prove(dates, MAP, *((OLD, f"2019-0{month}-01T10:00:00+00:00") for month in range(1, 8)))
    assert dates.hides(listed(7, (MAP, OLD))) == ""


def test_until_is_asked_of_days_in_urls_alone(tmp_path: Path) -> None:
    dates = dates_of(tmp_path, until="2026-11-15")
    days("url", dates)
    days(MAP, dates)
    assert dates.hides(listed(7, ("url", OLD))) == "url_date"
    assert dates.hides(listed(7, (MAP, OLD))) == "", "it may have been changed later"


def test_a_day_of_another_zone_hides_nothing(tmp_path: Path) -> None:
    dates = dates_of(tmp_path)
    days("url", dates)
    assert dates.hides(listed(7, ("url", "2026-11-26"))) == "", "its evening may be the next day in UTC"


def test_a_sample_is_asked_for_all_the_same(tmp_path: Path) -> None:
    dates = dates_of(tmp_path)
    days(MAP, dates)
    hidden = sum(bool(dates.hides(listed(number, (MAP, OLD)))) for number in range(1000))
    assert 950 < hidden < 1000


@pytest.mark.parametrize(
    ("source", "stated", "published", "modified", "right"),
    [
        ("url", OLD, "2026-11-19T10:00:00+00:00", None, True),  # 14 hours earlier, in the east
        ("url", OLD, "2026-11-19T09:59:59+00:00", None, False),
        ("url", OLD, "2026-11-21T13:59:59+00:00", None, True),
        ("url", OLD, "2026-11-21T14:00:01+00:00", None, False),
        ("url", OLD, f"{OLD}T10:00:00+00:00", "2026-11-29T10:00:00+00:00", True),
        ("url", OLD, OLD, None, None),
        ("url", OLD, f"{OLD}T10:00:00", None, None),
        ("url", OLD, None, f"{OLD}T10:00:00+00:00", None),
        (MAP, OLD, "2026-11-21T13:59:59+00:00", None, True),
        (MAP, OLD, "2026-11-21T14:00:01+00:00", None, False),
        (MAP, OLD, f"{OLD}T10:00:00+00:00", "2026-11-21T14:00:01+00:00", False),
        (MAP, OLD, "2026-11-17T10:00:00+00:00", None, True),
        (MAP, OLD, "2026-11-17T09:59:59+00:00", None, None),
        (MAP, OLD, "2026-11-01T10:00:00+00:00", f"{OLD}T10:00:00+00:00", True),
        (MAP, f"{OLD}T10:00:00+00:00", f"{OLD}T11:00:00+00:00", None, True),
        (MAP, f"{OLD}T10:00:00+00:00", f"{OLD}T11:00:01+00:00", None, False),
        (MAP, f"{OLD}T10:00:00+00:00", "2026-11-18T09:00:00+00:00", None, True),
        (MAP, f"{OLD}T10:00:00+00:00", "2026-11-18T08:59:59+00:00", None, None),
        (MAP, f"{OLD}T10:00:00", f"{OLD}T20:00:00+00:00", None, True),
    ],
)
def test_when_a_page_agrees(
    source: str,
    stated: str,
    published: str | None,
    modified: str | None,
    *,
    right: bool | None,
    tmp_path: Path,
) -> None:
    dates = dates_of(tmp_path)
    dates.learn(listed(1, (source, stated)), Article(published_at=published, modified_at=modified))
    found = dates._run.batch.supply.dates
    assert {name: (row.right, row.wrong, row.name) for name, row in found.items()} == (
        {} if right is None else {source: (int(right), int(not right), source)}
    )


def test_a_proven_source_goes_before_one_that_is_not_and_a_wrong_one_says_nothing(tmp_path: Path) -> None:
    dates = dates_of(tmp_path)
    both = listed(7, (MAP, OLD), ("url", OLD))
    assert dates.outside(both) == StatedDate(MAP, OLD)
    days("url", dates)
    assert dates.outside(both) == StatedDate("url", OLD)
    assert dates.hides(both) == "url_date"
    prove(dates, "url", (OLD, "2026-11-01T10:00:00+00:00"))
    assert dates.outside(both) == StatedDate(MAP, OLD)
    assert not dates.is_proven(StatedDate("url", OLD))
    assert dates.hides(both) == ""


@pytest.mark.parametrize(
    ("stated", "is_out"),
    [
        ("2026-11-26T22:59:59+00:00", True),
        ("2026-11-26T23:00:00+00:00", False),
        ("2026-11-26", False),
        ("2026-11-25", True),
    ],
)
def test_how_much_earlier_than_since_is_out_of_range(stated: str, is_out: bool, tmp_path: Path) -> None:
    dates = dates_of(tmp_path, since="2026-11-27T00:00:00+00:00")
    assert (dates.outside(listed(7, (MAP, stated))) is not None) is is_out


@pytest.mark.parametrize(("stated", "is_out"), [("2026-11-15", False), ("2026-11-16", True)])
def test_how_much_later_than_until_is_out_of_range(stated: str, is_out: bool, tmp_path: Path) -> None:
    dates = dates_of(tmp_path, until="2026-11-15T09:00:00+00:00")
    assert (dates.outside(listed(7, ("url", stated))) is not None) is is_out
