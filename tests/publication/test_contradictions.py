"""What two attributes say against each other is found before the crawl."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.contradictions import contradictions

SOUND: dict[str, Any] = {
    "name": "press",
    "allowed_domains": ("press.example",),
    "sections": {"world": "/world"},
    "section_feeds": {"sport": "/sport/rss"},
    "section_names": {"world": ("World",), "sport": ("Sport",)},
    "topic_path": r"^/tag/[\w-]+$",
    "topic_index": "/tags",
}
WRONG = [
    ({"render": {"listing"}}, "render: rendered listings need rows"),
    ({"section_names": {"wrold": ("World",)}}, "section_names['wrold']: there is no such section; did you"),
    ({"section_places": {"quay": ("/quay",)}}, "section_places['quay']: there is no such section; declare"),
    ({"topic_path": None}, "topic_index: links to topics are told by topic_path or topic_url"),
    ({"topic_url": "/tag/"}, "topic_url: '/tag/' has no {slug}"),
    ({"article_hosts": ("sport.paper.example",)}, "article_hosts: 'sport.paper.example' is not among"),
]  # fmt: skip


def found(changes: dict[str, Any]) -> list[str]:
    cls = type("Press", (NewsSpider,), SOUND | changes)
    return [f"{fault.attribute}: {fault.said}" for fault in contradictions(cls)]


@pytest.mark.parametrize(("changes", "said"), WRONG)
def test_each_contradiction(changes: dict[str, Any], said: str) -> None:
    (line,) = found(changes)
    assert line.startswith(said)


def test_none_without_one() -> None:
    assert found({}) == []


def test_a_site_may_take_fewer_sections_than_the_one_it_inherits_from() -> None:
    whole = type("Press", (NewsSpider,), SOUND)
    assert [
        *contradictions(type("Part", (whole,), {"sections": {"world": "/world"}, "section_feeds": {}}))
    ] == []
