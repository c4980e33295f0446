"""Rows of an undeclared site that no page shows: those of news sitemaps, and those that a button loads."""

from __future__ import annotations

import pytest

from newscrawler.discovery.answer import Answer
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.publication.selection import Selection

URL = "https://paper.example/"


def discovery(max_pages: int | None = None) -> FrontPageDiscovery:
    return FrontPageDiscovery(Scope(URL, ("paper.example",), Selection(max_pages=max_pages)), URL, None)


def test_a_news_sitemap_lists_articles_alone_whatever_their_urls_look_like() -> None:
    news = "<n:news><n:title>{}</n:title></n:news>"
    rows = (("x/ab12c", "The quay opens"), ("x/ab12d", ""), ("2026/11/23/quay", ""))
    body = "".join(f"<url><loc>{URL}{path}</loc>{news.format(title)}</url>" for path, title in rows)
    space = "http://www.google.com/schemas/sitemap-news/0.9"
    answer = Answer(f"{URL}news.xml", f'<urlset xmlns:n="{space}">{body}</urlset>'.encode())
    found = discovery().read(answer, Listing("sitemap", None, answer.url, "sitemap"))
    assert [link.url for link in found.links] == [f"{URL}x/ab12c", f"{URL}2026/11/23/quay"]


@pytest.mark.parametrize(("most", "goes_on"), [(None, True), (2, True), (1, False)])
def test_rows_that_a_button_loads_are_asked_for_as_far_as_was_asked(
    most: int | None, *, goes_on: bool
) -> None:
    row = '{"title": "The quay opens again", "url": "/2026/11/23/quay"}'
    answer = Answer(f"{URL}rows?offset=10", f'{{"rows": [{row}]}}'.encode())
    found = discovery(most).read(answer, Listing("section", "World", answer.url, "more"))
    assert len(found.links) == 1
    assert (found.next is not None) is goes_on
