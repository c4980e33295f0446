"""Pages that seem to continue a story, and are another."""

import pytest

from newscrawler.crawling.other_story import is_of_another_story
from newscrawler.items import Article, Source

URL = "https://press.example/world/harbour-opens"
TIME = "2026-11-23T10:00:00+00:00"


def page(
    headline: str, time: str | None, canonical: str | None = None, source: Source = "opengraph"
) -> Article:
    return Article(
        url=f"{URL}/2", headline=headline, published_at=time, canonical_url=canonical,
        extracted_by={"published_at": source},
    )  # fmt: skip


FIRST = Article(
    url=URL, headline="Harbour opens again", published_at=TIME, extracted_by={"published_at": "opengraph"}
)


@pytest.mark.parametrize(
    "other",
    [
        page("Bridge closes for a year", "2026-11-23T16:00:00+00:00"),
        page("Harbour opens again", "2026-11-25T16:00:00+00:00"),
        page("Bridge closes", None, "https://press.example/world/bridge-closes"),
    ],
    ids=["another headline at another time", "days later", "an URL of another story"],
)
def test_another_story(other: Article) -> None:
    assert is_of_another_story(FIRST, other)


@pytest.mark.parametrize(
    "further",
    [
        page("The cranes", TIME, f"{URL}/2"),
        page("Harbour opens again (page 2)", "2026-11-23T10:05:00+00:00", URL),
        page("The cranes", None),
        page("The cranes", "2026-11-23"),
        page("The cranes", "2026-11-23T12:00:00"),
        page("The cranes", "2026-11-25T16:00:00+00:00", source="feed"),
        page("The cranes", TIME, f"{URL}?page=2"),
        page("Harbour opens again", TIME, "https://press.example/whole/harbour-opens"),
    ],
    ids=[
        "a heading of its own",
        "edited later",
        "no time",
        "a day",
        "no offset",
        "time of a feed",
        "query",
        "whole",
    ],
)
def test_a_further_page_of_the_story(further: Article) -> None:
    assert not is_of_another_story(FIRST, further)
