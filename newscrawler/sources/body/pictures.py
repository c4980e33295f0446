"""Pictures: caption and credit told apart, and what is no picture of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.document.node import above, class_of, elements, first
from newscrawler.items import Image
from newscrawler.sources.visible import within_aside
from newscrawler.text import clean

if TYPE_CHECKING:
    from newscrawler.document import Document, Element

_MOST = 30
_CREDIT_NAME = re.compile(
    r"credit|copyright|photographer|source|quelle|urheber|fotograf|author", re.IGNORECASE
)

_LOGO = re.compile(
    r"(?:^data:)|(?:/|_|-)(?:logo|placeholder|blank|spacer|pixel|sprite|favicon|no[-_]?image|default[-_]?(?:image|img|share|og|thumb))",
    re.IGNORECASE,
)
_CREDIT_MARK = re.compile(
    r"\s*(?:[(\[]\s*)?(?:©|\(c\)\s|(?:photo(?:graph)?|photo credit|image|picture|credit|foto|fotos|"
    r"crédit(?: photo)?|credito|bild|quelle|source|fuente|zdj\.|fot\.|фото|источник|写真|撮影|图源|사진)"
    r"\s*(?:by|courtesy of|von|par|de|di)?\s*[:：/])\s*(.+?)[)\]]?$",
    re.IGNORECASE | re.DOTALL,
)
_WIRE_TAIL = re.compile(
    r"\s[/|–—-]\s*((?:[A-Z][\w.]+ ){0,3}(?:AFP|AP|Reuters|dpa|EPA|EFE|ANSA|TASS|ТАСС|PAP|Getty(?: Images)?|"
    r"Shutterstock|Anadolu|Xinhua|Kyodo|Yonhap)[\w/ .]*)\.?$"
)
_SIGN = re.compile(r"^(?:©|\(c\))\s*", re.IGNORECASE)


def figures(document: Document) -> list[Image]:
    """Return the pictures that the page shows as figures of the article, in its order."""
    images: dict[str, Image] = {}
    for figure in document.elements_of("figure")[:60]:
        if within_aside(figure) or any(outer.tag in ("a", "figure") for outer in above(figure)):
            continue
        picture = first(figure, "img", "amp-img")
        url = document.absolute(_picture_url(picture)) if picture is not None else None
        if url is None or is_placeholder(url):
            continue
        caption, credit = _caption(figure)
        images.setdefault(url, Image(url, caption, credit))
    return list(images.values())[:_MOST]


def _picture_url(picture: Element) -> str | None:
    for name in ("data-src", "data-original", "data-lazy-src", "src"):
        url: str | None = picture.attr(name)
        if url and not url.startswith("data:") and "{" not in url:
            return url
    first: str = (
        (picture.attr("srcset") or picture.attr("data-srcset") or "").split(",")[0].strip().split(" ")[0]
    )
    return first or None


def _caption(figure: Element) -> tuple[str | None, str | None]:
    texts = first(figure, "figcaption")
    if texts is None:
        return None, None
    marked = next(
        (part for part in elements(texts) if part is not texts and _CREDIT_NAME.search(class_of(part))),
        None,
    )
    whole = clean(" ".join(texts.strings))
    if marked is None:
        return split_credit(whole)
    credit = clean(" ".join(marked.strings))
    caption = clean(whole.replace(credit, "")).rstrip(" (|/–-")
    return (split_credit(caption)[0] if caption else None), (split_credit(credit)[1] or credit or None)


def is_placeholder(url: str) -> bool:
    """Tell whether a URL is that of a logo or of a stand-in for a missing picture.

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


def told_apart(image: Image, document: Document) -> Image:
    """Return a picture with its whole URL, and with caption and credit apart."""
    caption, credit = image.caption, image.credit
    if not credit:
        caption, credit = split_credit(caption)
    url = document.absolute(image.url) or image.url
    return Image(url, clean(caption or "") or None, clean(credit or "") or None)
