"""What counts as a change of an article."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from newscrawler.items import Article, Entry, Image, RelatedStory, Sighting, TimeEvidence
from newscrawler.output.content_hash import (
    CONTENT_FIELDS,
    changed_fields,
    content_hash,
    content_texts,
    field_hashes,
)
from tests.output.test_line import full_article


def changes(before: Article, after: Article) -> list[str]:
    changed = changed_fields(field_hashes(before), field_hashes(after))
    assert (content_hash(before) == content_hash(after)) == (not changed)
    return changed


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "Bridge opens"),
        ("lead", None),
        ("body", "ASTANA, May 4. /PRESS/. The bridge opened!\n\nIt is long."),
        ("section", "World"),
        ("topics", ["Bridges"]),
        ("authors", []),
        ("agency", None),
        ("images", [Image("https://press.example/i.jpg", "The bridges", "Ana Example/PRESS")]),
        ("images", [Image("https://press.example/other.jpg", "The bridge", "Ana Example/PRESS")]),
    ],
)
def test_a_change(field: str, value: Any) -> None:
    assert changes(full_article(), replace(full_article(), **{field: value})) == [field]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("modified_at", "2018-01-01T00:00:00Z"),
        ("fetched_at", "2018-01-01T00:00:00+00:00"),
        ("listed_on", [Sighting("https://press.example/x", "topic", None, 3)]),
        ("related", [RelatedStory(None, "Another")]),
        ("url", "https://press.example/new-slug/12"),
        ("published_at", "2017-05-04T16:27:30Z"),  # the same minute in another notation
        ("topics", ["Мосты", "Bridges"]),
        ("duplicate_of", None),
        (
            "images",
            [Image("https://cdn.press.example/800x600/i.jpg?w=800&sig=1", "The bridge", "Ana Example/PRESS")],
        ),
    ],
)
def test_no_change(field: str, value: Any) -> None:
    assert changes(full_article(), replace(full_article(), **{field: value})) == []


def test_what_only_a_listing_said_is_not_content() -> None:
    by_listing = replace(full_article(), extracted_by={"section": "listing", "lead": "feed"})
    assert changes(by_listing, replace(by_listing, section="World", lead="Other")) == []
    assert changes(by_listing, replace(by_listing, section=None, lead=None, extracted_by={})) == []


def test_another_time_of_publication_is_a_change() -> None:
    evidence = TimeEvidence("19:27", "site", "minute", "stated")
    before = replace(full_article(), published_at_evidence=evidence)
    assert changes(before, replace(before, published_at="2017-05-04T19:28:00+03:00")) == ["published_at"]
    assert changes(before, replace(before, published_at=None)) == ["published_at"]


def test_a_year_that_only_a_listing_gave_is_not_content() -> None:
    assert changes(full_article(), replace(full_article(), published_at="2018-05-04T19:27:00+03:00")) == []


def test_fields_do_not_run_into_each_other() -> None:
    assert changes(Article(headline="ab", lead="c"), Article(headline="a", lead="bc")) == ["headline", "lead"]


def test_content_fields_are_fields() -> None:
    assert set(CONTENT_FIELDS) <= set(Article.__dataclass_fields__)


def test_what_is_not_known_is_an_empty_text() -> None:
    assert set(content_texts(Article()).values()) == {""}
    blank = Article(
        images=[Image("https://press.example/a/quay-640x480.jpg?b=1")],
        entries=[Entry(None, None, None, "It opens.")],
    )
    texts = content_texts(blank)
    assert texts["images"] == "\x1f\x1fquay.jpg"
    assert texts["entries"] == "\n\nIt opens.\n"
