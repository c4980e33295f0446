"""Phrases: a long list of alternatives, of which a text is held against those alone that begin as it does."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

_FIRST_LETTER: Final = re.compile(r"[\W_]*\w")
_HEAD: Final = re.compile(r"(?:[^\W_]|[ '’-])*")
_LONGEST_HEAD: Final = 12
"""Characters by which a phrase is told from others of its letter."""


class _Phrase(NamedTuple):
    pattern: str
    letters: frozenset[str] | None
    """What it can begin with, folded; None: any sign."""
    head: str
    """The characters that it begins with in any case, folded."""


class Phrases:
    """A pattern ``before(?:phrases)after`` that takes a tenth of the time where there are hundreds.

    Python's regular expressions try one alternative after the other, and nearly every line of a page is none
    of them. So the phrases are divided by the letters that they can begin with, and those alone that a text
    can be are compiled: to compile all takes as long as to read ten pages.

    :param phrases: regular expressions, ``|`` between two.
    :param before: what may stand before the first letter; it matches no letter and no digit.
    :param after: what has to follow.
    :param flags: of ``re``.
    """

    def __init__(
        self, phrases: str, *, before: str = "", after: str = "", flags: re.RegexFlag = re.NOFLAG
    ) -> None:
        self._before, self._after, self._flags = before, after, flags
        self._phrases = [
            _Phrase(phrase, _first_letters(phrase), _head(phrase)) for phrase in _alternatives(phrases)
        ]
        self._beginning_with = cache(self._divide)
        self._pattern = cache(self._compile)

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the beginning of a text."""
        return self._pattern(self._candidates(text)).match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match a whole text."""
        return self._pattern(self._candidates(text)).fullmatch(text)

    def _candidates(self, text: str) -> tuple[str, ...]:
        """Return the phrases that the text can be, in their order."""
        found = _FIRST_LETTER.match(text)
        start = found.end() - 1 if found else len(text)
        begin = _folded(text[start : start + _LONGEST_HEAD])
        phrases, loose, heads = self._beginning_with(begin[:1])
        if not begin.startswith(heads):
            return loose
        return tuple(phrase.pattern for phrase in phrases if begin.startswith(phrase.head))

    def _divide(self, letter: str) -> tuple[list[_Phrase], tuple[str, ...], tuple[str, ...]]:
        """Return the phrases for a first letter; those of them without a head; the heads of the others."""
        phrases = [phrase for phrase in self._phrases if phrase.letters is None or letter in phrase.letters]
        loose = tuple(phrase.pattern for phrase in phrases if not phrase.head)
        return phrases, loose, tuple({phrase.head for phrase in phrases if phrase.head})

    def _compile(self, phrases: tuple[str, ...]) -> re.Pattern[str]:
        middle = "|".join(phrases) if phrases else "(?!)"
        return re.compile(f"{self._before}(?:{middle}){self._after}", self._flags)


def _head(phrase: str) -> str:
    """Return the letters that each match begins with; empty where they differ or the first is no letter."""
    if not phrase[:1].isalnum():
        return ""
    found = _HEAD.match(phrase)
    assert found
    sure = found.end() - (phrase[found.end() : found.end() + 1] in ("?", "*", "{"))
    return _folded(phrase[: min(sure, _LONGEST_HEAD)])


def _folded(text: str) -> str:
    """Fold what ``re.IGNORECASE`` takes for equal; ``casefold`` keeps the dotless and the dotted i apart."""
    return text.lower() if text.isascii() else text.replace("İ", "i").replace("ı", "i").casefold()


def _alternatives(pattern: str) -> list[str]:
    """Divide a pattern at each ``|`` that stands in no group and no set."""
    parts, start, depth, in_set, escaped = [], 0, 0, False, False
    for place, sign in enumerate(pattern):
        if escaped or sign == "\\":
            escaped = not escaped
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            parts.append(pattern[start:place])
            start = place + 1
    return [*parts, pattern[start:]]


def _first_letters(phrase: str) -> frozenset[str] | None:
    """Return the letters, folded, one of which a match begins with; None where it may be any sign."""
    if phrase.startswith("("):
        return _first_letters_of_group(phrase)
    first, then = phrase[:1], phrase[1:2]
    if not first.isalnum() or then in ("*", "{"):
        return None
    own = frozenset(_folded(first)[0])
    return _either(own, _first_letters(phrase[2:])) if then == "?" else own


def _first_letters_of_group(phrase: str) -> frozenset[str] | None:
    group, rest = _group_at_start(phrase)
    if group.startswith("?") or rest[:1] in ("*", "{"):
        return None
    letters: frozenset[str] | None = frozenset()
    for inner in _alternatives(group):
        letters = _either(letters, _first_letters(inner))
    return _either(letters, _first_letters(rest[1:])) if rest[:1] == "?" else letters


def _group_at_start(phrase: str) -> tuple[str, str]:
    """Return what the group at the start holds, and what follows it."""
    open_groups, in_set, escaped, end = 0, False, False, len(phrase)
    for place, sign in enumerate(phrase):
        if escaped or sign == "\\":
            escaped = not escaped
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        elif sign in "()":
            open_groups += 1 if sign == "(" else -1
            if open_groups == 0:
                end = place
                break
    return phrase[3 if phrase.startswith("(?:") else 1 : end], phrase[end + 1 :]


def _either(some: frozenset[str] | None, others: frozenset[str] | None) -> frozenset[str] | None:
    return None if some is None or others is None else some | others
