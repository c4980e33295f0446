"""Picture credits: lines that end with whose picture stands above them, and so are its caption."""

from __future__ import annotations

import re
from typing import Final

from newscrawler.sources.boilerplate.prose import length

_LONGEST: Final = 300
_LONGEST_ARCHIVED: Final = 500
_STEMS: Final = (
    "photo", "foto", "fotó", "fot.", "bild", "image", "picture", "credit", "crédit", "imagen", "imagem",
    "immagin", "zdjęci", "snímek", "kuva", "kép", "ảnh", "gambar", "фото", "снимка", "φωτο", "写真", "撮影",
    "摄", "攝", "图", "圖", "사진", "صور", "फोटो", "फ़ोटो", "तस्वीर", "©", "/", "courtesy", "＝",
)  # fmt: skip
"""One of these is in every such line."""
_IN_BRACKETS: Final = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,90})[)）\]】]\W*$")
_BOUNDARY: Final = re.compile(r"[.!?…。！？)”»\"]\s*[/|–—-]?\s*|^")
_LONGEST_CREDIT: Final = 90
_WORD: Final = (
    r"(?:(?:photo|image|picture|bild|foto)\s?(?:credits?|quelle|source)|crédits?(?:\sphotos?)?|créditos?"
    r"|credits?|(?:ap|afp|epa|reuters|archiv|symbol|agentur)[ -]?(?:photo|foto|bild)"
    r"|photos?|photograph|fot\.|fotos?|fotó|bild(?:er)?|images?|pictures?|imagen|imagem|immagine|fotograf(?:ie|ia|ía|i)?|fotoğraf"
    r"|zdjęci[ae]|snímek|kuva|kép|ảnh|gambar|фото|снимка|φωτο(?:γραφία|γραφίες)?|写真|사진|صورة|صور|फोटो|फ़ोटो"
    r"|तस्वीर|图片|圖片)"
)
_NAME: Final = r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄΑ-ΩΆ-Ώ@][\w’'-]*\.?"
_AGENCY: Final = (
    r"(?:AP|AFP|EPA|EFE|dpa|DPA|ANSA|Reuters|REUTERS|Getty|PA|ČTK|PAP|MTI|ANP|NTB|TT|Lusa|LUSA|APA|KNA|epd)"
    r"(?: Photo| Images)?"
)
_SIGNED: Final = rf"{_NAME}(?: {_NAME}){{0,3}}\s?/\s?{_AGENCY}$"
_CREDIT: Final = re.compile(
    rf"(?:(?i:{_WORD})\s*(?:[:：=©/]|(?i:by|via)\b)"
    rf"|(?i:photos?|foto|fot\.|фото|φωτο)\s+{_NAME}(?: {_NAME}){{0,3}}$"
    rf"|(?i:{_WORD})\s*[^\W\d].*\b(?i:/|courtesy)|©|{_SIGNED})"
)
"""How the last sentence of a caption begins."""
_BRACKETED: Final = re.compile(
    rf"(?:©|(?i:{_WORD})(?:\W*$|\s*(?:[:：/=©|–-]|(?i:by|via|courtesy|de|von|di|van|c)\b|{_NAME}))|{_SIGNED})"
)
"""The same within brackets, where it needs less to be known."""
_EAST_ASIAN: Final = re.compile(
    r"[\u3400-\u9fff]\s*[摄攝](?:影)?\W*$|撮影\W*$|[摄攝][/／]|(?:资料|資料)[图圖照]片?\W*$|示意[图圖]\W*$|＝[^。]{1,30}提供\W*$"
    r"|^\W*(?:文/)?[图圖][/／]|^\W*(?:[图圖][说說为為注]|写真(?:＝|提供|：)|[制製绘繪][图圖表]\s*[/／:：]|[摄攝]影\s*[/／:：])"
    r"|[/\[(]\s*사진\s*[=:：/][^.]{1,40}$|图片?来源|圖片?來源"
)
_OWNED: Final = re.compile(rf"\w ?©\s?(?:{_NAME}|\d{{4}}\b|[\u3040-\u9fff])[^©!?]{{0,60}}$")
_RESERVED: Final = re.compile(
    r"©\W*(?:[A-ZÀ-Þ]{6,}\s+[A-ZÀ-Þ]{5,}|(?i:.{0,30}(?:riproduzione|reserved|rights|rechte|droits|derechos|direitos)))"
)
"""Behind it the rights in the text are reserved, not those in a picture."""
_UNSURE: Final = re.compile(_SIGNED)
"""Alone in a line it may sign the story above."""
_ARCHIVED: Final = re.compile(r"(?:FILE PHOTO|File photo|FILE)\s?[:|–—-]\s")
_WHOLE: Final = re.compile(
    r"(?i:courtesy (?:of|photo)|photos? courtesy|images? (?:via|courtesy)|file photo|archiv(?:bild|foto)"
    r"|symbol(?:bild|foto))\b[^.!?]{0,80}\W*$|Фото [^.!?]{3,70}$"
)


def is_picture_credit(text: str) -> bool:
    """Tell whether a line ends as a caption does, with whose picture it is.

    >>> is_picture_credit("The quay on Monday. (Photo by Ada Brook)")
    True
    >>> is_picture_credit("He showed the court a photo: it was of the quay.")
    False
    """
    if _ARCHIVED.match(text):
        return len(text) <= _LONGEST_ARCHIVED
    if length(text) > _LONGEST or not any(map(text.lower().__contains__, _STEMS)):
        return False
    if _RESERVED.search(text):
        return False
    if _EAST_ASIAN.search(text) or _WHOLE.match(text):
        return True
    if found := _IN_BRACKETS.search(text):
        return _BRACKETED.match(found.group(1).strip(" -–|/")) is not None
    return _OWNED.search(text) is not None or any(
        _CREDIT.match(text, place.end()) is not None
        for place in _BOUNDARY.finditer(text)
        if len(text) - place.end() <= _LONGEST_CREDIT and (place.end() or not _UNSURE.match(text))
    )
