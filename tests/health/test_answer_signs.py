"""Where an answer led, and when the site says that it was made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newscrawler.health.answer_signs import LAST_MODIFIED, REDIRECTED, is_redirected, made
from newscrawler.health.article_signs import observe
from newscrawler.health.observation import Observation
from newscrawler.items import Article, TimeEvidence

ARTICLE = Article(
    url="https://press.example/a",
    requested_url="https://press.example/a",
    published_at="2026-11-02T10:00:00+00:00",
    published_at_evidence=TimeEvidence("", "json-ld", "second", "stated"),
    fetched_at="2026-11-02T18:00:00+00:00",
)
FOUR_MINUTES_LATER = "Mon, 02 Nov 2026 10:04:00 GMT"


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("https://press.example/a", "https://press.example/amp/a"),
        ("https://press.example/a", "https://amp.press.example/a"),
        ("https://press.example/a", "https://press.example/"),
    ],
)
def test_an_article_is_found_elsewhere(listed: str, found: str) -> None:
    assert is_redirected(replace(ARTICLE, requested_url=listed, url=found))


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("", "https://press.example/a"),
        ("http://press.example/a", "https://www.press.example/a/"),
        ("https://www.press.example/a?from=feed", "https://press.example/a"),
    ],
)
def test_another_spelling_is_no_other_place(listed: str, found: str) -> None:
    assert not is_redirected(replace(ARTICLE, requested_url=listed, url=found))


@pytest.mark.parametrize(
    ("header", "form"),
    [
        (FOUR_MINUTES_LATER, "soon"),
        ("Mon, 02 Nov 2026 10:29:59 GMT", "soon"),
        ("Mon, 02 Nov 2026 09:45:00 GMT", "soon"),
        ("Mon, 02 Nov 2026 10:30:00 GMT", "later"),
        ("Mon, 02 Nov 2026 09:44:59 GMT", "before"),
        ("Mon, 02 Nov 2026 18:44:59 +0100", "later"),
        ("Mon, 02 Nov 2026 17:45:00 GMT", ""),
        ("Fri, 30 Oct 2026 10:00:00 GMT", ""),
        ("Mon, 02 Nov 2026 10:04:00", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_when_a_page_was_made(header: str, form: str) -> None:
    assert made(ARTICLE, header) == form


@pytest.mark.parametrize(("precision", "offset"), [("day", "stated"), ("second", "unknown")])
def test_what_is_no_instant_is_held_against_nothing(precision: str, offset: str) -> None:
    evidence = TimeEvidence("", "json-ld", precision, offset)  # type: ignore[arg-type]
    assert made(replace(ARTICLE, published_at_evidence=evidence), FOUR_MINUTES_LATER) == ""


def test_new_articles_alone_are_counted() -> None:
    seen = Observation()
    for revision in (1, 2):
        observe(replace(ARTICLE, revision=revision), seen, last_modified=FOUR_MINUTES_LATER)
    assert seen.seen[REDIRECTED] == {"no": 1}
    assert seen.seen[LAST_MODIFIED] == {"soon": 1}
