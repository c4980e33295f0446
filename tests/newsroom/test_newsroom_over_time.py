"""The newsroom changes, fails and lies as it is told to."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.newsroom import LAST_EPOCH, Fault, differences
from tests.newsroom.compare import expected_values
from tests.newsroom.fetching import fetch

if TYPE_CHECKING:
    from tests.newsroom.fixtures import NewsroomFactory


def test_epochs_edit_add_and_withdraw(newsroom: NewsroomFactory) -> None:
    room = newsroom()
    first, second, third = ({a.number: a for a in room.expected(e)} for e in range(LAST_EPOCH + 1))
    assert second.keys() - first.keys() == {2062815, 2062943}
    assert first.keys() - second.keys() == {2003011}
    assert {n for n in first.keys() & second.keys() if first[n] != second[n]} == {1961523, 2047291}
    assert {n for n in second.keys() & third.keys() if second[n] != third[n]} == {1961523, 2062943}
    fetch(f"{room.base_url}/__newsroom__/epoch/1")
    assert fetch(f"{room.base_url}/world/2003011")[0] == 410
    assert fetch(f"{room.base_url}/defense/2062815")[0] == 200
    assert {r.path for r in room.requests} == {"/world/2003011", "/defense/2062815"}


def test_validators_hold_until_the_page_changes(newsroom: NewsroomFactory) -> None:
    room = newsroom()
    url = f"{room.base_url}/economy/1961523"
    _, _, headers = fetch(url)
    known = {"If-None-Match": headers["ETag"]}
    dated = {"If-Modified-Since": headers["Last-Modified"]}
    assert fetch(url, headers=known)[0] == fetch(url, headers=dated)[0] == 304
    room.epoch = 1
    assert fetch(url, headers=known)[0] == fetch(url, headers=dated)[0] == 200
    unchanged = f"{room.base_url}/tags"
    _, _, headers = fetch(unchanged)
    room.epoch = 2
    assert fetch(unchanged, headers={"If-Modified-Since": headers["Last-Modified"]})[0] == 304
    assert fetch(unchanged)[2]["ETag"] == headers["ETag"]
    assert fetch(unchanged)[2]["Last-Modified"] == dated["If-Modified-Since"]


def test_scripted_faults(newsroom: NewsroomFactory) -> None:
    room = newsroom()
    path = "/politics/944693"
    room.fail(
        path,
        Fault(status=503, times=2, headers={"Retry-After": "1"}),
        Fault("redirect", location="/", times=1),
        Fault("challenge", times=1),
        Fault("reset", times=1),
        Fault("cut", times=1),
    )
    assert [fetch(room.base_url + path)[0] for _ in range(2)] == [503, 503]
    assert b"main-page" in fetch(room.base_url + path)[1]
    assert b"__js_p_" in fetch(room.base_url + path)[1]
    with pytest.raises((ConnectionError, http.client.HTTPException, urllib.error.URLError)):
        fetch(room.base_url + path)
    with pytest.raises(http.client.IncompleteRead):
        fetch(room.base_url + path)
    assert b"quiet carriage" in fetch(room.base_url + path)[1]
    assert len(room.asked(path)) == 7
    assert room.statuses[503] == 2


def test_listings_can_be_broken(newsroom: NewsroomFactory) -> None:
    asked = {"limit": 20}
    _, body, _ = fetch(f"{newsroom(listing='not_json').base_url}/userApi/newsList", asked)
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(body)
    stuck = newsroom(listing="stuck").base_url
    first = fetch(f"{stuck}/userApi/newsList", asked)[1]
    assert (
        fetch(f"{stuck}/userApi/newsList", {**asked, "timestamp": json.loads(first)["lastTime"]})[1] == first
    )


def test_pages_that_lack_something_are_named(newsroom: NewsroomFactory) -> None:
    room = newsroom()
    assert {url.rpartition("/")[2]: field for url, field in room.set_aside.items()} == {
        "2062285": "body",
        "2062461": "headline",
    }
    assert newsroom("plain").set_aside == {}


def test_urls_can_be_those_of_another_home(newsroom: NewsroomFactory) -> None:
    room = newsroom(home="https://newsroom.example")
    assert (
        b'content="https://newsroom.example/politics/944693"' in fetch(f"{room.base_url}/politics/944693")[1]
    )


def test_differences_are_told(newsroom: NewsroomFactory) -> None:
    articles = newsroom("older").articles
    lines = [{"id": f"tass:{a.number}", "url": a.url, **expected_values(a)} for a in articles]
    for line in lines:
        line["published_at"] = line["published_at"] and line["published_at"].isoformat()
    assert differences(lines, articles) == []
    changed = [*lines[1:], lines[1], {**lines[2], "id": "tass:1", "url": "http://127.0.0.1/other"}]
    changed[4] = {**changed[4], "lead": "another"}
    told = differences(changed, articles)
    assert [text.split(": ")[-1].split(",")[0] for text in told] == [
        "'another'",
        "there twice",
        "not among the articles",
        "missing",
    ]
