"""Issue archive: a weekly's listings of one issue each, of which the way back is the issue before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

_PREVIOUS_AS_TEXT = """
previous issue|previous edition|last issue|past issue|older issue|last week's issue
vorherige ausgabe|letzte ausgabe|vorige ausgabe|vorige editie|vorig nummer|numéro précédent|édition précédente
número anterior|edición anterior|edição anterior|numero precedente|edizione precedente|poprzedni numer
poprzednie wydanie|předchozí číslo|predchádzajúce číslo|prethodni broj|prejšnja številka|előző szám
numărul precedent|ediția anterioară|förra numret|föregående nummer|forrige utgave|forrige udgave
edellinen numero|предыдущий номер|предыдущий выпуск|попередній номер|попередній випуск|предишен брой
προηγούμενο τεύχος|önceki sayı|العدد السابق|شماره قبل|שער קודם|הגיליון הקודם|前の号|前号|上一期
지난 호|số trước
"""
_PREVIOUS = frozenset(part for line in _PREVIOUS_AS_TEXT.split("\n") for part in line.split("|") if part)
_SIGNS = " «»‹›←<>◀|·.:-–"
_NUMBER = re.compile(r"\d+")


def issue_before(links: Iterable[tuple[str, str]], own: str) -> str | None:
    """Return the listing of the issue before, where a front page or the page of an issue links it.

    :param links: what each link says, and its clean URL.
    :param own: clean URL of this page.

    >>> links = [("« Previous issue", "https://paper.example/issue/811")]
    >>> issue_before(links, "https://paper.example/issue/812"), issue_before(links, "https://paper.example/sport")
    ('https://paper.example/issue/811', None)
    """
    is_front = urlsplit(own).path in {"", "/"}
    said = (there for label, there in links if label.casefold().strip(_SIGNS) in _PREVIOUS)
    return next((there for there in said if is_front or _is_of_one_form(there, own)), None)


def _is_of_one_form(one: str, other: str) -> bool:
    """Tell whether two URLs differ in nothing but their numbers."""
    return _NUMBER.sub("0", one) == _NUMBER.sub("0", other)
