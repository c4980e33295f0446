"""A layout adds what it names and takes nothing away: the rest is read as on a page without a layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newscrawler.document import parse_document
from newscrawler.extraction.reader import PageReader
from newscrawler.publication.article_layout import Layout
from newscrawler.publication.site import Site

if TYPE_CHECKING:
    from newscrawler.items import Article

URL = "https://press.example/harbour/wall-4711"
FIELDS = ("published_at", "modified_at", "authors", "agency", "topics", "section", "images")
TEXT = "".join(
    f"<p>The harbour council agreed on {day} to rebuild the western wall before the storms of winter arrive.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
)
PAGE = (
    "<html><body><article><h1>A new wall</h1><p class='standfirst'>It is to stand before winter comes.</p>"
    "<p class='byline'>By <a rel='author' href='/people/ann'>Ann Example</a></p>"
    "<time datetime='2026-11-23T10:00:00+01:00'>23 November</time><figure><img src='/wall.jpg'>"
    f"<figcaption>The old wall</figcaption></figure><div class='text'>{TEXT}</div>"
    "<a rel='tag' href='/topic/harbours'>Harbours</a></article></body></html>"
)


def read(html: str | bytes, layout: Layout | None, url: str = URL) -> Article:
    site = Site("press", layouts=(layout,) if layout else ())
    return PageReader(parse_document(html, url), site).read()


def differing(with_layout: Article, without: Article) -> list[str]:
    return [name for name in FIELDS if getattr(with_layout, name) != getattr(without, name)]


@pytest.mark.parametrize(
    "layout",
    [
        Layout("headline", marker="html", headline="h1"),
        Layout("headline and body", marker="html", headline="h1", body=".text"),
        Layout("body", marker="html", body=".text"),
        Layout(
            "gone", marker="html", headline=".was", body=".text", authors=".were", lead=".is", topics=".t"
        ),
    ],
    ids=lambda layout: layout.name,
)
def test_the_page_gives_what_the_layout_does_not(layout: Layout) -> None:
    without, found = read(PAGE, None), read(PAGE, layout)
    assert differing(found, without) == []
    assert (found.headline, found.body, found.lead) == (without.headline, without.body, without.lead)
    assert found.authors == ["Ann Example"]
    assert found.published_at == "2026-11-23T10:00:00+01:00"
    assert found.extracted_by["body"] == ("site" if layout.body else "page")


def test_the_lead_that_the_page_shows_is_given_beside_a_declared_body() -> None:
    lead = "The harbour council has decided to rebuild the western wall before winter comes."
    html = PAGE.replace("It is to stand before winter comes.", lead)
    found = read(html, Layout("body", marker="html", headline="h1", body=".text"))
    assert (found.lead, found.extracted_by["lead"]) == (lead, "page")


def test_what_the_layout_names_comes_from_there() -> None:
    layout = Layout(
        "all", marker="html", headline="h1", body=".text", authors=".byline a", lead=".standfirst"
    )
    found = read(PAGE, replace(layout, published_at="time@datetime", topics="[rel=tag]"))
    assert {found.extracted_by[name] for name in ("authors", "body", "lead", "published_at", "topics")} == {
        "site"
    }
    assert found.published_at_evidence is not None
    assert found.published_at_evidence.conflicts == []


def test_a_place_of_text_that_is_empty_is_that_of_a_video() -> None:
    video = PAGE.replace(TEXT, "<video src=/v.mp4></video>")
    assert read(video, Layout("body", marker="html", body=".text")).body is None
