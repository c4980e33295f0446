"""``any_site`` finds every article of six newsrooms, and asks twice for nothing that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.crawl import crawl, read_jsonl
from tests.hostile.hostile_server import HostileNewsroom, http
from tests.spiders.newsrooms import NEWSROOMS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", NEWSROOMS)
def test_every_article_and_nothing_else_twice(tmp_path: Path, name: str) -> None:
    built = NEWSROOMS[name]()
    with HostileNewsroom() as room:
        for path, answer in built.routes.items():
            is_map = not answer.startswith(b"HTTP/")
            room.routes[path] = (
                http(200, answer.replace(b"{site}", room.site.encode()), "Content-Type: application/xml")
                if is_map
                else answer
            )
        if built.robots:
            room.robots = http(200, built.robots.format(site=room.site).encode())
        first = crawl("any_site", tmp_path, url=room.site)
        asked = [one.path for one in room.asked]
        crawl("any_site", tmp_path, url=room.site)
        again = [one.path for one in room.asked][len(asked) :]
    lines = read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))
    found = sorted(urlsplit(line["url"]).path for line in lines)
    assert found == sorted(built.articles), first.stderr[-1500:]
    rejected = {urlsplit(line["url"]).path for line in read_jsonl(list(tmp_path.glob("rejected/*/*.jsonl")))}
    assert max((asked.count(path) for path in [*built.articles, *rejected]), default=0) == 1
    assert not {*built.articles, *rejected}.intersection(again)
