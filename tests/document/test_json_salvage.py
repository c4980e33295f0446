"""Broken JSON: what can be told is read, and nothing is made up."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.document.json_salvage import salvage_json

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "url": "https://press.example/harbour//wall",
    "headline": "Wall, the: last {winter}",
    "datePublished": "2019-05-08T10:01:22+03:00",
    "dateModified": "2019-05-09T10:01:22+03:00",
    "author": {"@type": "Person", "name": "Deniz Orhan"},
    "keywords": ["a", "b, c"],
    "isAccessibleForFree": False,
    "image": {"@type": "ImageObject", "url": "https://press.example/i.jpg", "width": 1200},
}
TEXT = json.dumps(ARTICLE, separators=(",", ":"))
HEADLINE = '"Wall, the: last {winter}"'


def titled(headline: str) -> dict[str, Any]:
    return {**ARTICLE, "headline": headline}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            TEXT.replace(HEADLINE, '"Minister: "the last winter" has come"'),
            titled('Minister: "the last winter" has come'),
        ),
        (TEXT.replace(HEADLINE, '"He said "no""'), titled('He said "no"')),
        (TEXT.replace(HEADLINE, '""No", he said"'), titled('"No", he said')),
        (TEXT.replace(HEADLINE, '"A "b", "c" and "d": e"'), titled('A "b", "c" and "d": e')),
        (TEXT.replace(HEADLINE, '"A 5" wall stands"'), titled('A 5" wall stands')),
        (TEXT.replace(HEADLINE, '"<a href="x">Wall</a>, the"'), titled('<a href="x">Wall</a>, the')),
        (TEXT.replace('{winter}",', '{winter}"'), ARTICLE),
        (TEXT.replace('"Deniz Orhan"},', '"Deniz Orhan"}\n'), ARTICLE),
        (TEXT.replace('{winter}",', '{winter}",,'), ARTICLE),
        (TEXT.replace('"a","b', '"a",,"b'), ARTICLE),
        (TEXT.replace('"headline"', '// the title\n"headline"'), ARTICLE),
        (TEXT.replace('"headline"', '/* the "title" */"headline"'), ARTICLE),
        (TEXT.replace('"2019-05-09T10:01:22+03:00"', "undefined"), {**ARTICLE, "dateModified": None}),
        (TEXT.replace('"2019-05-09T10:01:22+03:00"', ""), {**ARTICLE, "dateModified": None}),
        (TEXT.replace("1200", "NaN"), {**ARTICLE, "image": {**ARTICLE["image"], "width": None}}),
        (TEXT.replace('"', "&quot;"), ARTICLE),
        (TEXT.replace('"', "“"), ARTICLE),
        (TEXT.replace('"@type":"NewsArticle"', "“@type”: “NewsArticle”"), ARTICLE),
        (TEXT.replace('"', "'"), ARTICLE),
        (TEXT.replace('"headline":', "headline :").replace('"author":', "author:"), ARTICLE),
        (f"var jsonld = {TEXT};", ARTICLE),
        (f"window.page = window.page || {TEXT[:-1]}", ARTICLE),
        (TEXT + "}", ARTICLE),
        (TEXT[:-1] + ",}", ARTICLE),
        (TEXT.replace("Wall, the", r"Wall\'s \d"), titled(r"Wall\'s \d: last {winter}")),
        (TEXT.replace("Wall, the", "Wall,\n\tthe"), titled("Wall,\n\tthe: last {winter}")),
        (TEXT[: TEXT.index(',"image"')], {name: ARTICLE[name] for name in ARTICLE if name != "image"}),
        (
            TEXT[: TEXT.index("Orhan")],
            {**{name: ARTICLE[name] for name in list(ARTICLE)[:6]}, "author": {"@type": "Person"}},
        ),
    ],
)
def test_what_pages_break(text: str, wanted: dict[str, Any]) -> None:
    assert salvage_json(text)[:1] == [wanted]


def test_entities_are_quotes_only_where_no_other_stands() -> None:
    assert salvage_json('{"a": "x &quot;y&quot; z", b: 1}') == [{"a": "x &quot;y&quot; z", "b": 1}]
    assert salvage_json("{&quot;a&quot;: &quot;x&quot;, b: 1}") == [{"a": "x", "b": 1}]
    assert salvage_json("{'a': 'x &amp; y', b: 1}") == [{"a": "x &amp; y", "b": 1}]


def test_several_values() -> None:
    assert salvage_json('{"a": 1,} {"b": "say "yes""}; [{"c": 2}') == [
        {"a": 1},
        {"b": 'say "yes"'},
        [{"c": 2}],
    ]
    assert salvage_json("no value at all") == []
    assert salvage_json("") == []


def flat(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield from flat(member, (*path, key))
    elif isinstance(value, list):
        for member in value:
            yield from flat(member, path)
    else:
        yield path, value


def structure(text: str) -> list[int]:
    """Places of the signs that are no part of a string."""
    inside, places = False, []
    for place, sign in enumerate(text):
        if sign == '"':
            inside = not inside
            places.append(place)
        elif not inside and not sign.isspace():
            places.append(place)
    return places


IMPORTANT = {
    ("headline",),
    ("datePublished",),
    ("dateModified",),
    ("author", "name"),
    ("isAccessibleForFree",),
    ("url",),
}


@pytest.mark.parametrize("indent", [None, 2], ids=["one line", "indented"])
@pytest.mark.parametrize("harm", ["lost", "doubled", "cut"])
def test_no_value_is_made_up(harm: str, indent: int | None) -> None:
    """Each structural sign lost or doubled, and the text cut at each: a value is the true one, or missing."""
    text = json.dumps(ARTICLE, indent=indent)
    truth = dict(flat(ARTICLE))
    kept = looked_for = 0
    for place in structure(text):
        broken = {
            "lost": text[:place] + text[place + 1 :],
            "doubled": text[:place] + text[place] + text[place:],
            "cut": text[:place],
        }[harm]
        found = [pair for value in salvage_json(broken) for pair in flat(value)]
        for path, value in found:
            if path in IMPORTANT:
                assert value in (None, truth[path]) or value == "https://press.example/i.jpg", (
                    broken,
                    path,
                    value,
                )
                kept += value == truth[path]
        looked_for += len(IMPORTANT)
    assert kept > (0.5 if harm == "cut" else 0.75) * looked_for


@given(st.text(alphabet="{}[]\",:'“”/*\\ \nab1-", max_size=200))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    salvage_json(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"a":"' + 'x" y' * 25_000,
        '{"' * 50_000,
        '{""' * 33_000,
        "{" * 100_000,
        "[" * 100_000,
        '{"a":' * 20_000,
        '{"a":"' + "\\" * 100_000,
        "{" + "/*" * 50_000,
        '{"a":"' + ('x"' + " " * 400) * 250,
        '{"a":"' + ('x"' + ",/**/" * 100) * 250,
        '{"a":"' + ('x"' + "}" * 400) * 250,
        '{"a" ' * 20_000,
    ],
)
def test_no_text_takes_the_square_of_its_length(text: str) -> None:
    """Twice the text takes about twice the time: the bound stands far above it, and far below the square."""
    begin = time.process_time()
    salvage_json(text)
    once = time.process_time() - begin
    begin = time.process_time()
    salvage_json(text * 4)
    assert time.process_time() - begin < 12 * once + 0.5


def test_how_deep_values_are_read() -> None:
    def depth(value: Any) -> int:
        return 1 + depth(value[0]) if isinstance(value, list) and value else 1

    (read,) = salvage_json("[" * 31 + "1" + ",," + "]" * 31)
    assert depth(read) == 31
    (cut,) = salvage_json("[" * 50)
    assert depth(cut) == 31


@pytest.mark.parametrize(
    ("number", "value"),
    [("0", 0), ("-7", -7), ("1.5", 1.5), ("-0.25", -0.25), ("1e3", 1000.0), ("2E3", 2000.0), ("2e+3", 2000.0),
     ("5E-1", 0.5), ("1.5e2", 150.0), ("1e", None), ("1.", None), (".5", None), ("+1", None), ("1e1000", None), ("0x1f", None)],
)  # fmt: skip
def test_each_way_to_write_a_number(number: str, value: float | None) -> None:
    (found,) = salvage_json(f"{{a: {number}, b: 1}}")
    assert found == {"a": value, "b": 1}
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize(
    ("word", "value"),
    [("true", True), ("True", True), ("false", False), ("False", False), ("null", None), ("None", None), ("NaN", None), ("TRUE", None)],
)  # fmt: skip
def test_each_word(word: str, value: bool | None) -> None:
    assert salvage_json(f"{{a: {word}, b: 1}}") == [{"a": value, "b": 1}]
    assert salvage_json(f"[{word}, 1,,]") == [[value, 1]]
