"""Labelled byline: a short line between headline and text whose label says that it names who wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.sources.bylines.byline_line import Line, printed_line, text_of_line
from newscrawler.text import people_of
from newscrawler.text.byline_labels import has_label
from newscrawler.text.byline_times import without_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.document import Element
    from newscrawler.sources.bylines.other_names import StoryNames

_LABEL = re.compile(
    r"^(?:by:?|written by|reported by|von|par|por|door|av|af|te(?:xte?|ksti?) ?:|"
    r"autor(?:in)?(?:/autor(?:in)?)?:?|author:?|auteur ?:?|autore:?|автор:?|текст:|tekst:?|interview ?:|"
    r"作者[:：]|記者[:：]?|著者[:：]|기자:?|words ?:|penulis ?:|yazar ?:|yazan ?:|szerző ?:|"
    r"συντάκτης ?:|γράφει [οη]|γράφουν οι|מאת ?:?|بقلم ?:?|(?:كتبت?|الكاتب|إعداد|نویسنده|लेखक|লেখক|"
    r"எழுதியவர்|ผู้เขียน|tác giả|ავტორი|հեղինակ) ?:)\s+\S|^文●|^(?:作者|著者|撰文|(?:取材・)?文)[:：／/・]\s?\S"
    r"|^【?[\u30a1-\u30fa\u30fc・]{2,10}[=＝][\u3400-\u9fff]{2,5}】?$"
    r"|^(?:기자명\s+|[\uac00-\ud7af]{2,8}=)?[\uac00-\ud7af]{2,4}(?:[·,] ?[\uac00-\ud7af]{2,4})* ?"
    r"(?:(?:선임|수석|전문|인턴|객원)?기자|특파원|논설위원)(?:\s\|?\s?[\w.]+@[\w.]+)?$"
    r"|^[〔【(（\[]?(?:[\u3400-\u9fff]{2,3}社|本[报報])?(?:记者|記者)\s?(?![会會站节節团團证證协協们們手调調专專博])[\u3400-\u9fff]{2,4}(?<![摄攝图圖])"
    r"(?:[ 、·][\u3400-\u9fff]{2,4})*\s?(?:[／/╱︱|].{2,10}|通[讯訊][员員].{2,20})?[〕】)）\]]?$"
    r"|^(?-i:d[ie]) (?-i:[A-ZÀ-Ý])\S+ (?-i:[A-ZÀ-Ý])\S+(?: (?:e|și|y) (?-i:[A-ZÀ-Ý])\S+ (?-i:[A-ZÀ-Ý])\S+)?$",
    re.IGNORECASE,
)
_LABEL_APART = re.compile(
    r"^(?:autor(?:in|es|a)?(?:/autor(?:in)?)?|authors?|author\(s\)|auteurs?|autore|автор|автори|text|texte|tekst|"
    r"skribent|forfatter|redactie|redacción|by|von)\s*:?$",
    re.IGNORECASE,
)
_MAY_BE_LABEL = re.compile(
    r"\W*(?:by|written|submitted|verfasst|soumis|enviado|inviato|ingediend|geplaatst|wys|reported|von|par|por|door|av|af|text|tekst|aut|interview|skribent|forfatter|reda|words"
    r"|penulis|yaza|di |de "
    r"|(?:eine? )?(?:kommentar|gast|leitartikel|analys|essay|beitrag|kolumne|glosse|rezension|kritik|bericht"
    r"|protokoll|artikel)|aus |es ber|propos|(?:une )?(?:chronique|tribune|critique)|entrevista|columna"
    r"|dal(?:la)? |intervista|articolo|commento|editorial|oleh|haber|muhabir|pis|oprac|rozmawia|napisa|story"
    r"|opinion|contribut|guest|review|column|comment|perspec|reporter|exclusive|feature|a cura|scritto"
    r"|firmado|skr[ei]v|kirjo|od |przez )",
    re.IGNORECASE,
)
"""How labels of ASCII letters begin."""
_MAY_STAND_APART = re.compile(r"\W*(?:aut|автор|te[kx]|skribent|forfatter|reda|by|von)", re.IGNORECASE)
"""How labels begin that stand apart."""
_DIGITS = "0123456789"
_LINES = frozenset(
    (
        *("p", "div", "span", "li", "address", "cite", "td", "tr", "dl", "em", "i", "strong", "b", "small"),
        *("font", "h2", "h3", "h4", "h5", "h6"),
    )
)
_TEXT_BEGINS = 2
_SIGNS = " |·•,/–—-"
"""What stands between the time and the label of a byline."""
_WITHIN = re.compile(
    "(?:^|[\\s|])(?P<line>(?:作者|记者|記者)\\s?[:：]\\s?[\u3400-\u9fff·]{2,4}"
    "(?:[ 、][\u3400-\u9fff·]{2,4})*)(?![\u3400-\u9fff])"
)
"""The author in the line of a Chinese portal, behind time and source: 2016-05-11 来源：… 作者：李建新."""
_LONG_PARAGRAPH = 150
_LONGEST_LABELLED = 80


def labelled(around: Sequence[Element], story: StoryNames) -> list[Line]:
    """Return the first short line with a label; within the text only one whose label stands apart.

    The first long paragraph may be the standfirst.
    """
    paragraphs = 0
    behind_time: list[Line] = []
    with_long_time: list[Line] = []
    for element in around:
        paragraphs += element.tag == "p" and is_long(element)
        is_in_text = paragraphs >= _TEXT_BEGINS
        if (
            not _may_be_line(element.tag)
            or (text := _may_be_labelled(element, is_in_text=is_in_text)) is None
        ):
            continue
        if len(text) > _LONGEST_LABELLED:
            if not is_in_text and not with_long_time and (rest := _long_by_its_time(text)) is not None:
                with_long_time = [Line(rest, printed_line(element))]
            continue
        label, _, name = text.partition(" | ")
        if name and _LABEL_APART.match(label):
            return [Line(name, printed_line(element))]
        if is_in_text:
            continue
        has_name = is_labelled(text)
        rest = text if has_name else None if behind_time else _behind_time(text)
        if rest is None or story.is_of_others(element, rest):
            continue
        if has_name:
            return [Line(text, printed_line(element))]
        behind_time = behind_time or [Line(rest, printed_line(element))]
    return behind_time or with_long_time


def _may_be_line(tag: str) -> bool:
    """Tell whether an element may be a line by its tag; one that the site has made up may."""
    return tag in _LINES or "-" in tag


def _may_be_labelled(element: Element, *, is_in_text: bool) -> str | None:
    """Return the text of a line; None if it neither begins with a label nor has a time, as nearly all.

    :param is_in_text: only a label that stands apart counts, and a time does not.
    """
    text = element.text
    if is_in_text and not _MAY_STAND_APART.match(text):
        return None
    if not (_MAY_BE_LABEL.match(text) or any(map(text.__contains__, _DIGITS)) or not text.isascii()):
        return None
    line = text_of_line(element)
    is_subhead = element.tag == "h2" and not (line and people_of([line]))
    return None if is_subhead else line


def _long_by_its_time(text: str) -> str | None:
    """Return a line with a label before or behind its time that is as short as others but for that."""
    untimed = without_times(text)
    if _LABEL.search(text):
        return text if len(untimed) <= _LONGEST_LABELLED // 2 else None
    return _behind_time(text) if len(untimed) <= _LONGEST_LABELLED + len("| ") else None


def _behind_time(text: str) -> str | None:
    """Return a line whose label stands behind a time; what stands apart behind the time is its end."""
    untimed = without_times(text)
    if _LABEL.search(untimed.lstrip(_SIGNS)):
        return text
    if (within := _WITHIN.search(text)) is not None and (within.start() == 0 or untimed != text):
        is_whole = people_of([text]) == people_of([within["line"]])
        return text if is_whole else within["line"]
    when, _, rest = text.partition(" | ")
    if any(map(str.isdigit, when)) and _LABEL.search(rest):
        return rest
    behind = [part.lstrip(_SIGNS) for part in untimed.split("|")[1:]] if untimed != text else []
    return next((part for part in behind if _LABEL.search(part)), None)


def is_long(element: Element) -> bool:
    """Tell whether a paragraph is one of a text."""
    return len(element.text.strip()) > _LONG_PARAGRAPH


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with a label; one that is a word of many lines stands before a person."""
    return _LABEL.search(text) is not None or (has_label(text) and bool(people_of([text])))
