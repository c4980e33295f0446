"""``any_site`` gives each article of newsrooms with rare ways once and whole, and nothing in the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.crawl import crawl, read_jsonl
from tests.hostile.hostile_server import HostileNewsroom, http
from tests.spiders.newsrooms import Built, text
from tests.spiders.unmet_newsrooms import UNMET, articles_of_pages, place

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

pytestmark = pytest.mark.slow


def two_runs(built: Built, output: Path) -> list[dict[str, Any]]:
    """Crawl twice; return all lines."""
    with HostileNewsroom() as room:
        for path, answer in built.routes.items():
            head, _, body = answer.partition(b"\r\n\r\n")
            room.routes[path] = http(200, body.replace(b"{site}", room.site.encode()), *_types(head))
        for _ in range(2):
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
