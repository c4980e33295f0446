"""What every kind of discovery says: why an article is not among those that were asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newscrawler.discovery.answer import Answer, Problem
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.items import Article
from newscrawler.publication.selection import Selection

URL = "https://paper.example/"


@pytest.mark.parametrize(
    ("published_at", "why"),
    [
        ("2026-05-02T23:59:59+00:00", "date"),
        ("2026-05-03T00:00:00+00:00", None),
        ("2026-05-04T12:00:00+02:00", None),
        (None, "undated"),
    ],
)
def test_why_an_article_is_not_among_those_that_were_asked_for(
    published_at: str | None, why: str | None
) -> None:
    since = Selection(since=datetime(2026, 5, 3, tzinfo=UTC))
    asked = FrontPageDiscovery(Scope(URL, ("paper.example",), since), URL, None)
    assert asked.excludes(Article(url=f"{URL}quay", published_at=published_at)) == why


@pytest.mark.parametrize(
    ("links", "problem", "kept"),
    [
        ([f"{URL}quay", f"{URL}quay?utm_source=rss", f"{URL}quay#2"], "one_link", 3),
        ([URL, URL, URL], "one_link", 0),
        ([f"{URL}quay", f"{URL}quay"], None, 2),
        ([f"{URL}quay", f"{URL}quay", f"{URL}mill"], None, 3),
        ([f"{URL}quay#comment-1", f"{URL}quay#comment-2", f"{URL}quay#comment-3"], None, 3),
    ],
    ids=["one story", "the front page", "few", "two stories", "comments of one story"],
)
def test_a_feed_whose_items_all_lead_to_one_page_is_broken(
    links: list[str], problem: str | None, kept: int
) -> None:
    items = "".join(
        f"<item><title>Quay {n}</title><link>{link}</link></item>" for n, link in enumerate(links)
    )
    answer = Answer(f"{URL}rss", f"<rss><channel><link>{URL}</link>{items}</channel></rss>".encode())
    found = FrontPageDiscovery(Scope(URL, ("paper.example",), Selection()), URL, None).read_feed(
        answer, Listing("feed", None, f"{URL}rss", "feed")
    )
    assert found.problem == (Problem(problem, "not_there", is_failure=False) if problem else None)
    assert len(found.links) == kept
