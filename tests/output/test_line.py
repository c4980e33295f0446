"""The line: one JSON object, whatever the text; back again; valid by the published schema."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import ValidationError

from newscrawler.items import (
    Access,
    Article,
    Dateline,
    Image,
    RelatedStory,
    Sighting,
    TimeConflict,
    TimeEvidence,
)
from newscrawler.output.line import from_line, json_line, to_line
from newscrawler.output.schema import SCHEMA_PATH, article_schema, schema_text
from tests.schema import validate


def full_article() -> Article:
    """An article with every field filled."""
    return Article(
        id="press:12",
        revision=2,
        site="press",
        url="https://press.example/politics/12",
        requested_url="http://press.example/politics/12?utm_source=x",
        canonical_url="https://press.example/politics/12",
        amp_url="https://press.example/amp/12",
        mobile_url="https://m.press.example/12",
        headline="Bridge opens — at last",
        lead="After nine years",
        body="ASTANA, May 4. /PRESS/. The bridge opened.\n\nIt is long.",
        section="Society",
        topics=["Bridges", "Мосты"],
        authors=["Ana Example"],
        agency="PRESS",
        language="en",
        published_at="2017-05-04T19:27:00+03:00",
        modified_at="2017-05-04T20:00:00+03:00",
        published_at_evidence=TimeEvidence(
            "May 04, 19:27 UTC+3",
            "site",
            "minute",
            "stated",
            "listing",
            [TimeConflict("json-ld", "2017-05-04T18:27:00Z")],
        ),
        dateline=Dateline("ASTANA, May 4. /PRESS/.", "ASTANA", None, "May 4", "PRESS"),
        images=[Image("https://press.example/i.jpg", "The bridge", "Ana Example/PRESS")],
        related=[RelatedStory("https://press.example/11", "Older bridge"), RelatedStory(None, "No link")],
        access=Access("free", "isAccessibleForFree"),
        opt_outs=["noai"],
        duplicate_of="other:3",
        similarity=0.91,
        changed=["headline"],
        previous_hash="0" * 32,
        silent_edit=True,
        content_hash="1" * 32,
        extracted_by={"headline": "site", "published_at": "site"},
        listed_on=[Sighting("https://press.example/politics", "section", "Politics", 1, "Bridge opens")],
        fetched_at="2017-05-04T17:00:00+00:00",
        run_id="20170504T165900Z-00000000",
    )


def minimal_article() -> Article:
    return Article(
        id="press:1",
        site="press",
        url="https://press.example/1",
        requested_url="https://press.example/1",
        headline="H",
        body="B",
        content_hash="0" * 32,
        fetched_at="2026-11-23T10:00:00+00:00",
        run_id="r",
    )


@pytest.mark.parametrize("article", [full_article(), minimal_article()], ids=["full", "minimal"])
def test_line_is_what_the_dataclass_says_in_its_order(article: Article) -> None:
    line = to_line(article)
    assert line.count(b"\n") == 1
    assert line.endswith(b"}\n")
    values = json.loads(line)
    written = [field.name for field in fields(Article) if field.name != "custom" or article.custom]
    assert values == {name: asdict(article)[name] for name in written}
    assert list(values) == written
    assert list(json.loads(to_line(article))["access"]) == ["state", "signal"]
    validate(values)


@pytest.mark.parametrize("article", [full_article(), minimal_article()], ids=["full", "minimal"])
def test_line_and_back(article: Article) -> None:
    assert from_line(to_line(article)) == article


def test_article_is_left_as_it_was() -> None:
    article = full_article()
    to_line(article)
    assert article == full_article()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\u2028b\u2029c\x85d", "a\u2028b\u2029c\x85d"),
        ("nul \0 and bell \x07", "nul \0 and bell \x07"),
        ("lone \ud83d surrogate", "lone \ufffd surrogate"),
        ("two halves \ud83d\ude00", "two halves 😀"),
        ("\u200fעברית\u200e \r\n\tx", "\u200fעברית\u200e \r\n\tx"),
        ("\ufeffmark", "\ufeffmark"),
    ],
)
def test_odd_characters(text: str, read: str) -> None:
    article = minimal_article()
    article.body = text
    line = to_line(article)
    assert json.loads(line)["body"] == read
    assert len(line.decode("utf-8").splitlines()) == 1  # by Unicode's own idea of lines


@given(st.text(st.characters(codec=None)))
def test_any_text_is_one_valid_line(text: str) -> None:
    line = json_line({"body": text})
    assert line.index(b"\n") == len(line) - 1
    assert len(line.decode().splitlines()) == 1
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert json.loads(line) == {"body": text}


def test_no_number_is_null() -> None:
    article = minimal_article()
    article.similarity = float("nan")  # NaN is no JSON
    assert json.loads(to_line(article))["similarity"] is None


NO_LINE = "not the line of an article"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"", "Expecting value"),
        (b"{", "Expecting property name"),
        (b"\0\0\0", "Expecting value"),
        (b"[]", NO_LINE),
        (b"null", NO_LINE),
        (b"{}", NO_LINE),
        (b'{"id":""}', NO_LINE),
        (b'{"id":"a:1","revision":"2"}', NO_LINE),
        (b'{"id":"a:1","revision":true}', NO_LINE),
        (b'{"id": 3}', "no text: id"),
        (b'{"id":"a:1","headline":3,"lead":[]}', "no text: headline, lead"),
        (b'{"id":"a:1","custom":[]}', "custom is no object"),
        (b'{"id":"a:1","access":7}', f"{NO_LINE}: 'int' object has no attribute 'keys'"),
        (b'{"id":"a:1","images":[7]}', f"{NO_LINE}: 'int' object has no attribute 'keys'"),
        (b'{"id":"a:1","images":7}', f"{NO_LINE}: 'int' object is not iterable"),
        (b'{"id":"a:1","custom":' + b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_line_is_an_error(line: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=rf"^{why}") as caught:
        from_line(line)
    assert "Expecting" in why or str(caught.value) == why


def test_a_line_needs_no_more_than_an_id() -> None:
    least = from_line(b'{"id":"a:1"}')
    assert least == Article(id="a:1")
    assert from_line('{"id":"a:1","images":null,"access":null,"headline":null,"custom":{"x":1}}') == Article(
        id="a:1", access=None, custom={"x": 1}
    )


def test_lines_of_other_versions() -> None:
    values = json.loads(to_line(minimal_article()))
    del values["opt_outs"]
    values["mood"] = "new in 1.7"
    values["access"]["since"] = "new, too"
    assert from_line(json.dumps(values)) == minimal_article()


def test_published_schema_is_made_from_the_dataclass() -> None:
    assert SCHEMA_PATH.read_text("utf-8") == schema_text(), "run: python -m newscrawler.output"


def test_schema_has_every_field_with_its_meaning() -> None:
    properties: dict[str, Any] = article_schema()["properties"]
    assert list(properties) == [field.name for field in fields(Article)]
    assert [name for name, value in properties.items() if "description" not in value] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published_at", "May 4"),
        ("published_at", "2017-05-04"),  # precision is minute
        ("published_at", "2017-05-04T19:27:00"),  # offset is stated
        ("published_at_evidence", None),
        ("revision", 0),
        ("id", "12"),
        ("url", ""),
        ("fetched_at", None),
        ("access", {"state": "open", "signal": None}),
        ("extracted_by", {"headline": "guess"}),
        ("more", 1),
    ],
)
def test_schema_refuses(name: str, value: object) -> None:
    values = json.loads(to_line(full_article()))
    values[name] = value
    with pytest.raises(ValidationError):
        validate(json.loads(json.dumps(values)))
