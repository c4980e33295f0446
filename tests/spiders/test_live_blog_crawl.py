"""A live blog that grows while it is crawled: one line for each revision, with the updates of that moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.crawl import crawl, read_jsonl
from tests.hostile.hostile_server import HostileNewsroom, http
from tests.schema import validate

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

PATH = "/live/2026/05/04/the-harbour-opens-again"


def update(number: int, words: str = "") -> dict[str, Any]:
    return {
        "@type": "BlogPosting",
        "@id": f"https://press.example{PATH}#post-{number}",
        "headline": f"Ferry {number} leaves",
        "datePublished": f"2026-05-04T1{number}:00:00+03:00",
        "articleBody": f"Ferry {number} has left the quay{words}.",
        "author": {"@type": "Person", "name": "Ann Example"},
    }


def entry(number: int, words: str = "") -> dict[str, Any]:
    return {
        "id": f"post-{number}",
        "time": f"2026-05-04T1{number}:00:00+03:00",
        "headline": f"Ferry {number} leaves",
        "body": f"Ferry {number} has left the quay{words}.",
        "author": "Ann Example",
    }


def page(*updates: dict[str, Any]) -> bytes:
    blog = {
        "@type": "LiveBlogPosting",
        "headline": "The harbour opens again, live",
        "datePublished": "2026-05-04T09:00:00+03:00",
        "liveBlogUpdate": list(updates),
    }
    shown = "".join(f"<h2>{each['headline']}</h2><p>{each['articleBody']}</p>" for each in updates)
    return (
        '<!doctype html><html lang="en"><head><title>The harbour opens again, live</title>'
        f'<script type="application/ld+json">{json.dumps(blog)}</script></head>'
        f"<body><article><h1>The harbour opens again, live</h1>{shown}</article></body></html>"
    ).encode()


def test_each_state_of_a_growing_blog_is_a_line(tmp_path: Path) -> None:
    states = [
        [(1, "")],
        [(2, ""), (1, "")],
        [(2, ""), (1, "")],
        [(3, ""), (2, " with all on board"), (1, "")],
    ]
    with HostileNewsroom() as room:
        listed = f"<urlset><url><loc>{room.site}{PATH}</loc></url></urlset>"
        room.robots = http(200, f"Sitemap: {room.site}/map.xml".encode())
        room.routes["/"] = http(200, b"<title>News</title>")
        room.routes["/map.xml"] = http(200, listed.encode(), "Content-Type: application/xml")
        for state in states:
            room.routes[PATH] = http(200, page(*(update(*each) for each in state)))
            crawl("any_site", tmp_path, {"REVISIT_AFTER": "9999d:0m"}, url=room.site)
        asked = [each.path for each in room.asked].count(PATH)
    lines = read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))
    for line in lines:
        validate(line)
    assert asked == len(states)
    assert [line["revision"] for line in lines] == [1, 2, 3], "the third look found nothing new"
    assert len({line["id"] for line in lines}) == 1
    grown = [states[0], states[1], states[3]]
    assert [line["entries"] for line in lines] == [[entry(*each) for each in state] for state in grown]
    assert all("entries" in line["changed"] for line in lines[1:])
    assert {line["extracted_by"]["entries"] for line in lines} == {"json-ld"}
    assert {line["headline"] for line in lines} == {"The harbour opens again, live"}
