"""Phrases: the same matches as one long regular expression."""

from __future__ import annotations

import random
import re
import sys

import pytest

from newscrawler.text.phrases import Phrases, _group_at_start

PHRASES = (
    r"sign up\b|(?:all|submitted) comments|(?:please )?rate|请?您?评分|[zż]adna|\d+ pages|.{0,6}声明|©|"
    r"over-?title|colou?r|(no|yes)?thing|a*bc|(?=look)look|photos?|École|İlgili|(x|y|)z|un\|two|[a|b]q|"
    r"ж{1,2}ук|fin\.|q?uiz|ﬁne"
)
LINES = (
    "Sign up now", "  -- sign up", "SIGN UPS", "all comments", "Submitted comments here", "please rate",
    "Rate it", "rate", "评分", "请您评分", "您评分", "żadna część", "Zadna", "12 pages", "版权声明",
    "某某某某某某某声明", "© 2020", "overtitle", "over-title", "color", "Colour", "nothing", "yesthing",
    "thing", "aaabc", "bc", "look", "photo", "Photos", "école", "ÉCOLE", "ilgili", "z", "xz", "un|two",
    "|q", "aq", "жжук", "fin.", "finx", "uiz", "quiz", "", "...", "_sign up", "something else", "1",
    "\u00e9cole", "ﬁne",
)  # fmt: skip
ALIKE = {
    "i": "ıİ",
    "ı": "iI",
    "s": "ſ",
    "ſ": "sS",
    "σ": "ςΣ",
    "ς": "σΣ",
    "µ": "μ",
    "в": "ᲀ",
    "θ": "ϑϴ",
    "k": "K",
    "å": "Å",
}


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(("before", "after"), [("", ""), (r"^\W*", ""), (r"^[\W_]*", r"(?:\W|$)")])
def test_phrases_match_as_one_pattern_does(line: str, before: str, after: str) -> None:
    phrases = Phrases(PHRASES, before=before, after=after, flags=re.IGNORECASE)
    pattern = re.compile(f"{before}(?:{PHRASES}){after}", re.IGNORECASE)
    for ours, whole in (
        (phrases.match(line), pattern.match(line)),
        (phrases.fullmatch(line), pattern.fullmatch(line)),
    ):
        assert (ours and ours.span()) == (whole and whole.span())


def test_lines_made_of_the_phrases_letters_match_as_with_one_pattern() -> None:
    signs = sorted({sign for line in LINES for sign in line} | set(" -_|."))
    chance = random.Random(16)
    phrases = Phrases(PHRASES, before=r"^\W*", flags=re.IGNORECASE)
    pattern = re.compile(rf"^\W*(?:{PHRASES})", re.IGNORECASE)
    for _ in range(3_000):
        line = "".join(chance.choices(signs, k=3)) + chance.choice(LINES)
        found, whole = phrases.match(line), pattern.match(line)
        assert (found and found.span()) == (whole and whole.span()), line


def test_a_line_is_held_against_few_phrases() -> None:
    phrases = Phrases("|".join(f"{letter}{number}" for letter in "abc" for number in range(9)))
    assert phrases._candidates("b3") == ("b3",)
    assert phrases.match("b3")
    assert phrases._candidates("d3") == ()
    assert not phrases.match("d3")


def test_only_what_a_line_can_be_is_compiled() -> None:
    phrases = Phrases(r"sign up\b|sign (?:in|out)|signs?|so.*|.{3}n")
    assert phrases._candidates("Sign in") == ("sign (?:in|out)", "signs?", ".{3}n")
    assert phrases._candidates("sold") == ("so.*", ".{3}n")
    assert phrases._candidates("a moon") == (".{3}n",)


def test_each_letter_begins_a_line_in_either_case() -> None:
    """Whatever ``re.IGNORECASE`` takes for equal: the long s, the Greek final sigma, the dotted capital i."""
    letters = [chr(code) for code in range(sys.maxunicode) if chr(code).isalpha()]
    cased = [letter for letter in letters if letter.lower() != letter or letter.upper() != letter]
    assert len(cased) > 2_000
    for letter in cased:
        phrases = Phrases(f"{re.escape(letter)}x", flags=re.IGNORECASE)
        for other in {letter.lower()[0], letter.upper()[0], *ALIKE.get(letter.lower()[0], "")}:
            line = f"{other}X"
            whole = re.match(f"{re.escape(letter)}x", line, re.IGNORECASE)
            assert (phrases.match(line) is None) == (whole is None), (letter, other)


def test_a_set_of_signs_does_not_join_the_phrases_behind_it() -> None:
    phrases = Phrases(r"[ax]1|[|)]2|b1|b2|c[(]1|b3")
    assert phrases._candidates("b1") == ("[ax]1", "[|)]2", "b1")
    assert phrases._candidates("c(1") == ("[ax]1", "[|)]2", "c[(]1")


@pytest.mark.parametrize(
    ("phrase", "within", "behind"),
    [
        (r"(?:a|b)c", "a|b", "c"),
        (r"(a|b)c", "a|b", "c"),
        (r"(?=a)c", "?=a", "c"),
        (r"(?:a(?:b)c)d", "a(?:b)c", "d"),
        (r"(?:a\)b)c", r"a\)b", "c"),
        (r"(?:a\\)c", r"a\\", "c"),
        (r"(?:[)(]b)c", "[)(]b", "c"),
        (r"(?:[\])]b)c", r"[\])]b", "c"),
        (r"(?:a", "a", ""),
    ],
)
def test_a_group_at_the_start_ends_where_it_does(phrase: str, within: str, behind: str) -> None:
    assert _group_at_start(phrase) == (within, behind)
