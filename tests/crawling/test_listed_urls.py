"""``urls=``: exactly the URLs of a list, each in the account; what else is in the list is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.crawling.listed_urls import NAMED
from newscrawler.run.record import sum_of_outcomes
from tests.crawl import crawl, options, read_jsonl
from tests.forks import SCRAPY, Fork
from tests.hostile.hostile_server import HostileNewsroom, http

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom import Newsroom
    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow

SITE = "127.0.0.1"


def lines_of(output: Path) -> list[dict[str, Any]]:
    return read_jsonl(list((output / SITE).glob("*.jsonl")))


def listed(site: Newsroom, count: int) -> list[str]:
    return [article.url for article in site.articles][:count]


def test_any_site_asks_for_these_and_nothing_else(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("plain")
    urls = listed(site, 4)
    path = tmp_path / "urls.txt"
    rest = [
        urls[0],
        f"{urls[1]}#part",
        "the harbour",
        "https://other.example/story",
        f"{site.base_url}/nothing",
    ]
    path.write_text("\n".join([*urls, *rest]))
    found = crawl("any_site", tmp_path / "out", {"RETRY_TIMES": "0"}, urls=str(path))
    lines = lines_of(tmp_path / "out")
    assert {line["requested_url"] for line in lines} == set(urls)
    assert {request.path for request in site.requests} - {"/robots.txt"} == {
        *(url.removeprefix(site.base_url) for url in urls),
        "/nothing",
    }
    (run,) = found.runs
    assert run["new"] == 4
    assert run["left"] == {"broken_line": 1, "other_site": 1}
    assert run["failed"] == {"gone": 1}
    assert run["listed"] == sum_of_outcomes(run) == 7
    said = "urls.txt: 7 URLs of 127.0.0.1; 1 broken line; 1 URL of other sites, which need a crawl each"
    assert f"{said} (other.example 1); 2 doubles" in found.stderr
    assert "urls.txt, line 7: not an http or https URL: the harbour" in found.stderr
    assert found.code == 0
    seen = lines[0]["listed_on"][0]
    assert (seen["url"], seen["kind"], seen["name"]) == ("list:urls.txt", "list", "urls.txt")


def test_a_second_run_asks_for_nothing(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("plain")
    path = tmp_path / "urls.txt"
    path.write_text("\n".join(listed(site, 3)))
    for _ in range(2):
        found = crawl("any_site", tmp_path / "out", urls=str(path))
        assert found.code == 0
    assert found.runs[-1]["not_due"] == 3
    assert len(lines_of(tmp_path / "out")) == 3


def test_a_declared_site_from_standard_input(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    wanted = site.articles[:3]
    given = "\n".join(json.dumps({"url": article.url, "title": article.headline}) for article in wanted)
    command = options("tass", tmp_path, urls="-", site_url=site.base_url)
    with Fork(SCRAPY, command, given=given) as fork:
        stderr = fork.communicate()[1]
        assert fork.wait(0) == 0, stderr
    lines = read_jsonl(list((tmp_path / "tass").glob("*.jsonl")))
    assert {line["headline"] for line in lines} == {article.headline for article in wanted}
    assert {seen["headline"] for line in lines for seen in line["listed_on"]} == {
        article.headline for article in wanted
    }


def test_what_the_list_says_is_used_where_the_page_says_nothing(tmp_path: Path) -> None:
    body = b"<html><body><h1>Quay opens</h1>" + b"".join(
        b"<p>The quay has opened, as the council said on day %d of the works.</p>" % n for n in range(9)
    )
    with HostileNewsroom() as room:
        room.routes["/quay"] = http(200, body)
        path = tmp_path / "urls.jsonl"
        path.write_text(json.dumps({"url": f"{room.site}/quay", "time": "2026-05-04T10:00:00+03:00"}))
        crawl("any_site", tmp_path / "out", urls=str(path))
    (line,) = lines_of(tmp_path / "out")
    assert line["published_at"] == "2026-05-04T10:00:00+03:00"
    assert line["published_at_evidence"]["source"] == "listing"


@pytest.mark.parametrize(
    ("text", "spider", "said"),
    [
        ("", "any_site", "no URL in it; write one a line"),
        ("https://other.example/a\n", "tass", "urls=urls.txt: 0 URLs of tass; 1 URL of other sites"),
        ("", "tass", "urls=urls.txt: 0 URLs of tass"),
    ],
)
def test_a_list_without_a_url_of_the_site(text: str, spider: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text(text)
    found = crawl(spider, tmp_path / "out", urls=str(path))
    assert found.code == 2
    assert said in found.stderr.strip().split("\n")[-1]


@pytest.mark.parametrize("argument", ["topics", "query", "max_pages", "source"])
def test_arguments_that_choose_listings(argument: str, tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text("https://tass.com/a/1\n")
    value = {"max_pages": "3", "source": "feed"}.get(argument, "arctic")
    found = crawl("tass", tmp_path / "out", urls=str(path), **{argument: value})
    assert found.code == 2
    assert f"{argument}= chooses listings" in found.stderr


def test_of_many_broken_lines_the_first_are_named(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text("".join(f"the harbour {number}\n" for number in range(40)))
    found = crawl("tass", tmp_path / "out", urls=str(path))
    assert found.code == 2
    assert found.stderr.count("not an http or https URL") == NAMED
    assert found.runs[0]["left"] == {"broken_line": 40}
