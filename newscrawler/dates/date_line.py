"""Date line: a line that says when something was published and nothing else."""

from __future__ import annotations

import re
from typing import Final

from newscrawler.dates.letters import LETTER
from newscrawler.dates.month_names import fold, is_month_name
from newscrawler.dates.time_zones import PHRASES
from newscrawler.dates.week_days import WEEK_DAYS

_LONGEST: Final = 110
_WORD: Final = re.compile(rf"{LETTER}+")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|25)\d\d(?!\d)")
_EAST_ASIAN: Final = re.compile(
    r"\s*(?:发布|發布|發表|发表|更新|公開|配信|入力|入稿|입력|수정|등록|기사입력)?(?:時間|时间|日期|日時)?\s*[:：]?\s*"
    r"(?:(?:19|20)\d\d|(?:中華)?(?:民國|民国|令和|平成|昭和)\s*(?:\d{1,3}|元))\s*[-./年년]\s*\d{1,2}\s*[-./月월]\s*\d{1,2}\s*[日일号號.]?[\s\d:時时点點分秒시분초]*(?:更新|發布|发布)?"
    r"(?:\s*[|｜]\s*(?:字[級级号體体]\S{0,6}|\S{0,4}字[号體]\S{0,4}))?\W*"
)
_WORDS: Final = """
updated published posted created modified last on at am pm p m th st nd rd edt est cet cest gmt utc bst ist
wib msk uhr stand aktualisiert veröffentlicht erstellt vom um den publié modifié mis jour le la à h min
publicado actualizado a las de del horas pubblicato aggiornato il alle ore opublikowano aktualizacja godz
dodano data publikacji gepubliceerd bijgewerkt om op publicerad uppdaterad kl klokken opdateret
publiceret publisert oppdatert julkaistu päivitetty klo опубликовано обновлено размещено г год года в
опубліковано оновлено рік року р δημοσίευση ενημέρωση ώρα yayınlanma güncelleme tarihi saat نشر تحديث
الساعة م ص publikováno aktualizováno vydáno atualizado em às publicat ora
modifica modificato modificado modificada última ultima modificação เวลา น
read reading time min minutes lesezeit minuten lecture temps minutos lectura lettura minuti czas czytania
"""
"""What stands with a date in such a line, in the languages of the press, and how long one reads."""
_BESIDE: Final = frozenset(fold(_WORDS).split()).union(*(phrase.split() for phrase in PHRASES))
_FIGURES: Final = re.compile(
    r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d([./-])\d{1,2}\2\d"
)
"""A day in figures."""


def is_date_line(text: str) -> bool:
    """Tell whether a line is a date, with its clock and the words that stand with it, and nothing else.

    >>> is_date_line("Wtorek, 3 stycznia 2012 (15:58)"), is_date_line("In May 2021 he was elected.")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    if _EAST_ASIAN.fullmatch(text):
        return True
    if _YEAR.search(folded := fold(text)) is None:
        return False
    words = _WORD.findall(folded)
    is_date = [is_month_name(word) for word in words]
    return (any(is_date) or _FIGURES.search(folded) is not None) and all(
        known or word in _BESIDE or word in WEEK_DAYS for word, known in zip(words, is_date, strict=True)
    )
