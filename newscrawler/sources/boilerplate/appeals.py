"""Appeals: lines by which a publisher asks its readers to subscribe, to follow, to give or to write."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

_LONGEST: Final = 500
_BESIDE: Final = 1 / 3
"""Most of a line that may speak of neither publisher nor readers."""
_BEGINNING: Final = 5
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]")
_OTHER_SCRIPT: Final = re.compile("[\u0370-\u1dff\u2e80-\uffff]")
_OTHER_SCRIPTS: Final = frozenset(("ru", "uk", "bg", "el", "ar", "fa", "he", "hi", "th", "zh", "ja", "ko"))
"""Languages of which a line in Latin letters is none."""
_OFFER: Final = 100
"""Most characters of a line that only names a letter or channel of the publisher, without asking."""
_SENTENCES: Final = re.compile(r"(?<=[.!?…।؟])\s+|(?<=[。！？])")
_QUOTED: Final = re.compile('["“„«\'‘‚「『][^"”“»’」』]{1,80}(?:["”“»’」』](?!\\s?:)|$)')
"""A line that begins with what somebody says, and not with a name and a colon."""
_SAID: Final = re.compile('["“„«][^"”“»]{40,}["”“»]')
"""What somebody says at length within a line."""
_CLAUSE: Final = (
    r"(?:^\W*|[,;:.!?…،।、，。！？()«»•|>–—-]\s*|(?<!\w)(?:please|also|and|or|by|can|bitte|und|oder|dann"
    r"|por favor|y|e|o|et|ou|og|och|ja|en|of|i|oraz|и|или|або|й|та|va|și|și|a|και|σε)\s+)"
)
"""What a clause that asks stands behind; deeper in a sentence the same word tells what somebody does."""


def is_appeal(text: str) -> bool:
    """Tell whether a line asks the readers for something, and speaks of them or of us.

    A story may begin like that, too ("Sign up for the march has been slow"): something that publishers alone
    ask for has to be named, and who asks or who is asked.

    >>> is_appeal("Enjoying this story? Subscribe to our newsletter for more.")
    True
    >>> is_appeal("She asked residents to follow her on Facebook, where she posts the council's agenda.")
    False
    """
    if len(text) > _LONGEST or _QUOTED.match(text) or _SAID.search(text):
        return False
    lower = text.lower()
    if not (_may_name_one(lower) and any(map(lower.__contains__, _all_things()))):
        return False
    sentences = [sentence for sentence in _SENTENCES.split(lower) if sentence]
    is_work = _names("work", lower)
    asking = [_asks(sentence, is_work=is_work) for sentence in sentences]
    if not any(asking):
        return False
    told = [
        len(sentence)
        for sentence, asks in zip(sentences, asking, strict=True)
        if not asks and not _speaks_of_them(sentence)
    ]
    return sum(told) <= _BESIDE * len(text)


def _may_name_one(text: str) -> bool:
    """Tell whether a line has a word that begins as one of what is asked for; nearly none has one."""
    beginnings, unspaced = _beginnings()
    if not beginnings.isdisjoint([word[:_BEGINNING] for word in text.split()]) or "@" in text:
        return True
    return not text.isascii() and any(map(text.__contains__, unspaced))


def _asks(sentence: str, *, is_work: bool) -> bool:
    """Tell whether a sentence asks for what publishers ask for, or offers it.

    :param is_work: whether the line speaks of what newsrooms do.
    """
    box = _names("box", sentence)
    letter = box or _names("letter", sentence)
    thing = letter or _names("channel", sentence)
    asked = _languages("ask", sentence) | _languages("last", sentence)
    if asked:
        if letter or _names("work", sentence) or _names("own", sentence):
            return True
        if (thing or is_work or _names("gift", sentence)) and asked & _languages("ours", sentence):
            return True
    if letter and (yours := _languages("yours", sentence)):
        is_offered = _names("free", sentence) or (box and _names("letter", sentence))
        if is_offered or yours & _languages("ours", sentence):
            return True
    return thing and len(sentence) < _OFFER and _begins_with_offer(sentence)


def _begins_with_offer(sentence: str) -> bool:
    """Tell whether a sentence begins with what the publisher calls its own."""
    return any(pattern.match(sentence) for pattern in _patterns("offer").values())


def _speaks_of_them(sentence: str) -> bool:
    """Tell whether a sentence is a question, or names publisher, readers or what is asked for."""
    if sentence.endswith(("?", "؟", "？")):
        return True
    return bool(_languages("ours", sentence) or _languages("yours", sentence)) or any(
        map(sentence.__contains__, _all_things())
    )


def _names(thing: str, sentence: str) -> bool:
    return any(map(sentence.__contains__, _table()["things"][thing]))


def _languages(kind: str, sentence: str) -> set[str]:
    """Return the languages in which a sentence holds a word of a kind."""
    is_latin = _OTHER_SCRIPT.search(sentence) is None
    return {
        language
        for language, pattern in _patterns(kind).items()
        if not (is_latin and language in _OTHER_SCRIPTS) and pattern.search(sentence)
    }


@cache
def _patterns(kind: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of one kind of words by language: pages do not always say their own."""
    before, after = {
        "ask": (_CLAUSE, r"(?!\w)"),
        "last": ("", r"(?=\s*(?:[^\w\s]|$))"),
        "offer": (r"^\W*", r"(?!\w)"),
    }.get(kind, (r"(?<!\w)", r"(?!\w)"))
    return {
        language: re.compile(f"{before}(?:{'|'.join(kinds[name])}){after}")
        for language, kinds in _table().items()
        if (name := "ours" if kind == "offer" else kind) in kinds
    }


@cache
def _beginnings() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return how the longest word of each thing begins; and the things of scripts without spaces."""
    longest = [max(thing.split(), key=len) for thing in _all_things()]
    return frozenset(word[:_BEGINNING] for word in longest), tuple(filter(_UNSPACED.search, _all_things()))


@cache
def _all_things() -> tuple[str, ...]:
    return tuple(thing for kind, things in _table()["things"].items() if kind != "free" for thing in things)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
