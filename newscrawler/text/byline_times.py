"""Times in a byline: taken out of the line, so that who wrote it is left on both sides of them."""

from __future__ import annotations

import re

from newscrawler.dates.month_names import fold, month_number
from newscrawler.dates.time_zones import printed_zone
from newscrawler.dates.week_days import WEEK_DAYS
from newscrawler.text.no_person import folded_words

_LABELS = folded_words(
    "updated published posted modified edited created first last stand aktualisiert veröffentlicht "
    "erstellt publié publiée modifié publicado actualizado atualizado aggiornato pubblicato "
    "opublikowano aktualizacja обновлено опубликовано оновлено güncelleme yayın oppdatert publisert "
    "uppdaterad publicerad opdateret bijgewerkt gepubliceerd päivitetty julkaistu"
)
_WHEN = re.compile(r"\d[:.h/-]\d|(?:19|20)\d\d|\d年")
_BESIDE = frozenset(
    ("uhr", "um", "at", "on", "am", "pm", "a.m", "p.m", "kl", "klo", "h", "hrs", "le", "el", "em", "il",
     "ore", "г", "в", "de", "of", "the", "à", "a", "alle", "as", "o", "den", "mis", "jour")
)  # fmt: skip
_BEFORE = frozenset(("on", "am", "le", "el", "em", "il", "den"))
_SHORT_DAY, _SHORT_WORD = 3, 4
_EDGE = " .,:;()[]-–—"


def without_times(line: str) -> str:
    """Return a line with a bar where it says when: a run of figures and months, with its label and zone.

    >>> without_times("Aktualisiert: 4. Mai 2017, 19:27 Uhr Von Max Muster")
    '| Von Max Muster'
    >>> without_times("By April Example May 4, 2017 at 7:27 p.m. EDT")
    'By April Example |'
    """
    if not any(map(str.isdigit, line)):
        return line
    words = line.split()
    kept: list[str] = []
    index = 0
    while index < len(words):
        is_behind = bool(kept) and len(kept[-1]) < _SHORT_WORD and fold(kept[-1]) in _BEFORE
        begin = index + (is_behind and _is_week_day(words[index]))
        end = _end_of_time(words, begin) if begin < len(words) else begin
        if end > begin:
            if kept and fold(kept[-1]) in _BEFORE:
                kept.pop()
            kept.append("|")
            index = end
        else:
            kept.append(words[index])
            index += 1
    return " ".join(kept)


def _end_of_time(words: list[str], start: int) -> int:
    """Return the index behind the time that begins at a word; ``start`` itself if none does."""
    if not (_is_label(words[start]) or _is_of_a_time(words[start])):
        return start
    last = start
    for index in range(start, len(words)):
        if _is_of_a_time(words[index]):
            last = index
        elif not _is_label(words[index]) and not _is_beside(words[index]):
            break
    run = words[start : last + 1]
    has_figures = any(any(map(str.isdigit, word)) for word in run)
    tells_when = any(_WHEN.search(word) or _is_label(word) or month_number(_bare(word)) for word in run)
    return last + 1 if has_figures and tells_when else start


def _bare(word: str) -> str:
    return fold(word).strip(_EDGE)


def _is_label(word: str) -> bool:
    return _bare(word) in _LABELS


def _is_of_a_time(word: str) -> bool:
    """Tell whether a word has figures, or names a month, a zone, or half a day."""
    bare = _bare(word)
    if any(map(str.isdigit, bare)):
        return "@" not in word and not bare.endswith("명")  # "and one more person"
    return bare in ("uhr", "pm", "p.m", "a.m", "hrs") or month_number(bare) is not None or _is_zone(word)


def _is_zone(word: str) -> bool:
    return word.isupper() and 2 < len(word) < 6 and printed_zone(word.lower())[0]


def _is_week_day(word: str) -> bool:
    """Tell whether a word is a day of the week, or as short as one, with its sign."""
    bare = _bare(word)
    return bare in WEEK_DAYS or (1 < len(bare) <= _SHORT_DAY and word[-1] in ",.")


def _is_beside(word: str) -> bool:
    return _bare(word) in _BESIDE or not word.strip(_EDGE)
