"""The newsroom serves what it says it serves."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from tests.newsroom.expected import STORIES, stories
from tests.newsroom.fetching import fetch, page
from tests.newsroom.story import SECTION_IDS, SECTIONS, TOPICS

if TYPE_CHECKING:
    from tests.newsroom import Newsroom
    from tests.newsroom.fixtures import NewsroomFactory

ANCHORS = [
    (665272, "2011-11-25"),
    (725191, "2014-03-25"),
    (838966, "2015-11-24"),
    (918029, "2016-12-09"),
    (944616, "2017-05-04T15:14"),
    (944692, "2017-05-04T19:27"),
    (963068, "2017-08-31"),
    (994975, "2018-03-19T12:57"),
    (1009351, "2018-06-13"),
    (1022595, "2018-09-21T19:03"),
    (1058820, "2019-05-17"),
    (1104371, "2019-12-27"),
    (1231467, "2020-12-04"),
    (1303329, "2021-06-16"),
    (1347635, "2021-10-10T13:18"),
    (1430623, "2022-03-31"),
    (1893769, "2024-12-26"),
    (1943631, "2025-04-15"),
    (2019909, "2025-09-23"),
    (2063285, "2025-12-22"),
]
"""Numbers and days of the real counter: the stories' numbers lie between the right ones."""


def walk(
    room: Newsroom, endpoint: str, asked: dict[str, Any], cursor: str, rows: str
) -> list[dict[str, Any]]:
    """Ask a listing until its cursor stands still or it ends."""
    got: list[dict[str, Any]] = []
    last = None
    for _ in range(100):
        _, body, _ = fetch(f"{room.base_url}/userApi/{endpoint}", asked)
        answer = json.loads(body)
        got += answer[rows]
        now = answer.get("lastTime", answer.get("timestamp"))
        if not answer[rows] or not now or now == last or answer.get("listEnd"):
            return got
        last = asked[cursor] = now
    pytest.fail("the listing never ends")


def test_numbers_rise_with_time_and_fit_the_anchors() -> None:
    for before, after in itertools.pairwise(STORIES):
        assert before.number < after.number
        assert before.published <= after.published
    for story in STORIES:
        printed = story.published.isoformat()
        for number, day in ANCHORS:
            if story.number < number:
                assert printed[: len(day)] <= day, story.number
            else:
                assert printed[: len(day)] >= day, story.number


def test_every_section_and_each_hard_date_is_there() -> None:
    assert {story.section for story in STORIES} == set(SECTIONS)
    days = {story.published.date().isoformat() for story in STORIES}
    assert {"2016-02-29", "2020-02-29", "2017-12-31", "2018-01-01"} <= days
    assert {story.published.utcoffset() for story in STORIES} == {timedelta(hours=3), timedelta(hours=4)}


def test_bodies_open_with_their_dateline(newsroom: NewsroomFactory) -> None:
    for article in newsroom().articles:
        if article.dateline:
            assert article.body.startswith(article.dateline.text + " ")
            assert article.dateline.text.startswith(article.dateline.place or "?")


def test_section_listings_bring_every_story_of_today(newsroom: NewsroomFactory) -> None:
    room = newsroom(page_size=3)
    found: set[int] = set()
    for slug, ident in SECTION_IDS.items():
        section = page(f"{room.base_url}/{slug}").cssselect(".section-page")[0]
        init = section.get("ng-init") or ""
        assert f"sectionId = {ident};" in init
        excluded = init.partition("excludeNewsIds = '")[2].partition("'")[0]
        rows = walk(
            room,
            "categoryNewsList",
            {"sectionId": ident, "limit": 20, "type": "all", "excludeNewsIds": excluded},
            "timestamp",
            "newsList",
        )
        found |= {int(number) for number in excluded.split(",")} | {row["id"] for row in rows if "id" in row}
        assert any("link" not in row for row in rows) or len(rows) < 4
    assert found == {story.number for story in stories(0)}


def test_listings_keep_their_awkward_habits(newsroom: NewsroomFactory) -> None:
    room = newsroom(page_size=50)

    def ask(endpoint: str = "newsList", **asked: Any) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(fetch(f"{room.base_url}/userApi/{endpoint}", asked)[1])
        return answer

    whole = ask(limit=50)["newsList"]
    links = [row["link"] for row in whole if "link" in row]
    assert len(links) == len(whole) - 1, "an advert has no link"
    assert any(link.startswith("http") for link in links)
    assert any(link.endswith("/amp") for link in links)
    assert any("/sport/" in link for link in links)
    first = ask(limit=3)
    second = ask(limit=3, timestamp=first["lastTime"])
    assert second["newsList"][0]["id"] == first["newsList"][-1]["id"]
    oldest = min(row["date"] for row in whole if row["date"])
    assert ask(timestamp=oldest)["lastTime"] == oldest
    section = {"sectionId": SECTION_IDS["science"], "limit": 50}
    ended = ask("categoryNewsList", **section)["lastTime"]
    assert ask("categoryNewsList", **section, timestamp=ended) == {"newsList": [], "lastTime": 0}


def test_topic_listings_and_search(newsroom: NewsroomFactory) -> None:
    room = newsroom(page_size=2)
    for name, slug in TOPICS.items():
        rows = walk(room, "tagNews", {"tagSlug": slug, "limit": 10}, "lastTimestamp", "tagNews")
        expected = {a.number for a in room.articles if name in a.topics}
        assert {row["id"] for row in rows} == expected
    _, body, _ = fetch(f"{room.base_url}/userApi/search", {"searchStr": "icebreaker", "from": 0, "size": 20})
    assert [row["id"] for row in json.loads(body)] == [982997]
    assert [article.number for article in room.found_by("Icebreaker midnight")] == [982997]


def test_it_starts_from_the_command_line() -> None:
    command = [sys.executable, "-m", "tests.newsroom", "--layout", "plain", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        base = process.stdout.readline().split()[1]
        assert b"Lakeside Courier" in fetch(base)[1]
        process.terminate()
    assert process.returncode == 0


@pytest.mark.parametrize("layout", ["today", "older"])
def test_articles_carry_their_texts(newsroom: NewsroomFactory, layout: Any) -> None:
    room = newsroom(layout)
    body = {"today": ".text-content", "older": ".b-material-text__l"}[layout]
    for article in room.articles:
        text = page(article.url).cssselect(body)[0].text_content()
        shown = article.paragraphs if "footbridge" not in article.headline else article.paragraphs[:2]
        for paragraph in shown:
            assert paragraph in text, article.number


def test_older_listing_brings_every_story(newsroom: NewsroomFactory) -> None:
    room = newsroom("older", page_size=4)
    found: set[str] = set()
    before = ""
    while True:
        _, body, _ = fetch(f"{room.base_url}/api/news/lenta?limit=200&before={before}")
        rows = json.loads(body)["articles"]
        new = {row["url"] for row in rows} - found
        if not new:
            break
        found |= new
        before = rows[-1]["time"] or before
    assert len(found) == len([story for story in stories(0) if story.dated])
    listed = page(f"{room.base_url}/society").cssselect(".b-news-item__title")
    assert "/society/2062041" in (listed[0].get("href") or "")
    assert fetch(f"{room.base_url}/emergencies")[0] == 404
    assert fetch(f"{room.base_url}/userApi/search", {"searchStr": "x"})[0] == 404


def test_older_times_have_no_year(newsroom: NewsroomFactory) -> None:
    room = newsroom("older")
    dates = {
        article.number: page(article.url).cssselect(".b-material__date")[0].text_content()
        for article in room.articles
        if article.published
    }
    assert dates[944679] == "May 04, 18:41 UTC+3 ASTANA"
    assert dates[723534] == "March 14, 17:05 UTC+4"
    assert dates[982976] == "January 01, 00:12 UTC+3"


def test_the_plain_site_lists_every_story_of_its_own(newsroom: NewsroomFactory) -> None:
    room = newsroom("plain")
    found: set[str] = set()
    for slug in SECTIONS:
        url: str | None = f"{room.base_url}/news/{slug}/"
        while url:
            listing = page(url)
            listing.make_links_absolute(url)
            found |= {a.get("href") or "" for a in listing.cssselect(".teaser a")}
            following = listing.cssselect("a[rel=next]")
            url = following[0].get("href") if following else None
    assert found == {article.url for article in room.articles}


def test_feeds_are_well_formed(newsroom: NewsroomFactory) -> None:
    places = {
        "today": ["/rss/v2.xml", "/sitemap.xml", "/sitemap/sitemap_news0.xml"],
        "older": ["/rss/v2.xml"],
        "plain": ["/atom.xml", "/news-sitemap.xml"],
        "feeds": [f"/feeds/{slug}.rss" for slug in SECTIONS],
    }
    for layout, paths in places.items():
        room = newsroom(layout)  # type: ignore[arg-type]  # the keys are the layouts
        for path in paths:
            status, body, _ = fetch(room.base_url + path)
            assert status == 200
            assert len(etree.fromstring(body)) > 0
    links = {
        item.findtext("guid")
        for slug in SECTIONS
        for item in etree.fromstring(fetch(f"{room.base_url}/feeds/{slug}.rss")[1]).iter("item")
    }
    assert links == {article.url for article in room.articles}
