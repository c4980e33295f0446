"""Halves of the day: the words beside a clock of twelve hours that say which half it counts."""

from __future__ import annotations

import re
from typing import Final, Literal

from newscrawler.dates.letters import LETTER
from newscrawler.dates.month_names import fold

Half = Literal["morning", "afternoon", "noon", "night", "unsure", "other"]

_WORDS: Final[dict[Half, tuple[str, ...]]] = {
    "morning": (
        "오전|새벽|아침|午前|朝|未明|上午|凌晨|早上|清晨|早晨|صباحا|صبح|بامداد|ق.ظ|قبل الظهر|π.μ",
        "पूर्वाह्न|सुबह|तड़के",
        "सकाळी|সকাল|ভোর|এএম|এ.এম|পূর্বাহ্ণ|காலை|முற்பகல்|அதிகாலை|ఉదయం|രാവിലെ|ಬೆಳಿಗ್ಗೆ|સવારે|ก่อนเที่ยง|sáng",
        "délelőtt|reggel|öö|da manhã|da madrugada|de la mañana|de la madrugada|del mattino|di mattina",
        "du matin|morgens|vormittags|утра|ранку|rano|pagi|paradite",
    ),
    "afternoon": (
        "오후|저녁|午後|夕方|下午|傍晚|مساء|عصر|بعدازظهر|بعد از ظهر|بعد الظهر|ب.ظ|شام|μ.μ",
        "अपराह्न|शाम|दुपारी|सायंकाळी",
        "संध्याकाळी|বিকাল|বিকেল|সন্ধ্যা|পিএম|পি.এম|অপরাহ্ণ|மாலை|பிற்பகல்|సాయంత్రం|വൈകിട്ട്|വൈകീട്ട്|ಸಂಜೆ|સાંજે|หลังเที่ยง",
        "chiều|ch|délután|du.|ös|öğleden sonra|da tarde|de la tarde|del pomeriggio",
        "de l'après-midi|nachmittags|вечера|дня|вечора|po południu|petang|ptg|sore|pasdite",
    ),
    "noon": (
        "낮|昼|正午|中午|ظهرا|ظهر|دوپہر|दोपहर|দুপুর|மதியம்|మధ్యాహ్నం|ಮಧ್ಯಾಹ್ನ|ഉച്ചയ്ക്ക്|બપોરે|trưa|tengah hari|siang",
    ),
    "night": (
        "밤|夜|深夜|晚上|晚间|晚間|夜间|午夜|ليلا|شب|رات|रात|रात्री|রাত|இரவு|రాత్రి|രാത്രി|ರಾತ್ರಿ|રાત્રે|tối|đêm|éjjel",
        "da noite|de la noche|di sera|du soir|abends|nachts|ночи|ночі|wieczorem|malam",
    ),
    "unsure": ("sa|de.|pg",),
    "other": ("saa|пп|дп",),
}
"""``noon`` and ``night`` reach into both halves. ``unsure``: before noon, or a word of another language.

``other``: a clock that begins at sunrise, or one that is not known.
"""
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_HALF_OF: Final[dict[str, Half]] = {
    fold(word): half for half in reversed(_WORDS) for words in _WORDS[half] for word in words.split("|")
}
"""Half of each word, in the form of folded text; of two halves with one word the first has it."""


def _pattern(before: str, after: str) -> re.Pattern[str]:
    """Compile the words, the longest first; those of East Asia stand in no spaces.

    The class of letters stands in it twice, and not beside each word: it takes milliseconds to compile.
    """
    words = sorted(_HALF_OF, key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in words if _EAST_ASIAN.search(word))
    spaced = "|".join(_form(word) for word in words if not _EAST_ASIAN.search(word))
    return re.compile(f"{before}(?P<word>{joined}|(?<!{LETTER})(?:{spaced})(?!{LETTER})){after}")


def _form(word: str) -> str:
    return r"\.\s?".join(map(re.escape, word.split("."))) if "." in word[:-1] else re.escape(word)


_BEFORE: Final = _pattern("", r"[\s,]{0,2}$")
_AFTER: Final = _pattern(r"\s?", r"\.?")
_AFTER_DOT: Final = re.compile(r"\.\s")
_REACH: Final = 20
"""Characters of the longest word, and of the space beside it."""


def half_before(folded: str, start: int) -> tuple[Half | None, int]:
    """Return the half that stands before a clock, and where its word begins: ``start`` without one."""
    found = _BEFORE.search(folded, max(0, start - _REACH), start)
    return (None, start) if found is None else (_named(found), found.start())


def half_after(folded: str, end: int) -> tuple[Half | None, int]:
    """Return the half that stands behind a clock, and where its word ends: ``end`` without one."""
    found = _AFTER.match(folded, end)
    return (None, end) if found is None else (_named(found), found.end())


def hour_of_day(hour: int, half: Half) -> int | None:
    """Return the hour from 0 to 23; None where a half does not tell.

    >>> hour_of_day(12, "morning"), hour_of_day(2, "afternoon"), hour_of_day(2, "night")
    (0, 14, None)
    """
    if half == "other" or (half == "unsure" and hour == 12):
        return None
    if hour > 12 or (hour == 0 and half != "afternoon"):
        return hour
    if half in ("morning", "unsure"):
        return hour % 12
    if half == "afternoon":
        return hour % 12 + 12
    if half == "noon":
        return hour if hour >= 10 else hour + 12 if hour <= 5 else None
    return hour + 12 if 5 <= hour < 12 else None


def _named(found: re.Match[str]) -> Half:
    return _HALF_OF[_AFTER_DOT.sub(".", found["word"])]
