"""The JSON behind section pages without rows is found, asked twice, and declared for all sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.discovery.answer import Answer
from newscrawler.drafts.json_listing import JsonListings
from newscrawler.drafts.spider_text import spider_text
from newscrawler.saved_pages.listing_record import discovery_of
from tests.drafts.shell_newsrooms import by_id_and_cursor, by_slug_in_the_path
from tests.drafts.test_draft import SITE, answer_of, declared, drafted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.spiders.newsrooms import Built


@pytest.mark.parametrize("make", [by_id_and_cursor, by_slug_in_the_path])
def test_a_crawl_with_the_draft_reads_all_rows(make: Callable[[], Built]) -> None:
    built = make()
    spider = declared(drafted(built))
    assert set(spider.sections) == {"harbour", "town"}
    discovery = discovery_of(spider, {})
    listing = discovery.listing_named(f"{SITE}/town/")
    page = answer_of(f"{SITE}/town/", built.routes["/town/"])
    found = discovery.read(page, listing)
    links = []
    for _ in range(2):
        assert found.next is not None, found
        url = found.next.url
        answer = answer_of(url, built.routes[url.removeprefix(SITE)])
        found = discovery.read(Answer(url, answer.body), found.next.listing)
        links += found.links
    assert len({link.url for link in links}) == 10
    assert all("/town/" in link.url for link in links)
    assert links[0].headline == "Quay 1 opens again"
    assert links[0].published_at == "2026-05-04T01:00:00+01:00"


def test_data_that_are_no_rows_are_left_alone() -> None:
    built = by_slug_in_the_path()
    for path in [path for path in built.routes if path.startswith("/api/")]:
        built.routes[path] = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"weather": [1, 2]}'
    text = spider_text(drafted(built), "gazette")
    assert "JsonListing" not in text


def test_data_of_others_and_broken_data_are_no_listing() -> None:
    found = JsonListings(("gazette.co.uk",))
    url = f"{SITE}/api/rows"
    assert found.take_page(f"{SITE}/town/", f"<script>fetch('{url}')</script>") == [url]
    assert found.is_question(url)
    assert found.take_answer(url, b"{") == []
    assert (
        found.take_answer(url, b'{"rows": [{"title": "A quay", "url": "https://other.example/quay-1"}]}')
        == []
    )
    assert found.endpoint() is None
    assert not found.serves(f"{SITE}/town/")
