"""Edges of what scripts hold: how long their texts are, how they are nested, and what is no language."""

import json

import pytest

from newscrawler.sources.body.framework_state import (
    _OPENING,
    _decode,
    _flight_rows,
    _is_headline,
    _is_language,
    _is_other_story,
    _openings,
    _read,
    _texts,
)

SENTENCE = (
    "The harbour council agreed to rebuild the western wall before the winter storms arrive at the coast."
)


@pytest.mark.parametrize(
    ("text", "wanted", "is_one"),
    [
        ("A wall is", "awallis", False),
        ("A wall rise", "awallrise", True),
        ("A wall-is!", "awallisbuilt", False),
        ("A wall isb", "awallisbuilt", True),  # eight letters
        ("A wall is built | The Press", "awallisbuilt", True),
        ("Something else", "awallisbuilt", False),
        ("A wall is built".ljust(300), "awallisbuilt", True),
        ("A wall is built".ljust(301), "awallisbuilt", False),
    ],
)
def test_a_string_that_is_the_headline(text: str, wanted: str, is_one: bool) -> None:
    assert _is_headline(text, wanted) == is_one


def test_a_value_within_a_string() -> None:
    for value in ({"a": 1}, [1]):
        assert _decode(json.dumps(value), 0) == value
        assert _decode(json.dumps(json.dumps(value)), 0) == value
        assert _decode(json.dumps("  " + json.dumps(value)), 0) == value
        assert _decode("= " + json.dumps(value) + "; x", 2) == value
    assert _decode('"text"', 0) == "text"
    assert _decode('"{text"', 0) is None
    assert _decode("text", 0) is None


def test_rows_of_a_stream() -> None:
    rows = _flight_rows('1:{"a": 1}\n2:[2]\n3:"three"\n4:T1a,four\n5:I[5]\n')
    assert rows["1"] == {"a": 1}
    assert rows["2"] == [2]
    assert rows["3"] == "three"
    assert isinstance(rows["5"], str)


def test_where_a_value_may_begin() -> None:
    one = 'x = {"a": 1}; '
    assert len(list(_openings(one * 9 + "a" * 300))) == 8
    assert len(list(_openings(one * 7 + "a" * 300))) == 7
    found = _OPENING.search(one)
    assert found
    begin = found.start()
    assert [len(list(_openings(one.ljust(begin + size)))) for size in (299, 300)] == [0, 1]


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ({"title": "Another story", "url": "/b"}, True),
        ({"headline": "Another story", "link": "/b"}, True),
        *(({"title": {"rendered": "Another story"}, key: "/b"}, True) for key in (
            "url", "link", "href", "slug", "path", "canonical_url", "webUrl", "permalink",
        )),
        ({"title": "Another story"}, False),
        ({"url": "/b"}, False),
        ({"title": "A wall is built", "url": "/b"}, False),
        ({"title": "Another story", "headline": "A wall is built", "url": "/b"}, False),
    ],
)  # fmt: skip
def test_an_object_that_is_another_story(value: dict[str, object], is_one: bool) -> None:
    assert _is_other_story(value, "awallisbuilt") == is_one


def test_texts_of_one_list_stand_together() -> None:
    short, long = SENTENCE[:90] + ".", SENTENCE * 3
    assert [text for text, _ in _texts([(("a",), long)])] == [long]
    assert list(_texts([(("a",), short)])) == []
    assert list(_texts([(("text",), short)])) == []  # too little in all
    found = list(_texts([(("text",), short)] * 4))
    assert [text for text, _ in found] == ["\n\n".join([short] * 4)]
    assert found[0][1] == 4 * len(short)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("https://press.example/a", None),
        ("http://press.example/a", None),
        ("data:image/png", None),
        ("/a/b", None),
        ("&lt;p&gt;A &quot;wall&quot; &amp; a quay.&lt;/p&gt;", 'A "wall" & a quay.'),
        (f"{SENTENCE}\n\n short \n", f"{SENTENCE}\n\nshort"),
        ("short", None),
        ("a" * 59 + " b", "a" * 59 + " b"),
        ("a" * 57 + " b", None),  # 59 signs
        (f"<p>{SENTENCE}</p><p hidden>{SENTENCE}</p>", SENTENCE),
        (f"<div hidden><p>{SENTENCE}</p></div><p>One.</p>", "One."),
    ],
)
def test_the_text_of_a_string(text: str, read: str | None) -> None:
    found = _read(text)
    assert (found[0] if found else None) == read


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (SENTENCE, True),
        ("a" * 79 + " b", True),
        ("a" * 80 + " b", False),
        ("港" * 80, True),
        ("short {}", False),
        ("short", True),
    ],
)
def test_what_is_written_for_people(text: str, is_one: bool) -> None:
    assert _is_language(text) == is_one
