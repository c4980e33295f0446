"""JSON as pages embed it: what may stand around it, what is mended in it, and how far it is walked."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.document.json_script import assigned_values, count_values, parse_json, walk

QUAY = [{"a": 1}]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}',
        ' \n{"a": 1}\t',
        '<!-- {"a": 1} -->',
        '// <![CDATA[\n{"a": 1}\n// ]]>',
        '/* <![CDATA[ */ {"a": 1} /* ]]> */',
        '<![CDATA[{"a": 1}]]>',
        '{"a": 1,}',
        '{"a": 1 , }',
        '{"a": 1};',
        ',{"a": 1}',
    ],
)
def test_what_stands_around_it(text: str) -> None:
    assert parse_json(text) == QUAY


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": [1, 2, ], }', [{"a": [1, 2]}]),
        ('{"a": "b\\\'c"}', [{"a": "b\\'c"}]),
        ('{"a": "\\u00zz"}', [{"a": "\\u00zz"}]),
        ('{"a": "C:\\users\\\\x"}', [{"a": "C:\\users\\x"}]),
        ('{"a": "b\nc"}', [{"a": "b\nc"}]),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": 1},\r\n\t{"b": 2};', [{"a": 1}, {"b": 2}]),
        ('{"a": 1} {"b": ', QUAY),
        ("[1, 2] x", []),
        ('{"a": ', []),
        ("", []),
        ("  ", []),
        ("[" * 100_000, []),
    ],
)
def test_what_is_mended(text: str, values: list[Any]) -> None:
    assert parse_json(text) == values


@pytest.mark.parametrize(("text", "count"), [("", 0), ("1", 0), ("[]", 1), ("{}", 1), ("[1,2,{}]", 4)])
def test_how_many_values_there_are(text: str, count: int) -> None:
    assert count_values(text) == count


def test_objects_are_walked_outermost_first_in_their_order() -> None:
    value = [{"n": 1, "x": {"n": 2, "y": [{"n": 3}]}, "z": {"n": 4}}, "text", {"n": 5}]
    assert [found["n"] for found in walk(value)] == [1, 2, 3, 4, 5]


def test_a_walk_has_an_end() -> None:
    assert len(list(walk([{} for _ in range(6_000)]))) == 4_999
    deep: dict[str, Any] = {}
    for _ in range(40):
        deep = {"in": deep}
    assert len(list(walk(deep))) == 31


def test_what_a_script_assigns() -> None:
    text = 'a = {"b": [1]}; if (c == 1) run({broken}); d("{x"); e = JSON.parse("{\\"f\\": 2}")'
    assert list(assigned_values(text)) == [{"b": [1]}, {"f": 2}]
    assert list(assigned_values("a = [1];" * 100)) == [[1]] * 8
