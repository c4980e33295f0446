"""Updates of live blogs, from ``LiveBlogPosting`` and by declaration."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.document import parse_document
from newscrawler.extract import extract
from newscrawler.items import Article, Entry
from newscrawler.publication.article_layout import EntryRule, Layout
from newscrawler.publication.site import Site
from newscrawler.sources.live_blog import read_entries

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://press.example/live/harbour"
UPDATES = [
    {
        "@type": "BlogPosting",
        "@id": f"{URL}#post-{number}",
        "headline": f"Ferry {number} has left &amp; gone",
        "datePublished": f"2026-05-04T1{number}:00:00+03:00",
        "articleBody": f"<p>Ferry {number} has left the quay.</p><p>It carries {number}00 people.</p>",
        "author": {"@type": "Person", "name": "Ann Example"},
    }
    for number in (2, 1)
]
BLOG = {
    "@type": "LiveBlogPosting",
    "headline": "The harbour opens, live",
    "datePublished": "2026-05-04T09:00:00+03:00",
    "liveBlogUpdate": UPDATES,
}
ENTRIES = [
    Entry(
        f"post-{number}",
        f"2026-05-04T1{number}:00:00+03:00",
        f"Ferry {number} has left & gone",
        f"Ferry {number} has left the quay.\n\nIt carries {number}00 people.",
        "Ann Example",
    )
    for number in (2, 1)
]


def page(blog: Any, text: str = "") -> bytes:
    return (
        "<html><head><title>The harbour opens, live</title>"
        f'<script type="application/ld+json">{json.dumps(blog)}</script></head>'
        f"<body><h1>The harbour opens, live</h1>{text}</body></html>"
    ).encode()


def entries(blog: Any) -> list[Entry]:
    return read_entries(parse_document(page(blog), URL), None, lambda text: text)[1]


def test_what_the_page_states_to_machines() -> None:
    found = extract(page(BLOG), URL)
    assert isinstance(found, Article)
    assert found.entries == ENTRIES
    assert found.extracted_by["entries"] == "json-ld"
    assert found.headline == "The harbour opens, live"
    assert found.body is not None
    assert found.body.startswith("Ferry 2 has left the quay.\n\nIt carries 200 people.\n\nFerry 1")


def test_each_update_once() -> None:
    first, second = UPDATES
    pinned = {**first, "articleBody": "<p>Pinned, and cut.</p>"}
    assert entries({**BLOG, "liveBlogUpdate": [first, second, pinned]}) == ENTRIES
    nameless = [{key: said for key, said in update.items() if key != "@id"} for update in UPDATES]
    again = {**nameless[0], "articleBody": "<p>Another ferry has left.</p>"}
    found = entries({**BLOG, "liveBlogUpdate": [*nameless, nameless[0], again]})
    assert [entry.id for entry in found] == [None] * 3
    assert [entry.body for entry in found] == [*(entry.body for entry in ENTRIES), "Another ferry has left."]


def test_an_article_beside_the_blog_and_a_graph() -> None:
    news = {"@type": "NewsArticle", "headline": BLOG["headline"], "datePublished": BLOG["datePublished"]}
    assert entries({"@graph": [news, BLOG]})[0].id == "post-2"
    assert entries([news]) == []


@pytest.mark.parametrize(
    ("update", "found"),
    [
        ({"headline": "No text"}, []),
        ("Ferry 3", []),
        ({"articleBody": "Left."}, [Entry(None, None, None, "Left.")]),
        ({"text": "Left.\nAnd back.", "url": f"{URL}?post=7"}, [Entry("7", None, None, "Left.\n\nAnd back.")]),
        ({"articleBody": ["Left.", 3], "name": "Now"}, [Entry(None, None, "Now", "Left.")]),
    ],
)  # fmt: skip
def test_updates_that_say_little(update: Any, found: list[Entry]) -> None:
    assert entries({**BLOG, "liveBlogUpdate": update}) == found
    assert entries({**BLOG, "liveBlogUpdate": [update, update]}) == found


def test_a_layout_that_declares_them() -> None:
    rule = EntryRule(
        box="article.post", id="@data-id", time="time@datetime", headline="h3", body="div.text", author="b"
    )
    layout = Layout("live", marker="main.live", body="div.text", entries=rule)
    site = Site("press", ("press.example",), timezone="Europe/Moscow", layouts=(layout,))
    posts = "".join(
        f'<article class="post" data-id="{n}"><time datetime="2026-05-04 1{n}:00">1{n}:00</time>'
        f"<h3>Ferry {n}</h3><b>Ann Example</b><div class=text><p>Ferry {n} has left.</p><p>It is full.</p></div>"
        "</article>"
        for n in (2, 1)
    )
    html = (
        f"<html><body><main class=live><h1>The harbour, live</h1>{posts}<article class=post></article></main>"
    )
    found = extract(html, URL, site=site)
    assert isinstance(found, Article)
    assert found.extracted_by["entries"] == "site"
    assert found.entries == [
        Entry(
            str(n), f"2026-05-04T1{n}:00:00+03:00", f"Ferry {n}", f"Ferry {n} has left.\n\nIt is full.",
            "Ann Example",
        )
        for n in (2, 1)
    ]  # fmt: skip


def test_a_new_update_is_a_revision(tmp_path: Path) -> None:
    from newscrawler.output.content_hash import changed_fields, content_hash, field_hashes

    before = Article(id="press:1", headline="Live", body="One.", entries=ENTRIES[1:])
    after = replace(before, entries=ENTRIES)
    assert changed_fields(field_hashes(before), field_hashes(after)) == ["entries"]
    assert content_hash(before) != content_hash(after)
    plain = replace(before, entries=[])
    assert len(field_hashes(plain)) == 54, "articles without entries are what they were"
    assert changed_fields(field_hashes(plain), field_hashes(before)) == ["entries"]


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ({"@id": f"{URL}#a", "identifier": "b", "url": f"{URL}/c"}, "a"),
        ({"identifier": "b", "url": f"{URL}/c"}, "b"),
        ({"url": f"{URL}/c"}, "c"),
        ({"url": f"{URL}/c/"}, "c"),
        ({"url": f"{URL}?post=d"}, "d"),
        ({"url": "/"}, "/"),
        ({}, None),
    ],
)
def test_by_what_an_update_is_called(stated: dict[str, str], name: str | None) -> None:
    update = {"@type": "BlogPosting", "articleBody": "The ferry has left.", **stated}
    assert [entry.id for entry in entries({**BLOG, "liveBlogUpdate": [update]})] == [name]


@pytest.mark.parametrize(
    ("stated", "field", "said"),
    [
        ({"articleBody": "One.", "text": "Two.", "description": "Three."}, "body", "One."),
        ({"text": "Two.", "description": "Three."}, "body", "Two."),
        ({"description": "Three."}, "body", "Three."),
        ({"text": ["One.", 2, "Three."]}, "body", "One.\n\nThree."),
        ({"text": "One.<br/>Two.<BR >Three.\nFour."}, "body", "One.\n\nTwo.\n\nThree.\n\nFour."),
        ({"text": "One.", "headline": "H", "name": "N"}, "headline", "H"),
        ({"text": "One.", "name": "N"}, "headline", "N"),
        ({"text": "One.", "author": " Ann  Example "}, "author", "Ann Example"),
        ({"text": "One."}, "author", None),
        ({"text": "One."}, "time", None),
        ({"text": "One.", "datePublished": "T"}, "time", "T"),
    ],
)
def test_what_an_update_states(stated: dict[str, Any], field: str, said: str | None) -> None:
    (entry,) = entries({**BLOG, "liveBlogUpdate": [stated]})
    assert getattr(entry, field) == said


def test_one_update_may_be_no_list_and_what_says_nothing_is_none() -> None:
    assert [entry.body for entry in entries({**BLOG, "liveBlogUpdate": {"text": "One."}})] == ["One."]
    assert entries({**BLOG, "liveBlogUpdate": [{"headline": "H"}, {"text": 7}, {"text": " "}, "x"]}) == []
    twice = [{"text": "One."}, {"text": "One."}, {"text": "Two."}]
    assert [entry.body for entry in entries({**BLOG, "liveBlogUpdate": twice})] == ["One.", "Two."]
