"""Each notation of a declaration takes what can be used, and says of the rest what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.publication import notation

if TYPE_CHECKING:
    from collections.abc import Callable

TAKEN = [
    (notation.check_alternatives, "img@src, img@data-src, a"),
    (notation.check_pattern, r"/\d+"),
    (notation.check_group, r"/(\d+)"),
    (notation.check_named_groups, r"(?P<section>\w+) \| Press"),
    (notation.check_zone, "Europe/London"),
    (notation.check_host, "www.press.example"),
    (notation.check_host, "пресса.рф"),
    (notation.check_language, "en"),
    (notation.check_language, "pt-BR"),
    (notation.check_language, "zh-Hant-TW"),
    (notation.check_date_format, "%d %B %Y, %H:%M"),
    (notation.check_home, "https://press.example"),
    (notation.check_home, ""),
    (notation.check_field, "published_at"),
]
REFUSED = [
    (notation.check_alternatives, "img@src, img[", "not a CSS selector"),
    (notation.check_pattern, r"(/\d+", "is not a regular expression"),
    (notation.check_group, r"/\d+", "has no group; put parentheses"),
    (notation.check_group, r"(/\d+", "is not a regular expression"),
    (notation.check_named_groups, r"(\w+)", "names no field; write (?P<section>…)"),
    (notation.check_zone, "Europe/Lodnon", "did you mean Europe/London?"),
    (notation.check_zone, "zzz", "write it as Europe/London"),
    (notation.check_zone, "../Europe/London", "is not an IANA time zone"),
    (notation.check_host, "https://press.example/", "write 'press.example'"),
    (notation.check_host, "press.example:8080", "write 'press.example:8080'"),
    (notation.check_host, "", "is not the name of a host"),
    (notation.check_language, "english", "is not a language tag"),
    (notation.check_date_format, "%d %Q", "is not a date format"),
    (notation.check_home, "press.example", "is not a URL"),
    (notation.check_home, "ftp://press.example", "is not a URL"),
    (notation.check_home, "https:///news", "is not a URL"),
    (notation.check_field, "headlin", "did you mean headline?"),
]


def name_of(value: object) -> str:
    return getattr(value, "__name__", "")


@pytest.mark.parametrize(("check", "text"), TAKEN, ids=name_of)
def test_taken(check: Callable[[str], object], text: str) -> None:
    check(text)


@pytest.mark.parametrize(("check", "text", "said"), REFUSED, ids=name_of)
def test_refused(check: Callable[[str], object], text: str, said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - what it says is looked at below
        check(text)
    assert said in str(caught.value)


def test_what_was_meant_is_guessed_only_where_it_is_near() -> None:
    assert notation.did_you_mean("NEXT_PAGE", ["next_page"]) == "; did you mean next_page?"
    assert notation.did_you_mean("next", ["next_page"]) == ""
    assert notation.did_you_mean("next", ["next_page"], 0.5) == "; did you mean next_page?"
