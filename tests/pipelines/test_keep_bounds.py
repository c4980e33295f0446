"""A line that no reader could take is rejected with the name of the bound."""

from pathlib import Path

import pytest

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.items import Article, Image, Rejection, RelatedStory, Sighting
from newscrawler.output.line import to_line
from newscrawler.pipelines.keep_bounds import KeepBounds
from tests.crawl import crawl
from tests.newsroom.expected import stories
from tests.newsroom.fixtures import NewsroomFactory

SMALL = Bounds(text_length=1000, string_length=100, list_items=10, line_bytes=3000)
ENOUGH = {"id": "e:1", "headline": "A headline", "body": "A body."}


def beyond(bounds: Bounds, **values: object) -> str:
    kept = KeepBounds(bounds).process_item(Article(**{**ENOUGH, **values}))
    if isinstance(kept, Article):
        return ""
    assert isinstance(kept, Rejection)
    assert (kept.reason, kept.id) == ("too_large", "e:1")
    return kept.detail


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"body": "x" * 1001}, "body goes beyond TEXT_MAX_LENGTH"),
        ({"headline": "x" * 101}, "headline goes beyond STRING_MAX_LENGTH"),
        ({"topics": ["x"] * 11}, "topics goes beyond LIST_MAX_ITEMS"),
        ({"topics": ["x" * 101]}, "topics goes beyond STRING_MAX_LENGTH"),
        ({"images": [Image("/a", caption="x" * 101)]}, "images.caption goes beyond STRING_MAX_LENGTH"),
        ({"related": [RelatedStory("/a", "x")] * 11}, "related goes beyond LIST_MAX_ITEMS"),
        ({"listed_on": [Sighting("/", "feed", "x" * 101, 1)]},
         "listed_on.name goes beyond STRING_MAX_LENGTH"),
        ({"body": "x" * 990, "topics": ["\u4e00" * 99] * 9}, "the line goes beyond LINE_MAX_BYTES"),
    ],
)  # fmt: skip
def test_beyond_a_bound(values: dict[str, object], says: str) -> None:
    assert beyond(SMALL, **values) == says


@pytest.mark.parametrize(
    "values", [{"body": "x" * 1000}, {"topics": ["x" * 100] * 10}, {"headline": "x" * 100}]
)
def test_at_a_bound(values: dict[str, object]) -> None:
    assert beyond(SMALL, **values) == ""


def test_a_long_list_in_a_short_line() -> None:
    bounds = Bounds(list_items=10)
    assert beyond(bounds, topics=["x"] * 10) == ""
    assert beyond(bounds, topics=["x"] * 11) == "topics goes beyond LIST_MAX_ITEMS"


def test_own_fields_that_are_no_json_are_left_to_who_checks_them() -> None:
    assert beyond(SMALL, custom={"seen": {1, 2}}) == ""


def test_no_bound() -> None:
    assert beyond(Bounds(text_length=0, string_length=0, list_items=0, line_bytes=0), body="x" * 10**7) == ""


def test_a_line_of_all_that_is_let_in_has_a_size_that_every_reader_takes() -> None:
    assert DEFAULT.line_bytes < 16_000_000
    full = {"body": "\u4e00" * 2_000_000, "topics": ["\u4e00" * 80] * 5000}
    assert beyond(DEFAULT, **full) == ""
    assert len(to_line(Article(**{**ENOUGH, **full}))) < DEFAULT.line_bytes
    assert beyond(DEFAULT, topics=["x" * 99_999] * 200) == "the line goes beyond LINE_MAX_BYTES"


@pytest.mark.slow
def test_pages_of_an_article_are_bounded_together_and_no_more_are_asked_for(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    site = newsroom("today")
    long = {story.number for story in stories(0) if len(story.pages()) > 1}
    victim = next(article for article in site.articles if article.number in long)
    found = crawl("tass", tmp_path, {"TEXT_MAX_LENGTH": "100"}, site_url=site.base_url)
    (rejected,) = [row for row in found.rejected if row["requested_url"] == victim.url]
    assert (rejected["reason"], rejected["detail"]) == (
        "too_large",
        "the article goes on beyond TEXT_MAX_LENGTH",
    )
    assert not site.asked(f"{victim.url.removeprefix(site.base_url)}?page=2")
    assert all(len(line["body"]) <= 100 for line in found.lines)
