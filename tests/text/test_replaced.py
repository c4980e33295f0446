"""Paragraphs that were replaced, and differences that are more than that."""

from __future__ import annotations

import pytest

from newscrawler.text.replaced import replaced_blocks

STORY = ["The ship sank.", "Subscribe to our letter.", "Nobody was hurt.", "The cargo was saved."]
OTHER = "Win a journey around the world!"


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_a_paragraph_between_the_same_neighbours() -> None:
    first = replaced_blocks(text(*STORY), text(STORY[0], OTHER, *STORY[2:]))
    second = replaced_blocks(
        text(STORY[0], OTHER, *STORY[2:]), text(STORY[0], "Our shop is open.", *STORY[2:])
    )
    assert first
    assert second
    assert (first[0].place, first[0].after, first[0].is_edit) == (second[0].place, second[0].before, False)


def test_words_in_common_are_an_edit() -> None:
    (block,) = replaced_blocks(text(*STORY), text("The ship sank today.", *STORY[1:])) or []
    assert block.is_edit


@pytest.mark.parametrize(
    "after",
    [text(*STORY, "One more."), text(*STORY[:3]), text(OTHER), text(STORY[0], *["New."] * 4, *STORY[2:])],
    ids=["added", "taken away", "all", "many"],
)
def test_more_than_replaced(after: str) -> None:
    assert replaced_blocks(text(*STORY), after) is None


def test_the_same_text_and_one_that_is_too_long() -> None:
    assert replaced_blocks(text(*STORY), text(*STORY)) == []
    assert replaced_blocks(text(*STORY * 200), text(*STORY)) is None
