"""A story that is linked at several URLs is asked for at one; at the next one where that gives no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.crawling.twins import plain_first
from newscrawler.discovery.listed_link import ListedLink
from tests.crawl import crawl
from tests.hostile.hostile_server import HostileNewsroom, article, http
from tests.run.test_supply import again

if TYPE_CHECKING:
    from pathlib import Path

STORY = "/news/2026/05/04/the-harbour-opens-again"
NEITHER_RETRIES = {"RETRY_TIMES": "0"}
NO_STORY = http(200, b"<html><title>Harbour</title><body><p>Soon.</p></body></html>")


def linked(*paths: str) -> bytes:
    links = "".join(
        f'<p><a href="{path}">The harbour opens again after a long winter</a></p>' for path in paths
    )
    return http(200, f"<html><body>{links}</body></html>".encode())


def test_pages_with_fewer_fields_come_last() -> None:
    links = [ListedLink(f"https://press.example{path}", 1) for path in ("/a/amp", "/a", "/b?print=1", "/c")]
    assert [link.url[21:] for link in plain_first(links)] == ["/a", "/c", "/a/amp", "/b?print=1"]


@pytest.mark.slow
@pytest.mark.parametrize("others", [[f"{STORY}/amp/"], [f"{STORY}?amp=1", f"{STORY}/"], [f"{STORY}?print=1"]])
def test_one_of_several_urls_is_asked_for(tmp_path: Path, others: list[str]) -> None:
    with HostileNewsroom() as room:
        room.routes = {"/": linked(others[0], STORY, *others[1:])}
        room.routes |= {path: http(200, article("Harbour")) for path in (STORY, *others)}
        first, asked = again(room, tmp_path, source="html")
        _, later = again(room, tmp_path, source="html")
    assert [path for path in asked if path.startswith("/news")] == [STORY]
    assert [path for path in later if path.startswith("/news")] == []
    assert first.runs[-1]["listed"] == first.runs[-1]["new"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("plain", [http(404), http(500), http(403), NO_STORY])
def test_a_story_whose_plain_page_gives_no_line_is_had_by_another(tmp_path: Path, plain: bytes) -> None:
    amp, printed = f"{STORY}/amp/", f"{STORY}?print=1"
    with HostileNewsroom() as room:
        room.routes = {"/": linked(STORY, amp, printed), STORY: plain, amp: http(404)}
        room.routes[printed] = http(200, article("Harbour"))
        first, asked = again(room, tmp_path, NEITHER_RETRIES, source="html")
        _, later = again(room, tmp_path, NEITHER_RETRIES, source="html")
    assert [path for path in asked if path.startswith("/news")] == [STORY, amp, printed]
    assert printed not in later
    assert first.runs[-1]["listed"] == 3
    assert first.runs[-1]["new"] == 1


@pytest.mark.slow
def test_a_list_of_urls_names_a_story_at_several(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        room.routes = {STORY: http(404), f"{STORY}/amp": http(200, article("Harbour"))}
        named = tmp_path / "urls.txt"
        named.write_text(f"{room.site}{STORY}/amp\n{room.site}{STORY}\n", "utf-8")
        found = crawl("any_site", tmp_path, NEITHER_RETRIES, urls=str(named))
    assert found.runs[-1]["new"] == 1
