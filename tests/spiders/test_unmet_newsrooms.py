"""``any_site`` gives each article of newsrooms with rare ways once and whole, and nothing in the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.crawl import crawl, read_jsonl
from tests.hostile.hostile_server import HostileNewsroom, http
from tests.spiders.newsrooms import Built, text
from tests.spiders.unmet_newsrooms import NAMES, UNMET, articles_of_pages, place, rows, story

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

pytestmark = pytest.mark.slow


def two_runs(built: Built, output: Path, later: Built | None = None) -> list[dict[str, Any]]:
    """Crawl twice, the second time as the newsroom is later; return all lines."""
    with HostileNewsroom() as room:
        for now in (built, later or built):
            for path, answer in now.routes.items():
                head, _, body = answer.partition(b"\r\n\r\n")
                room.routes[path] = http(200, body.replace(b"{site}", room.site.encode()), *_types(head))
            done = crawl("any_site", output, url=room.site)
            assert done.code == 0, done.stderr
    return read_jsonl(list((output / "127.0.0.1").glob("*.jsonl")))


def _types(head: bytes) -> list[str]:
    lines = head.decode("latin-1").split("\r\n")
    return [line for line in lines if line.lower().startswith("content-type")]


@pytest.mark.parametrize("name", UNMET)
def test_every_article_once(tmp_path: Path, name: str) -> None:
    built = UNMET[name]()
    found = [urlsplit(line["url"]).path for line in two_runs(built, tmp_path)]
    assert sorted(found) == sorted(built.articles)


def test_the_whole_text_of_articles_of_several_pages(tmp_path: Path) -> None:
    bodies = {urlsplit(line["url"]).path: line["body"] for line in two_runs(articles_of_pages(), tmp_path)}
    for number in (2, 3):
        body = bodies[place(number)]
        firsts = [text(10 * number + part).partition("</p>")[0][3:].strip() for part in range(3)]
        assert [body.count(first) for first in firsts] == [1, 1, 1]
        assert firsts == sorted(firsts, key=body.index)


def _at(*places: str, more: str = "") -> Built:
    """A newsroom with two stories, and one at other URLs."""
    room = Built()
    links = "".join(f"<h2><a href={url}>Council votes on {NAMES[2]} lane</a></h2>" for url in places)
    room.page("/", f"<html><body><main>{links}{rows(0, 1)}</main>")
    for number in (0, 1):
        room.page(place(number), story(number))
    for url in places:
        room.page(url, story(2, text(2) + more))
    return room


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/news/council-votes-on-cedar-lane?ref=home-1", "/news/council-votes-on-cedar-lane?ref=home-2"),
        ("/Article.aspx?ID=5100", "/article.aspx?id=5100"),
        ("/news/Z2BAEC38ADF2/lane", "/local/news/Z2BAEC38ADF2/the-vote-on-the-lane"),
        ("/news/991234-council-may-vote", "/news/991234-council-votes-at-last"),
    ],
    ids=["parameters", "capitals", "any folder", "headline"],
)
def test_a_story_at_a_new_url_is_the_same_story(tmp_path: Path, before: str, after: str) -> None:
    lines = two_runs(_at(before), tmp_path / "same", _at(after))
    assert len(lines) == 3
    later = "<p>Correction: an earlier version of this story named the wrong berth.</p>"
    lines = two_runs(_at(before), tmp_path / "edited", _at(after, more=later))
    assert len({line["id"] for line in lines}) == 3
    assert [line["changed"] for line in lines if line["revision"] > 1] == [["body"]]


def test_two_urls_of_one_text_in_a_run_are_one_line(tmp_path: Path) -> None:
    urls = ("/gallery/the-lane-in-bloom?slide=2", "/gallery/the-lane-in-bloom?slide=3", "/print/70001")
    assert len(two_runs(_at(*urls), tmp_path)) == 3
