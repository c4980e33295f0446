"""Listings that a site answers as JSON: what is asked, and what is read of each row."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.rows.json_api import JsonQuestion, ask, look, page_values, read_json
from newscrawler.publication.listing_layout import JsonListing

HOME = "https://press.example/"
ROW = {
    "link": "/world/7",
    "title": " The quay\nopens ",
    "when": 1_777_886_820,
    "rubric": {"name": "World"},
    "text": "It opens.",
}
LISTING = JsonListing(
    "/rows",
    rows="items",
    published_at="when",
    section="rubric.name",
    lead="text",
    cursor="-1.when",
    end="over",
)


def read(*rows: Any, listing: JsonListing = LISTING, **said: Any) -> ListingPage:
    return read_json(json.dumps({"items": rows, **said}).encode(), HOME, listing, "Europe/Moscow")


def test_what_a_row_says() -> None:
    page = read(ROW, {"link": "/world/8"})
    first, second = page.links
    assert first == ListedLink(
        f"{HOME}world/7", 1, headline="The quay opens", published_at="2026-05-04T12:27:00+03:00",
        section="World", lead="It opens.",
    )  # fmt: skip
    assert second == ListedLink(f"{HOME}world/8", 2)
    assert (page.skipped, page.cut, page.broken) == (0, False, None)


@pytest.mark.parametrize("row", [{}, {"link": None}, {"link": " "}, {"link": 7}, "x", None])
def test_a_row_without_a_link_is_counted(row: Any) -> None:
    page = read(row, ROW, row)
    assert [link.position for link in page.links] == [1]
    assert page.skipped == 2


@pytest.mark.parametrize(
    ("field", "value"), [("title", ""), ("title", 7), ("title", None), ("text", " "), ("rubric", "World")]
)
def test_what_is_no_text_is_not_said(field: str, value: Any) -> None:
    (link,) = read({**ROW, field: value}).links
    assert getattr(link, {"title": "headline", "text": "lead", "rubric": "section"}[field]) is None


@pytest.mark.parametrize(
    ("when", "time"),
    [
        ("2026-05-04T12:27:00+03:00", "2026-05-04T12:27:00+03:00"),
        ("1777886820", "2026-05-04T12:27:00+03:00"),
        (1_777_886_820_000, "2026-05-04T12:27:00+03:00"),
        (1_777_886_820.5, "2026-05-04T12:27:00+03:00"),
        ("4 May", "4 May"),
        (True, None),
        (None, None),
        ([], None),
    ],
)
def test_the_time_of_a_row(when: Any, time: str | None) -> None:
    assert [link.published_at for link in read({**ROW, "when": when}).links] == [time]


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        (b"<html>", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"{}", "changed_json"),
        (b'{"items": {}}', "changed_json"),
    ],
)
def test_an_answer_that_is_none(body: bytes, broken: str) -> None:
    assert read_json(body, HOME, LISTING) == ListingPage(broken=broken)


@pytest.mark.parametrize(("most", "rows", "cut"), [(2, 3, True), (3, 3, False), (0, 3, False)])
def test_so_many_rows_are_read(most: int, rows: int, *, cut: bool) -> None:
    body = json.dumps({"items": [ROW] * rows}).encode()
    page = read_json(body, HOME, LISTING, bounds=replace(DEFAULT, listing_items=most))
    assert (len(page.links), page.cut) == (most or rows, cut)


@pytest.mark.parametrize(
    ("path", "step", "said", "cursor"),
    [
        ("-1.when", 0, {}, 8),
        ("next", 0, {"next": "b c"}, "b c"),
        ("next", 0, {"next": 1.5}, 1.5),
        ("next", 1, {"next": "7"}, "7"),
        ("next", 1, {"next": "b"}, None),
        ("next", 0, {"next": True}, None),
        ("next", 0, {"next": ["b"]}, None),
        ("next", 0, {"next": float("inf")}, None),
        ("next", 0, {}, None),
    ],
)
def test_the_cursor(path: str, step: int, said: dict[str, Any], cursor: Any) -> None:
    listing = replace(LISTING, cursor=path, cursor_step=step)
    page = read(ROW, {**ROW, "when": 8}, listing=listing, **said)
    assert page.cursor == cursor
    assert page.ended is (cursor is None)


def test_a_listing_ends() -> None:
    assert read().ended
    assert read(ROW, over=True).ended
    assert not read(ROW, over=False).ended
    plain = replace(LISTING, cursor=None, end=None)
    assert not read(ROW, listing=plain, over=True).ended


def test_a_question_is_filled_with_what_is_known() -> None:
    question = {"q": "{query}", "page": "{page:int}", "of": "{unknown}", "most": 20}
    known = {"query": "the quay", "page": "3"}
    get = JsonListing("/find/{query}", method="GET", params=question, body={"x": 1})
    assert ask(get, HOME, known) == JsonQuestion(
        f"{HOME}find/the%20quay?q=the+quay&page=3&most=20", "GET", None
    )
    assert ask(JsonListing("/find", method="GET"), HOME, {}) == JsonQuestion(f"{HOME}find", "GET", None)
    url, method, body = (
        (post := ask(JsonListing("/find", body=question), HOME, known)).url,
        post.method,
        post.body,
    )
    assert (url, method) == (f"{HOME}find", "POST")
    assert body is not None
    assert json.loads(body) == {"q": "the quay", "page": 3, "most": 20}


@pytest.mark.parametrize(
    ("listing", "cursor", "read_so_far", "asked"),
    [
        (JsonListing("/r", cursor_param="before"), None, 40, {}),
        (JsonListing("/r", cursor_param="before"), "7", 40, {"before": "7"}),
        (JsonListing("/r", cursor_param="before", cursor_step=1), "7", 40, {"before": 8}),
        (JsonListing("/r", cursor_param="before", cursor_step=-1), 7.0, 40, {"before": 6}),
        (JsonListing("/r", offset_param="from"), None, 40, {"from": 40}),
        (JsonListing("/r"), "7", 40, {}),
    ],
)
def test_how_further_rows_are_asked_for(
    listing: JsonListing, cursor: Any, read_so_far: int, asked: Any
) -> None:
    body = ask(listing, HOME, {}, cursor, read_so_far).body
    assert body is not None
    assert json.loads(body) == asked


@pytest.mark.parametrize(
    ("path", "found"),
    [("", {"a": [{"b": 1}, {"b": 2}]}), ("a.0.b", 1), ("a.-1.b", 2), ("a.-2.b", 1), ("a.2", None), ("a.-3", None), ("a.b", None), ("c", None), ("a.0.b.c", None)],
)  # fmt: skip
def test_where_a_part_lies(path: str, found: Any) -> None:
    assert look({"a": [{"b": 1}, {"b": 2}]}, path) == found


def test_values_that_a_page_declares() -> None:
    listing = JsonListing(
        "/r", page_values={"id": r'data-{slug}="(\d+)"|id=(\d+)', "no": r"no=(\d+)", "empty": r"e=( *)"}
    )
    html = 'data-a.b="7" data-axb="8" id=9 e= '
    assert page_values(listing, html, "a.b") == {"id": "7"}
    assert page_values(listing, html, "c") == {"id": "9"}


def test_a_question_in_other_letters_is_asked_as_it_is() -> None:
    posted = replace(LISTING, method="POST", body={"rubric": "Порт", "n": 3})
    assert ask(posted, HOME, {}) == JsonQuestion(f"{HOME}rows", "POST", '{"rubric": "Порт", "n": 3}'.encode())
    asked = replace(LISTING, method="GET", params={"rubric": "Порт", "tags": ["a", "b"]})
    query = "rubric=%D0%9F%D0%BE%D1%80%D1%82&tags=a&tags=b"
    assert ask(asked, HOME, {}) == JsonQuestion(f"{HOME}rows?{query}", "GET", None)
    assert ask(replace(LISTING, method="GET"), HOME, {}) == JsonQuestion(f"{HOME}rows", "GET", None)
