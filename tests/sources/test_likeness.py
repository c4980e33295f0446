"""Likeness of lines."""

import pytest

from newscrawler.sources.likeness import is_sentence, likeness, loose


def test_case_and_punctuation_do_not_count() -> None:
    assert loose("“Now!”, she SAID") == loose("now she said")
    assert likeness("A b c d", "a, B: c; d!") == 1


@pytest.mark.parametrize(
    ("a", "b", "alike"), [("", "a", 0.0), ("a b", "c d", 0.0), ("北京工商局", "北京工商局抽检", 0.8)]
)
def test_how_alike(a: str, b: str, alike: float) -> None:
    assert likeness(a, b) == pytest.approx(alike, abs=0.01)


def test_a_word_or_two_are_no_sentence() -> None:
    assert [
        is_sentence(text) for text in ("News", "World news", "Four words are enough", "北京工商局抽检")
    ] == [False, False, True, True]
