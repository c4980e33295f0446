"""Boilerplate: which lines are prose, and which lead to other stories or are labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.sources.house_lines import is_house_line
from newscrawler.text.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.sources.blocks import Block

_DENSE: Final = re.compile(
    "[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
"""Scripts in which one sign says as much as two or three Latin letters."""
_ENDS: Final = frozenset(".!?…。！？؟।॥۔」』”“\"’'»)：:")


def length(text: str) -> int:
    """Return how much the text says, in Latin letters."""
    size = len(text)
    if text.isascii():
        return size
    return size + int(1.5 * len(_DENSE.findall(text)))


def prose_weight(block: Block) -> float:
    """Return how much running text the block is; 0 for labels, links, headings and house lines."""
    text = block.text
    if block.kind == "subhead" or len(text) < 16:
        return 0.0
    size = length(text)
    if size < 100 and not (size >= 40 and text[-1] in _ENDS):
        return 0.0
    share = block.link_share
    if share > 0.5 or is_house_line(text):
        return 0.0
    return size * (1 - share)


def ends_sentence(text: str) -> bool:
    """Tell whether the line ends as a sentence does."""
    return text[-1:] in _ENDS


_READ_ALSO: Final = Phrases(
    r"read (?:more|also|next|the full)|also read|see also|more (?:on|from|stories|news|about)|"
    r"related(?: (?:stories|articles|news|video|links?))?|"
    r"you (?:may|might) also (?:like|be interested)|recommended(?: (?:stories|reading|for you))?|don't miss|"
    r"up next|trending(?: now)?|most (?:read|popular)|"
    r"editor['’]s picks?|keep reading|around the web|watch(?: (?:more|now|next))?|click here|"
    r"in case you missed it|"
    r"lesen sie (?:auch|hier|mehr)|lesen sie dazu|lest auch|mehr (?:zum thema|dazu|lesen|aus|themen|artikel|"
    r"news)|auch interessant|das könnte sie (?:auch )?interessieren|"
    r"weitere (?:informationen|artikel|themen|nachrichten)|zum thema|passend dazu|weiterlesen|empfehlungen|"
    r"lire (?:aussi|également|la suite)|à lire(?: aussi)?|voir aussi|sur le même sujet|"
    r"lee? también|le(?:er|a) (?:más|también|tambien)|te puede interesar|ver también|noticias relacionadas|"
    r"más información|"
    r"leia (?:também|mais)|veja (?:também|mais)|saiba mais|"
    r"leggi anche|potrebbe interessarti|approfondisci|"
    r"lees (?:ook|meer)|les (?:også|mer)|läs (?:också|mer|även)|lue (?:myös|lisää)|læs (?:også|mere)|"
    r"czytaj (?:więcej|też|także|również)|zobacz (?:też|także|również)|przeczytaj (?:też|także)|polecamy|"
    r"čtěte (?:také|více|i)|přečtěte si|čítajte (?:aj|viac)|olvass(?:a|on) (?:tovább|még)|citiţi şi|"
    r"citește și|"
    r"читайте (?:также|ещё|еще|також|далее)|читать (?:далее|также)|смотрите также|"
    r"по теме|ссылки по теме|материалы по теме|"
    r"ilgili haber(?:ler)?|bunlar da ilginizi çekebilir|διαβάστε (?:επίσης|ακόμη)|(?:baca|simak) juga|"
    r"xem thêm|đọc thêm|"
    r"اقرأ (?:أيضا|أيضاً|المزيد)|بیشتر بخوانید|"
    r"関連(?:記事|キーワード|ニュース|リンク)|あわせて読みたい|"
    r"相[关關](?:阅读|閱讀|新闻|新聞|文章|报道|報道|報導|链接|鏈接|連結)|延伸[阅閱][读讀]|관련 ?기사|"
    r"आगे पढ़ें|यह भी पढ़ें|อ่านเพิ่มเติม",
    before=r"^[\W_]*",
    after=r"(?:\W|$)",
    flags=re.IGNORECASE,
)
_ALSO_LABEL: Final = re.compile(
    r"(?i)^\W*(?:read also|also read|see also|related(?: stories| articles)?|читайте также|смотрите "
    r"также)\W*$"
)
_AD_OR_COUNT: Final = re.compile(
    r"(?i)^\W*(?:advertisement|реклама|\d+ pages? in this article|photo(?: \d+)? from \d+)\W*$"
)
_LONGEST_LABEL: Final = 40
_ONLY_LINK: Final = 0.5
"""Share of a line's text within links from which the line is a link."""
_LABELLED_LINK: Final = 0.3
_LINK_NOTE: Final = re.compile(
    r"(?i)\s*[(,]?\s*(?:opens (?:in )?(?:a )?new (?:tab|window)|(?:link )?öffnet (?:in|"
    r"im) (?:einem )?neue[nm] (?:fenster|tab)|"
    r"nouvel(?:le)? (?:onglet|fenêtre)|s['’]ouvre dans (?:un nouvel onglet|une nouvelle fenêtre)|"
    r"se abre en (?:una )?(?:nueva (?:ventana|pestaña))|abre em nova (?:janela|guia|aba)|"
    r"si apre in una nuova finestra)\)?",
)
"""What a link says to those who only hear the page."""
_LINK_NOTE_WORDS: Final = ("new", "neue", "nouvel", "nueva", "nova", "nuova")
"""One of these is in every such note; to look for them is thirty times as quick."""
_LABEL_PARTS: Final = re.compile(
    r"(?i)\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b|^(?:by|von|vom|par|por|di|de|da|text|foto|autor|stand|"
    r"updated|published|posted|aktualisiert)\b|"
    r"\b(?:min|mins|minutes?|minuten|lesezeit|read)\b|@|^\d+$",
)


def is_read_also(text: str, link_share: float = 0.0) -> bool:
    """Tell whether the line leads to other stories; a sentence that only begins like one does not.

    >>> is_read_also("Related stories"), is_read_also("Read more: Harbour council votes again")
    (True, True)
    >>> is_read_also("Related cases were closed in 2019, the court said.")
    False
    """
    if len(text) >= 160 or (lead := _READ_ALSO.match(text)) is None:
        return False
    is_sentence = text.endswith((".", "।", "。")) and not text.endswith("..")
    return link_share > 0.3 or text[lead.end() - 1] in ":：" or not is_sentence


def is_label(text: str) -> bool:
    """Tell whether a short line at the edge of the text is a time, a name or a count."""
    return len(text) < 80 and _LABEL_PARTS.search(text) is not None


def without_furniture(found: Iterable[Block]) -> list[Block]:
    """Leave out lines of a declared body that have no box of their own: advert labels, read-also links.

    More may not go where the layout says that all of it is the text.
    """
    kept: list[Block] = []
    after_label = False
    for block in found:
        text, linked = block.text, block.link_share > _ONLY_LINK
        if after_label and linked:
            continue
        after_label = len(text) < _LONGEST_LABEL and _ALSO_LABEL.match(text) is not None
        if after_label or _AD_OR_COUNT.match(text):
            continue
        if block.link_share > _LABELLED_LINK and ":" in text[:_LONGEST_LABEL] and is_read_also(text):
            continue
        kept.append(block)
    return kept


def without_link_notes(text: str) -> str:
    """Return the line without what links say of themselves.

    >>> without_link_notes("Panasonic (opens in new tab) said so.")
    'Panasonic said so.'
    """
    return _LINK_NOTE.sub("", text) if _has(text, _LINK_NOTE_WORDS) else text


def _has(text: str, words: Iterable[str]) -> bool:
    return any(map(text.lower().__contains__, words))
