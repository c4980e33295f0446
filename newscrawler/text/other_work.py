"""Other work: who pictured, edited, checked, translated or styled what others wrote is no author of it."""

from __future__ import annotations

import re

_DONE = (
    r"(?:medically |clinically |expert |fact[- ])?(?:(?:review|check|edit|translat|illustrat|photograph|"
    r"produc|styl|model|approv|verifi|test|direct|narrat|host|present|design|sponsor|film|record|moderat|"
    r"supervis|fact-check)(?:ed|ing)|overseen|brought to you)(?:\s+and\s+[a-z]{3,12}(?:ed|ing))?\s+by"
)
"""A verb of such work, with "by"."""
_MADE = (
    r"(?:photos?|photography|photographs|pictures?|images?|videos?|illustrations?|art(?:work)?|graphics?|"
    r"design|music|hair|make-?up|nails|styling|editing|translation|data analysis|narration|production|"
    r"answers?|intro(?:duction)?)\s+by|contributions?\s+(?:by|from)|interview\s+with"
)
"""What they made, with "by"; an interview is with somebody whom it is about."""
_FOREIGN = (
    r"(?:bearbeitet|redigiert|übersetzt|illustriert|fotografiert|aktualisiert|moderiert|präsentiert|produziert)"
    r"\s+von|(?:traduit|illustré|photographié|présenté|relu|édité)e?s?\s+par|traduction(?:\s+(?:de|par))?|"
    r"(?:traducid|editad|ilustrad|revisad|actualizad|traduzid|revisad)[oa]s?\s+por|"
    r"(?:tradott|illustrat|presentat)[oa]\s+da|(?:vertaald|bewerkt)\s+door|"
    r"(?:oversatt|översatt|redigerad|redigert|oversat|redigeret)\s+a[vf]|przetłumaczyła?|tłumaczenie|"
    r"перев[её]ла?|перевод|отредактировала?"
)
_OTHERS = (
    r"(?:copy |managing |photo )?editor[ae]?s?|editör|penyunting|redaktur|szerkesztő|редактор(?:ы|ка)?|"
    r"photos?|fotos?|bild(?:er)?|фото|kuvat?|zdjęcia|"
    r"تصوير|ترجمة|عکس|ترجمه|צילום|עריכה|תרגום|फोटो|संपादन|fotoğraf(?:lar)?|çeviri|ảnh|biên tập|ภาพ|แปล|"
    r"φωτογραφ\w+|επιμέλεια|μετάφραση|fotók?|ფოტო|"
    r"责任编辑|責任編輯|网络编辑|编辑|編輯|責編|责编|編集|校对|翻译|翻譯|翻訳|摄影|攝影|撮影|편집|사진"
)
"""Who edited or pictured it; a colon follows."""
_AUTHOR = r"\b(?:written by|authors?|writers?|penulis|reporters?|автор|текст)\s*[:：]?|作者|记者|記者"
_OTHER_WORK = re.compile(
    rf"[|.,;·•]?\s*(?<!\w)(?:(?:{_DONE}|(?<!^)review\s+by|{_MADE}|{_FOREIGN})(?!\w)|(?:{_OTHERS})\s*[:：／]).*?(?={_AUTHOR}|$)",
    re.IGNORECASE,
)
"""The work and who did it, up to where the line says who wrote."""
_BEFORE_NAME = re.compile(
    rf"(?:(?:{_DONE}|{_MADE}|{_FOREIGN}|(?:photo|foto|image|picture|bild|фото)s?)\s*[:：]?|"
    rf"(?:{_OTHERS})\s*[:：])\s*$",
    re.IGNORECASE,
)
"""What a name follows; other words may be glued to it, as a page's text has them."""
_WROTE = r"(?:texte?|texto|testo|teksti?|tekst|текст|words|story|report|reportage|文|글|取材)"
_PICTURED_IT = (
    r"(?:photo(?:graph)?s?|photography|fotos?|fotografías?|bild(?:er)?|bilder|kuvat?|zdjęcia|foto/video|videos?|"
    r"фото|写真|撮影|图|圖|摄影|攝影|사진)"
)
_TOGETHER = r"\s*(?:und|and|et|y|e|og|och|i|и|ja|en|&|\+|/|・|·|、)\s*"
_BOTH = re.compile(
    rf"(?<!\w)(?:{_WROTE}{_TOGETHER}{_PICTURED_IT}|{_PICTURED_IT}{_TOGETHER}{_WROTE})"
    r"(?:\s*[:：／/|=]\s*|\s+(?:by|von|par|por|di|av|af|door)\s+|\s+(?=(?-i:[A-ZÀ-ÞА-Я\u3040-\ud7af])))",
    re.IGNORECASE,
)
"""Who wrote and pictured it is its author."""
_BOTH_BEFORE_NAME = re.compile(_BOTH.pattern + "$", re.IGNORECASE)
_LOOKED_AT = 60
"""Signs before a name that can be the end of such a label."""
_PICTURES = re.compile(
    r"^fot\.|^(?:fot|photos?|photographs?|photography|photographers?|pictures?|images?|courtesy|foto|fotos|"
    r"fotografie|bild|bilder|"
    r"fotók?|kuvat?|fotografías?|фото|illustration|"
    r"illustrations|graphics?|video|видео|写真|사진|photographed)\b",
    re.IGNORECASE,
)
_AND = r"\s(?:und|and|et|y|e|og|och|en|i|и|та)\s"
_PICTURED = re.compile(
    rf"(?:^|[,&/]|{_AND})(?:(?!{_AND})[^,&/()])+"
    r"\((?:photos?|photographs|fotos?|bild(?:er)?|video|grafik|illustration(?:en|s)?|kuvat?|zdjęcia|фото)\)$",
    re.IGNORECASE,
)
_MAKERS = re.compile(
    r"\b(?:programming|html|css|web ?design|webmaster|powered by|developed by)\b", re.IGNORECASE
)
"""Those who made the site."""


def without_other_work(line: str) -> str:
    """Take off the parts of a byline that name those who edited, pictured or checked what others wrote.

    >>> without_other_work("By Ann Example. Edited by Bob Sample")
    'By Ann Example'
    >>> without_other_work("Text und Fotos: Max Muster")
    'Text: Max Muster'
    """
    return _OTHER_WORK.sub("", _BOTH.sub("Text: ", line))


def without_pictured(part: str) -> str:
    """Take off the names that a bracket says to be those of photographers.

    >>> without_pictured("Max Muster und Eva Beispiel (Fotos)"), without_pictured("Max Muster (Text)")
    ('Max Muster', 'Max Muster (Text)')
    """
    return _PICTURED.sub("", part) if part.endswith(")") else part


def begins_with_other_work(line: str) -> bool:
    """Tell whether a line begins by naming such work."""
    return _OTHER_WORK.match(line) is not None and _BOTH.match(line) is None


def begins_with_pictures(part: str) -> bool:
    """Tell whether a part of a line is the credit of a picture."""
    return _PICTURES.match(part) is not None


def names_makers(line: str) -> bool:
    """Tell whether a line names those who made the site."""
    return _MAKERS.search(line) is not None


def did_other_work(name: str, text: str) -> bool:
    """Tell whether a text names somebody, and each time as one who did such work.

    >>> did_other_work("Bob Sample", "By Ann Example. Photographed by Bob Sample.")
    True
    """
    before = [part[-_LOOKED_AT:] for part in text.split(name)[:-1]]
    return bool(before) and all(
        _BEFORE_NAME.search(part) and not _BOTH_BEFORE_NAME.search(part) for part in before
    )
