"""InventedWords: each word of a page becomes another one that no language has, always the same."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING

from newscrawler.dates.month_names import fold, month_number
from newscrawler.sources.language import is_common_word
from newscrawler.text.agencies import agency_in
from newscrawler.text.person import CASELESS

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0980-\u0dff\u0e31-\u0e4e"
)
"""Signs above, below and behind letters, which are no letters by themselves."""
_WORD = re.compile(rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*")
_UNIT = re.compile(r"(?<=\d)[a-z]{1,2}(?=\d|\b)")
"""A letter after a number: 09h03."""
_MARK = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")
"""A tag or a character reference inside a text, as the data of scripts have them."""
_SAID = re.compile(r"""(["'])(?=[^"']*\s).*?\1""")
"""What an attribute says in words."""
_SLUG = re.compile(r"[a-z]{2,}")
_ALPHABETS = {
    "LATIN": ("bdfgklmnprstvz", "aeiou"),
    "CYRILLIC": ("бвгдзклмнпрст", "аеиоу"),
    "GREEK": ("βγδκλμνπρστ", "αειου"),
}
"""Script -> consonants and vowels, which take turns; of other scripts the page's own letters are drawn."""
_KEPT = frozenset({
    "by", "von", "de", "par", "por", "da", "di", "af", "av", "od", "uhr", "stand", "updated", "published",
    "aktualisiert", "veröffentlicht", "am", "pm", "gmt", "utc", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag",
})  # fmt: skip
"""Labels of bylines and times, which are markup as much as text."""
_DATE_SIGNS = frozenset("年月日時时分秒년월일시분초")


class InventedWords:
    """Replaces words; numbers, marks, names of months, agencies and a language's commonest words stay.

    So the page keeps its times, its language and its bylines, and loses what it says.
    """

    def __init__(self, page: str, keep: Iterable[str] = (), words: Iterable[str] = (), draw: int = 0) -> None:
        """Prepare for one page.

        :param page: its text, whose letters are drawn where a script has no vowels.
        :param keep: phrases that stay: names of the publication and of its sections.
        :param words: single words that stay.
        :param draw: another number gives other words.
        """
        phrases = sorted({phrase for phrase in keep if phrase}, key=len, reverse=True)
        self._phrases = re.compile("|".join(map(_whole, phrases))) if phrases else None
        self._kept = _KEPT | {word.casefold() for word in words}
        self._draw = str(draw or "")
        self._letters: dict[str, list[str]] = {}
        self._origins: dict[str, str] = {}
        for letter in sorted({letter for letter in page if letter.isalpha()} - _DATE_SIGNS):
            self._letters.setdefault(_script(letter), []).append(letter)

    def text(self, text: str) -> str:
        """Return a text in invented words, as long and with capitals where they were; tags in it stay."""
        done, parts = 0, []
        for mark in _MARK.finditer(text):
            parts += [self._plain(text[done : mark.start()]), _SAID.sub(self._said, mark[0])]
            done = mark.end()
        return "".join((*parts, self._plain(text[done:])))

    def origins(self, text: str) -> list[str]:
        """Return the words of the page that a text of invented words was made of."""
        made = (word.casefold() for word in _WORD.findall(text))
        return [self._origins[word] for word in made if word in self._origins]

    def _said(self, found: re.Match[str]) -> str:
        return self._plain(found[0])

    def _plain(self, text: str) -> str:
        if self._phrases is None:
            return _WORD.sub(self._word, text)
        done, parts = 0, []
        for kept in self._phrases.finditer(text):
            parts += [_WORD.sub(self._word, text[done : kept.start()]), kept[0]]
            done = kept.end()
        return "".join((*parts, _WORD.sub(self._word, text[done:])))

    def slug(self, part: str) -> str:
        """Return a part of a URL's path; short ones, such as a section's, and codes stay."""
        words = (
            part.split(".", maxsplit=1)[0].split("-")
            if "-" in part
            else part.split(".", maxsplit=1)[0].split("_")
        )
        if sum(word.isalpha() for word in words) < 3:
            return part
        return "-".join(
            _SLUG.sub(lambda found: self._invented(found[0]), piece) if piece.isalpha() else piece
            for piece in part.split("-")
        )

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        folded = word.casefold()
        if _UNIT.match(found.string, found.start()):
            return word
        if folded in self._kept or is_common_word(folded) or month_number(fold(word)) or _is_agency(word):
            return word
        made = self._invented(word)
        self._origins.setdefault(made.casefold(), word)
        return made

    def _invented(self, word: str) -> str:
        rng = random.Random(word.casefold() + self._draw)  # noqa: S311 - the same word is to give the same one again
        begins = rng.random() < 0.7
        made = []
        for place, letter in enumerate(word):
            script = _script(letter)
            if script in _ALPHABETS:
                drawn = rng.choice(_ALPHABETS[script][(place + begins) % 2 == 0])
            elif letter in _DATE_SIGNS or not letter.isalpha():
                drawn = letter
            else:
                drawn = rng.choice(self._letters.get(script) or [letter])
            made.append(drawn.upper() if letter.isupper() else drawn)
        return "".join(made)


def words_of(text: str) -> list[str]:
    """Return the words of a text, as they are replaced."""
    return _WORD.findall(text)


def _is_agency(word: str) -> bool:
    return len(word) > 1 and agency_in(word) is not None


def _whole(phrase: str) -> str:
    """Return the pattern of a phrase: in scripts that part words, only where no word goes on."""
    begins, ends = map(_edge, (phrase[0], phrase[-1]))
    return f"{begins}{re.escape(phrase)}{ends}"


def _edge(letter: str) -> str:
    return r"\b" if letter.isalnum() and not CASELESS.match(letter) else ""


def _script(letter: str) -> str:
    """Return the script of a letter, as the name of the letter begins."""
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
