"""A heading with marks for letters is read as a statement has it; one that asks a question is left alone."""

from __future__ import annotations

import pytest

from newscrawler.sources.metadata.lost_letters import with_letters


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The captain?s new ship", "The captain’s new ship"),
        ("How to moor? Captain? Guide", "How to moor: Captain’s Guide"),
        ("The harbour of Ald\ufffdne", "The harbour of Aldïne"),
        ("HOW TO MOOR? CAPTAIN? GUIDE", "How to moor: Captain’s Guide"),
    ],
)
def test_letters_are_put_back(text: str, whole: str) -> None:
    assert with_letters(text, ["Another line", whole]) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Is it over?", "Is it over!"),
        ("Who won? The harbour did", "Who won: the harbour did"),
        ("Who won? Who lost?", "Who won? Who lost?"),
        ("The captain?s new ship", "The captain’s old ship"),
    ],
)
def test_a_line_that_has_lost_nothing_stays(text: str, whole: str) -> None:
    assert with_letters(text, [whole]) == text


@pytest.mark.parametrize(("size", "found"), [(400, True), (401, False)])
def test_how_long_a_line_is_looked_up(size: int, *, found: bool) -> None:
    lost = "The captain?s ship".ljust(size, "x")
    whole = lost.replace("?", "’")
    assert (with_letters(lost, [whole]) == whole) is found
