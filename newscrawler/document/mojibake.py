"""Mojibake: text that was decoded by the wrong charset, told by the shape of its words."""

from __future__ import annotations

import re
from itertools import islice, pairwise

_WORD = re.compile(r"[^\s<>\"'=&;,.()\[\]{}/\\:!?|#+*%$@0-9“”„‘’«»‹›…–—-]{2,}")
_MOST_WORDS = 2_000
_EDGE = "©®™°§¶†‡•·¿¡€£№′″‰¹²³ªº´`~^_¬\ufeff"
"""Signs that stand at the edge of sound words."""
_SYMBOL = re.compile(
    "[\x80-\x9f¡-©«-´¶-¹»-¿×÷\u02c6-\u02dd\u2013-\u203a\u20a0-\u20bf\u2100-\u2122\u2500-\u25ff\ufffd\ue000-\uf8ff]"
)
_LATIN_RUN = re.compile("[\u00c0-\u024f]{3}")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_CHARACTER = re.compile("[\ufffd\ue000-\uf8ff\x80-\x9f]")
_CASED = re.compile("[\u00c0-\u024f\u0370-\u052f]")
_TWO_SCRIPTS = re.compile("[A-Za-z][\u0370-\u05ff]|[\u0370-\u05ff][A-Za-z]")

_AS_1252 = {chr(code): code for code in range(0x80, 0xA0)} | {
    bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)
}
"""Sign -> the byte that Windows-1252 or Latin-1 reads as this sign."""
_TRAIL = re.escape("".join(sign for sign, code in _AS_1252.items() if code < 0xC0))
_TWICE = re.compile(
    f"[\u00c2-\u00df][{_TRAIL}]|[\u00e0-\u00ef][{_TRAIL}]{{2}}|[\u00f0-\u00f4][{_TRAIL}]{{3}}"
)
_WITH_CONTROL = re.compile(
    rb"\xc3[\xa0-\xb4](?:\xc2[\x80-\x9f]\xc2[\x80-\xbf]|\xc2[\xa0-\xbf]\xc2[\x80-\x9f])"
)
"""A sign of three bytes or more, read as Latin-1, with a control character: no text has one there."""
_MAY_BE_TWICE = re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")
_SELDOM_ELSE = frozenset("ÂÃÎÏÐÑ")
"""Letters that hardly ever stand before a sign: what follows them was encoded twice."""
_AFTER_LETTERS = frozenset("\u00a0«»‘’“”„‚…–—•·°´‹›™©®")
"""Signs that stand behind accented letters: "déjà »" is French, and in bytes it begins a Chinese letter."""
_FEW_TWICE = 5

FEW_WORDS = 8
"""Fewer words with letters beyond ASCII say nothing of the charset."""


def share_of_broken_words(text: str) -> tuple[float, int]:
    """Return, of the words with letters beyond ASCII, the share of broken ones, and their number.

    >>> share_of_broken_words("Привет большой мир")[0], share_of_broken_words("Ïðèâåò áîëüøîé ìèð")[0]
    (0.0, 1.0)
    >>> share_of_broken_words("оПХБЕР АНКЭЬНИ ЛХП")[0]  # another Cyrillic charset
    1.0
    """
    words = [
        word
        for found in islice((found for found in _WORD.finditer(text) if not found[0].isascii()), _MOST_WORDS)
        if not (word := found[0].strip(_EDGE)).isascii() and len(word) > 1
    ]
    if not words:
        return 0.0, 0
    broken = sum(map(_is_broken, words))
    return max(broken / len(words), _share_of_shouting(words)), len(words)


def encoded_twice(data: bytes) -> bytes:
    """Mend UTF-8 that was read as Windows-1252 or Latin-1 and encoded again: ``â€™`` becomes ``’``.

    A page with few such signs may mean them, and stays as it is, unless there are control characters in them.
    """
    # One byte is found ten times sooner than the pattern that begins with it.
    if b"\xc3" not in data:
        return data
    may_be = len(list(islice(_MAY_BE_TWICE.finditer(data), _FEW_TWICE)))
    few = 1 if may_be and _WITH_CONTROL.search(data) else _FEW_TWICE
    if may_be < few:
        return data
    text = data.decode("utf-8", "replace")
    certain = [_cannot_be_meant(found[0]) for found in _TWICE.finditer(text)]
    if sum(certain) < few:
        return data
    all_of_it = 3 * sum(certain) > 2 * len(certain)
    mended = _TWICE.sub(
        lambda found: _once(found[0]) if all_of_it or _cannot_be_meant(found[0]) else found[0], text
    )
    return mended.encode("utf-8", "replace")


def _cannot_be_meant(signs: str) -> bool:
    return signs[0] in _SELDOM_ELSE or not _AFTER_LETTERS.issuperset(signs[1:])


def _once(signs: str) -> str:
    try:
        return bytes(_AS_1252[sign] for sign in signs).decode("utf-8")
    except UnicodeDecodeError:
        return signs


def _is_broken(word: str) -> bool:
    if _EAST_ASIAN.search(word):
        return _NO_CHARACTER.search(word) is not None
    if _SYMBOL.search(word) or _LATIN_RUN.search(word) or _TWO_SCRIPTS.search(word):
        return True
    return any(before.islower() and after.isupper() for before, after in pairwise(word))


def _share_of_shouting(words: list[str]) -> float:
    """Return 1 where nearly all letters beyond ASCII are capitals, as in KOI8-R read as another."""
    letters = _CASED.findall("".join(words))
    capitals = sum(1 for letter in letters if letter.isupper())
    return 1.0 if letters and capitals > 0.7 * len(letters) else 0.0


_SCRIPTS = {
    "Greek": "[\u0370-\u03ff]",
    "Cyrillic": "[\u0400-\u052f]",
    "Hebrew": "[\u0590-\u05ff]",
    "Arabic": "[\u0600-\u06ff]",
    "Thai": "[\u0e00-\u0e7f]",
}
_LETTERS_OF = {name: re.compile(letters) for name, letters in _SCRIPTS.items()}
_MANY_LETTERS = 200


def script_of(text: str) -> str | None:
    """Return the alphabet of most letters of a text that are not Latin; None for few or mixed ones.

    >>> script_of("новости " * 40), script_of("news " * 40)
    ('Cyrillic', None)
    """
    counts = {name: len(letters.findall(text)) for name, letters in _LETTERS_OF.items()}
    name = max(counts, key=lambda name: counts[name])
    return name if counts[name] >= _MANY_LETTERS and counts[name] > 0.9 * sum(counts.values()) else None
