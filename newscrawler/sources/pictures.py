"""Pictures: caption and credit told apart, and what is no picture of the article."""

from __future__ import annotations

import re

from newscrawler.text import clean

_LOGO = re.compile(
    r"(?:^data:)|(?:/|_|-)(?:logo|placeholder|blank|spacer|pixel|sprite|favicon|no[-_]?image|default[-_]?(?:image|img|share|og|thumb))",
    re.IGNORECASE,
)
_CREDIT_MARK = re.compile(
    r"\s*(?:[(\[]\s*)?(?:©|\(c\)\s|(?:photo(?:graph)?|photo credit|image|picture|credit|foto|fotos|crédit(?: photo)?|credito"
    r"|bild|quelle|source|fuente|zdj\.|fot\.|фото|источник|写真|撮影|图源|사진)\s*(?:by|courtesy of|von|par|de|di)?\s*[:：/])\s*(.+?)[)\]]?$",
    re.IGNORECASE | re.DOTALL,
)
_WIRE_TAIL = re.compile(
    r"\s[/|–—-]\s*((?:[A-Z][\w.]+ ){0,3}(?:AFP|AP|Reuters|dpa|EPA|EFE|ANSA|TASS|ТАСС|PAP|Getty(?: Images)?|Shutterstock|Anadolu|Xinhua|Kyodo|Yonhap)[\w/ .]*)\.?$"
)
_SIGN = re.compile(r"^(?:©|\(c\))\s*", re.IGNORECASE)


def is_placeholder(url: str) -> bool:
    """Tell whether an address is that of a logo or of a stand-in for a missing picture.

    >>> is_placeholder("https://example.com/img/logo_share.png")
    True
    """
    return bool(_LOGO.search(url))


def split_credit(text: str | None) -> tuple[str | None, str | None]:
    """Split a caption into (caption, credit); the credit loses its sign and label.

    >>> split_credit("Harbour at dawn © Vera Zelenko/TASS")
    ('Harbour at dawn', 'Vera Zelenko/TASS')
    >>> split_credit("Der Hafen (Foto: Anna Beispiel)")
    ('Der Hafen', 'Anna Beispiel')
    >>> split_credit("A harbour / AFP")
    ('A harbour', 'AFP')
    """
    if not text:
        return None, None
    found = _CREDIT_MARK.search(text) or _WIRE_TAIL.search(text)
    if not found:
        return text, None
    caption = (
        text[: found.start()].rstrip(" .,;–—-/|")
        if found.re is _WIRE_TAIL
        else text[: found.start()].rstrip(" (|/")
    )
    credit = clean(_SIGN.sub("", found.group(1)))
    return caption or None, credit or None
