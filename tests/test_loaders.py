"""The loader: the first valid offer of each field, whole, and what became of the others."""

from __future__ import annotations

import pytest

from newscrawler.dates.publication_time import TimeReader
from newscrawler.loaders import ArticleLoader


def test_the_first_valid_offer_wins_and_comes_whole() -> None:
    loader = ArticleLoader(explain=True)
    loader.offer("site", {"headline": ["  "], "topics": ["Ports", "ports"]})
    loader.offer("json-ld", {"headline": ["Harbour\u00ad reopens "], "topics": ["Ships"]})
    loader.offer("meta", {"headline": ["Other"]})
    article = loader.load_item()
    assert (article.headline, article.topics) == ("Harbour reopens", ["Ports"])
    assert article.extracted_by == {"topics": "site", "headline": "json-ld"}
    assert [(c.source, c.verdict) for c in loader.candidates if c.field == "headline"] == [
        ("site", "not valid"),
        ("json-ld", "won"),
        ("meta", "json-ld came first"),
    ]


def test_a_more_precise_statement_of_the_same_day_is_better_another_day_is_not() -> None:
    loader = ArticleLoader()
    loader.offer("json-ld", {"published_at": ["2024-05-03"]})
    loader.offer("meta", {"published_at": ["2024-05-01T10:00:00Z"]})
    loader.offer("time-element", {"published_at": ["2024-05-03T10:00:00+02:00"]})
    article = loader.load_item()
    assert (article.published_at, article.extracted_by["published_at"]) == (
        "2024-05-03T10:00:00+02:00",
        "time-element",
    )
    assert article.published_at_evidence
    assert [conflict.source for conflict in article.published_at_evidence.conflicts] == ["meta"]


def test_what_is_withdrawn_may_be_offered_anew() -> None:
    loader = ArticleLoader()
    loader.offer("meta", {"authors": ["Ann Example"]})
    loader.withdraw("authors")
    loader.withdraw("authors")
    assert loader.load_item().authors == []
    loader.offer("page", {"authors": ["Bob Sample"]})
    article = loader.load_item()
    assert (article.authors, article.extracted_by["authors"]) == (["Bob Sample"], "page")


def test_loaders_share_nothing() -> None:
    first, second = ArticleLoader(), ArticleLoader()
    first.offer("page", {"headline": ["A"]})
    assert second.load_item().headline is None
    assert first.load_item().topics is not second.load_item().topics


def test_what_the_page_prints_as_the_change_is_not_the_publication() -> None:
    changed = "2018-11-28T09:30:05-05:00"

    def published(
        *printed: str, updated: str = "Updated: Nov. 28, 2018 9:30 a.m."
    ) -> tuple[str | None, str | None]:
        loader = ArticleLoader(TimeReader(language="en"))
        loader.offer("json-ld", {"published_at": [changed], "modified_at": [changed]})
        loader.offer("text", {"published_at": printed, "modified_at": [updated]})
        article = loader.load_item()
        assert article.modified_at == changed
        return article.published_at, article.extracted_by["published_at"]

    assert published("Posted: Nov. 27, 2018 6:00 a.m.") == ("2018-11-27T06:00:00", "text")
    stated = (changed, "json-ld")
    assert published("Posted: Nov. 27, 2018 6:00 a.m.", updated="Updated: Nov. 28, 2018 9:47 a.m.") == stated
    assert published("Posted: Nov. 27, 2018 6:00 a.m.", "Nov. 26, 2018 6:00 a.m.") == stated
    assert published("Posted: Nov. 27, 2018") == stated
    assert published("Posted: Nov. 29, 2018 6:00 a.m.") == stated
    assert published() == stated


def test_a_page_that_calls_its_own_clock_utc_is_believed_in_no_other_utc() -> None:
    loader = ArticleLoader(explain=True)
    loader.offer("json-ld", {"published_at": ["2026-11-23T10:04:15Z"]})
    loader.offer("text", {"published_at": ["23 November 2026, 10:04 CET"]})
    loader.offer("json-ld", {"modified_at": ["2026-11-23T12:30:00Z"]})
    article = loader.load_item()
    assert article.published_at == "2026-11-23T10:04:00+01:00"
    assert article.published_at_evidence is not None
    assert [(c.source, c.value) for c in article.published_at_evidence.conflicts] == [
        ("json-ld", "2026-11-23T10:04:15+00:00")
    ]
    assert article.modified_at is None
    (candidate,) = [one for one in loader.candidates if one.field == "modified_at"]
    assert candidate.verdict == "the page calls its own clock UTC"
    loader.offer("text", {"modified_at": ["23 November 2026, 12:30 CET"]})
    assert loader.load_item().modified_at == "2026-11-23T12:30:00+01:00"


def test_a_declared_time_shows_that_a_page_calls_its_own_clock_utc() -> None:
    loader = ArticleLoader()
    loader.times = TimeReader("Asia/Tokyo")
    loader.offer("site", {"published_at": ["2018年6月18日 10:01"]})
    loader.offer(
        "meta", {"published_at": ["2018-06-18T10:01:00.000Z"], "modified_at": ["2018-06-18T13:57:57.000Z"]}
    )
    article = loader.load_item()
    assert (article.published_at, article.modified_at) == ("2018-06-18T10:01:00+09:00", None)


def test_a_change_that_the_page_prints_as_both_needs_another_witness() -> None:
    changed, first = "2026-04-15T14:36:37+02:00", "2026-04-14T17:50:08+02:00"

    def published(*witnesses: str) -> str | None:
        loader = ArticleLoader(TimeReader("Europe/Berlin", language="de"))
        loader.offer("json-ld", {"published_at": [changed], "modified_at": [changed]})
        loader.offer("meta", {"published_at": witnesses})
        loader.offer("time-element", {"published_at": [changed], "modified_at": [changed]})
        loader.offer("text", {"published_at": ["14.04.2026, 17:50 Uhr"]})
        return loader.load_item().published_at

    assert published() == changed, "the printed time may be a broadcast's"
    assert published(first) == first
    assert published("2026-04-14T17:51:08+02:00") == changed


@pytest.mark.parametrize(
    ("stated", "printed", "published"),
    [
        ("2026-04-19T19:45:44+02:00", "19.04.2026, 19:05 Uhr", "2026-04-19T19:05:00+02:00"),
        ("2026-04-19T19:45:44+02:00", "18.04.2026, 19:05 Uhr", "2026-04-18T19:05:00"),
        ("2026-04-19T19:45:44+00:00", "19.04.2026, 19:05 Uhr", "2026-04-19T19:05:00"),
        ("2026-04-19T17:45:44Z", "19.04.2026, 19:05 Uhr", "2026-04-19T19:05:00"),
    ],
)
def test_a_printed_clock_whose_change_is_stated_with_an_offset(
    stated: str, printed: str, published: str
) -> None:
    loader = ArticleLoader(TimeReader(language="de"))
    loader.offer("json-ld", {"published_at": [stated], "modified_at": [stated]})
    loader.offer("text", {"published_at": [printed], "modified_at": ["19.04.2026, 19:45 Uhr"]})
    assert loader.load_item().published_at == published
