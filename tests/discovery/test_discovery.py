"""What every kind of discovery says: why an article is not among those that were asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

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
