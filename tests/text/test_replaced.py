"""Paragraphs that were replaced, and differences that are more than that."""

from __future__ import annotations

import pytest

from newscrawler.text.replaced import replaced_blocks, replaced_value

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


def test_lines_that_a_long_text_repeats_are_compared_as_others_are() -> None:
    song = ["Refrain."] * 150
    (block,) = replaced_blocks(text(*song, STORY[0], *song), text(*song, OTHER, *song)) or []
    assert not block.is_edit


@pytest.mark.parametrize(("paragraphs", "compared"), [(400, True), (401, False)])
def test_how_long_a_text_is_compared(paragraphs: int, *, compared: bool) -> None:
    lines = [f"Line {number}." for number in range(paragraphs)]
    found = replaced_blocks(text(*lines), text(*lines[:5], OTHER, *lines[6:]))
    assert (found is not None) is compared


@pytest.mark.parametrize(("size", "found"), [(1, True), (3, True), (4, False)])
def test_how_large_a_block_is_replaced(size: int, *, found: bool) -> None:
    lines = [f"Line {number}." for number in range(9)]
    for old, new in ((size, 1), (1, size)):
        before, after = (
            text(*lines[:3], *["x"] * old, *lines[3:]),
            text(*lines[:3], *["y"] * new, *lines[3:]),
        )
        assert (replaced_blocks(before, after) is not None) is found


def test_a_block_at_the_edge_has_one_neighbour_and_a_whole_text_has_none() -> None:
    assert replaced_blocks(text(*STORY), text(OTHER, *STORY[1:]))
    assert replaced_blocks(text(*STORY), text(*STORY[:-1], OTHER))
    assert replaced_blocks(STORY[0], OTHER) is None


def test_the_value_of_a_field_is_no_edit_of_the_one_before() -> None:
    first = replaced_value("lead", "The ship sank.", "The ship sank today.", may_be_news=True)
    second = replaced_value("lead", "The ship sank today.", "", may_be_news=False)
    assert (first.is_edit, first.may_be_news, second.is_edit, second.may_be_news) == (
        False,
        True,
        False,
        False,
    )
    assert (first.place, first.after) == (second.place, second.before)
    assert replaced_value("body", "", "", may_be_news=False).place != first.place
