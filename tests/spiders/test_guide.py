"""The worked examples of the guide crawl newsrooms of their shape: every article, each with its fields."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests import forks
from tests.crawl import options, read_jsonl
from tests.guide import spiders
from tests.hostile.hostile_server import HostileNewsroom, http
from tests.spiders.newsrooms import Built, text, wordpress

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def plain() -> Built:
    """Plain pages without metadata: five rows a page, printed times, numbers in the URLs."""
    room = Built()
    for page in range(3):
        rows = "".join(
            f"<li class=story><a href=/story{number}.html>Quay {number} opens</a>"
            f"<span class=when>{number + 1:02}.05.2026 10:00</span></li>"
            for number in range(page * 5, page * 5 + 5)
        )
        older = f"<a class=older href=/town.html?{page + 1}>Older</a>" if page < 2 else ""
        place = "/town.html" + (f"?{page}" if page else "")
        room.page(
            place, f"<html lang=en><body><a href=/>Post</a><ul class=stories>{rows}</ul>{older}</body></html>"
        )
    for number in range(15):
        room.article(
            f"/story{number}.html",
            f"<html lang=en><title>The Evening Post</title><body><div class=story><h1>Quay {number} opens</h1>"
            f"<p class=writer>By Ada Quillfeather</p><p class=stamp>{number + 1:02}.05.2026 10:00</p>"
            f"<div class=text>{text(number)}<div class=see-also><p>Older story of the town</p></div></div></div>",
        )
    return room


def behind_json() -> Built:
    """A page without rows, which names the number by which its JSON URL is asked."""
    room, shown = Built(), 4
    room.page("/harbour", "<html lang=en><body><div id=app data-section=17></div></body></html>")
    for begin in range(0, 13, shown):
        items = [
            {
                "url": f"/i/q{number}z",
                "title": f"Quay {number}",
                "time": f"2026-05-{number + 1:02}T10:00:00+01:00",
            }
            for number in range(begin, min(begin + shown, 10))
        ]
        answer = http(200, json.dumps({"items": items}).encode(), "Content-Type: application/json")
        room.routes[f"/api/stories?section=17&from={begin}"] = answer
    room.routes["/api/stories?section=17&from=10"] = http(
        200, b'{"items": []}', "Content-Type: application/json"
    )
    for number in range(10):
        room.article(
            f"/i/q{number}z",
            f"<html lang=en><title>Quay {number} opens</title><meta property=article:published_time "
            f"content=2026-05-{number + 1:02}T10:00:00+01:00><article><h1>Quay {number} opens</h1>{text(number)}</article>",
        )
    return room


ROOMS = {"harbour_times": wordpress, "evening_post": plain, "quay_courier": behind_json}
FIELDS = {
    "harbour_times": ("headline", "body", "published_at", "canonical_url"),
    "evening_post": ("headline", "body", "published_at", "authors"),
    "quay_courier": ("headline", "body", "published_at"),
}


@pytest.mark.parametrize("name", ROOMS)
def test_an_example_crawls_its_newsroom(tmp_path: Path, name: str) -> None:
    package = tmp_path / f"guide_{name}"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / f"{name}.py").write_text(spiders()[name])
    built = ROOMS[name]()
    with HostileNewsroom() as room:
        room.routes |= built.routes
        settings = {"SPIDER_MODULES": package.name}
        arguments = options(name, tmp_path / "output", settings, site_url=room.site)
        done = forks.scrapy(*arguments, variables={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 0, done.stderr[-1500:]
    lines = read_jsonl(list((tmp_path / "output" / name).glob("*.jsonl")))
    listed = built.articles if name != "harbour_times" else built.articles[::2]  # one category
    assert sorted(urlsplit(line["url"]).path for line in lines) == sorted(listed)
    for line in lines:
        missing = [field for field in FIELDS[name] if not line[field] and field != "canonical_url"]
        assert missing == []
    if name == "evening_post":
        assert "Older story of the town" not in lines[0]["body"]
        assert {line["authors"][0] for line in lines} == {"Ada Quillfeather"}
        assert all(line["published_at"].endswith("T10:00:00+01:00") for line in lines)
