"""The words that publishers use in ``class`` and ``id``, and those that only look like them."""

from __future__ import annotations

import pytest

from newscrawler.sources.signals import Signal, signal_of


@pytest.mark.parametrize(
    ("names", "signal"),
    [
        ("article-body", Signal.BODY),
        ("story", Signal.BODY),
        ("c-entry-content", Signal.BODY),
        ("mostRead", Signal.NOISE),
        ("article__more-stories", Signal.NOISE | Signal.NOISY_LINE),
        ("paywall-overlay", Signal.NOISE),
        ("newsletter", Signal.NOISE | Signal.NOISY_LINE),
        ("commentList", Signal.COMMENT),
        ("photo-caption", Signal.CAPTION | Signal.PICTURE),
        ("standfirst", Signal.LEAD),
        ("article-intro", Signal.LEAD),
        ("drop-cap", Signal.DROP_CAP),
        ("twitter-tweet", Signal.EMBED),
        ("main-image", Signal.PICTURE),
    ],
)
def test_what_a_name_says(names: str, signal: int) -> None:
    assert signal_of(names) == signal


@pytest.mark.parametrize(
    "names",
    [
        "",
        "x7",
        "has-sidebar",
        "no-comments",
        "comments-enabled",
        "two-sidebar",
        "md:hidden",
        "shared-history",
        "adverse",
        "tagged",
    ],
)
def test_what_says_nothing(names: str) -> None:
    assert signal_of(names) == Signal.NONE


def test_names_are_added_up() -> None:
    assert signal_of("story photo") == Signal.BODY | Signal.PICTURE


def test_where_a_post_is_filed_says_nothing_of_the_post() -> None:
    assert signal_of("post-12 type-post tag-newsletter category-forum") == Signal.NONE
    assert signal_of("tag-newsletter") & Signal.NOISE


def test_a_standfirst_in_noisy_words_is_no_noisy_line() -> None:
    assert not signal_of("meta lead") & Signal.NOISY_LINE
    assert signal_of("meta") & Signal.NOISY_LINE


def test_a_quoted_post_is_part_of_the_text() -> None:
    assert signal_of("social-media-embed") == Signal.EMBED | Signal.PICTURE
    assert signal_of("social-media") == Signal.NOISE | Signal.PICTURE
