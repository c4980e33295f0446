"""From what likeness on a text is a copy of another: each bound, at it and just below."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from newscrawler.ledger.likeness import Likeness, compare, is_copy
from newscrawler.ledger.sketch import sketch

COPY = Likeness(
    resemblance=0.25, containment=0.55, opening=0.25, contradiction=0.25, size=10, own_passages=False
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"resemblance": 0.249}, False),
        ({"containment": 0.549}, False),
        ({"contradiction": 0.251}, False),
        ({"opening": 0.249}, False),
        ({"own_passages": True}, False),
        ({"own_passages": True, "containment": 0.899}, False),
        ({"own_passages": True, "containment": 0.9}, True),
        ({"opening": 0.0, "containment": 0.85, "size": 300}, True),
        ({"opening": 0.0, "containment": 0.849, "size": 300}, False),
        ({"opening": 0.0, "containment": 0.85, "size": 299}, False),
        ({"resemblance": 1.0, "containment": 0.0, "contradiction": 1.0, "own_passages": True}, True),
        ({"resemblance": 0.999, "containment": 0.0}, False),
    ],
)
def test_what_is_a_copy(changes: dict[str, Any], expected: bool) -> None:
    assert is_copy(replace(COPY, **changes)) is expected


WORDS = [f"word{number}" for number in range(60)]


def likeness(new: list[str], stored: list[str]) -> Likeness:
    found = [sketch(" ".join(words)) for words in (new, stored)]
    assert found[0]
    assert found[1]
    return compare(*found)


def test_the_same_text_is_the_same() -> None:
    found = likeness(WORDS, WORDS)
    assert found == Likeness(1.0, 1.0, 1.0, 0.0, found.size, own_passages=False)
    assert found.size > 50


def test_a_cut_copy_is_contained_whichever_came_first() -> None:
    whole, cut = likeness(WORDS, WORDS[:40]), likeness(WORDS[:40], WORDS)
    for found in (whole, cut):
        assert found.containment > 0.9
        assert 0.5 < found.resemblance < 0.75
        assert found.opening == 1.0
        assert found.contradiction == 0.0
        assert not found.own_passages
    assert whole.size == cut.size < 45


def test_another_text_has_nothing_in_common() -> None:
    found = likeness(WORDS, [f"other{number}" for number in range(60)])
    assert (found.resemblance, found.containment, found.opening) == (0.0, 0.0, 0.0)
    assert not is_copy(found)


def test_a_text_that_begins_otherwise_and_one_with_a_passage_of_its_own() -> None:
    news = [f"news{number}" for number in range(20)]
    assert likeness([*WORDS, *news], WORDS).opening == 1.0
    assert likeness(WORDS[30:] + WORDS[:30], WORDS).resemblance < 1.0
    both = likeness([*WORDS, *news], [*WORDS, *(f"old{number}" for number in range(20))])
    assert both.own_passages
    assert 0.55 < both.containment < 0.9
    assert not is_copy(both)
