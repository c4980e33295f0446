"""House lines: what publishers put under or between any of their articles, and what is no text of one."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from newscrawler.sources.boilerplate.appeals import is_appeal
from newscrawler.text.phrases import Phrases

_LONGEST_LABEL: Final = 90
_CONTACT: Final = re.compile(
    r"(?i)(?:\b(?:tel|phone|telefon|teléfono|téléphone|fax|e-?mail)|"
    r"电话|電話|传真|傳真|邮箱|郵箱|телефон|факс|эл\. ?почта)\W{0,3}[:：.]"
)
"""A telephone, fax or mail address with its label; two in one line are of the publisher."""
_CONTACT_WORDS: Final = (
    "tel", "phone", "fax", "mail", "电话", "電話", "传真", "傳真", "邮箱", "郵箱", "телефон", "факс", "почта",
)  # fmt: skip
"""One of these is in every such label."""
_CREDIT: Final = Phrases(
    r"photos?|photograph|images?|pictures?|fotos?|bild(?:er)?|immagin[ei]|imagen|imagem|zdjęcie|fot\.|"
    r"фото|ảnh|kuva|kép|photo credit|image credit|picture credit|bildquelle|créditos?|crédits?|"
    r"写真|画像|図|사진|图片|图|صورة|تصوير|تصویر|عکس|צילום|φωτό|снимка|ছবি|படம்|ภาพ|ფოტო|picha|ljósmynd",
    before=r"^\W*",
    after=r"\W*(?:by\b|credits?\b|[:：©/]|\(c\))",
    flags=re.IGNORECASE,
)
_CREDITED: Final = re.compile(
    r"\W*(?:Photos?|Fotos?|Bild(?:er)?|Image|Kuvat?|Zdjęcie|Фото)"
    r"(?: [A-ZÀ-ÞА-Я][\w.’'-]+){2,3}(?:\s?/\s?[\w ]{2,20})?\W*"
    r"|\W*(?:AP|AFP|EPA|REUTERS|Reuters|dpa) (?:[Pp]hoto|[Ff]oto|[Ii]mage)s?\b.{0,60}"
)
"""The credit of a picture without a sign: "Foto Eva Beispiel", "AP Photo/Bob Sample"."""
_LONGEST_CREDIT: Final = 80
_LONGEST_RULE: Final = 60
_AGENCY_AT_END: Final = re.compile(
    r"(?i)(?:getty images|shutterstock|istock|alamy|/ ?(?:reuters|afp|ap|epa|dpa)|via (?:ap|afp|getty))\W*$",
)
_SHORT_CODE: Final = re.compile(r"\[[a-z_]{3,}(?: [^\]]*=[^\]]*)?\].*\[/[a-z_]{3,}\]")
"""A placeholder that the content system did not fill."""


def is_page_label(text: str) -> bool:
    """Tell whether a line is only a label of the page: of an advert, a player, a count, the contents."""
    return len(text) < _LONGEST_LABEL and _labels().match(text) is not None


@lru_cache(maxsize=1024)
def is_house_line(text: str) -> bool:
    """Tell whether the line is one that the publisher puts under or between any of its articles.

    It is cached since a line of a page is asked about up to four times.
    """
    size = len(text)
    if is_page_label(text) or _is_rule(text):
        return True
    if size < _LONGEST_CREDIT and text[-1] not in ".!?" and _CREDITED.fullmatch(text):
        return True
    if size < 160 and (_CREDIT.match(text) or _AGENCY_AT_END.search(text, size - 30 if size > 30 else 0)):
        return True
    if size >= 700:
        return False
    return (
        _house().match(text) is not None
        or (
            size < 300
            and any(map(text.lower().__contains__, _CONTACT_WORDS))
            and len(set(_CONTACT.findall(text))) > 1
        )
        or ("[/" in text and _SHORT_CODE.search(text) is not None)
        or is_appeal(text)
    )


def _is_rule(text: str) -> bool:
    """Tell whether a line is drawn with stars and says nothing; agencies mean a pause by ___."""
    return text[0] in "*＊" and len(text) < _LONGEST_RULE and not text.strip("*＊ \u3000")


@cache
def _house() -> Phrases:
    """Return how the lines of all kinds and languages begin: pages do not always say their own."""
    return Phrases(_of("beginnings"), before=r"^(?![\"“„«'‘「『]\w)\W*", flags=re.IGNORECASE)


@cache
def _labels() -> Phrases:
    return Phrases(_of("labels"), before=r"^\W*", after=r"\W*$", flags=re.IGNORECASE)


def _of(table: str) -> str:
    kinds = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))[table]
    return "|".join(phrase for kind in kinds.values() for phrase in kind)
