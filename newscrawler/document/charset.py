"""Charset: the bytes of a page as UTF-8, whatever they were declared to be.

Byte order mark, header, meta element and the bytes themselves are weighed as browsers do, with two differences: bytes
that are UTF-8 are read as UTF-8 whatever is declared, and one bad byte costs one character, not the page.
"""

from __future__ import annotations

import codecs
import re

from w3lib.encoding import (
    DEFAULT_ENCODING_TRANSLATION,
    html_body_declared_encoding,
    http_content_type_encoding,
    resolve_encoding,
)

_NO_CHARSETS = [
    "idna",
    "punycode",
    "undefined",
    "unicode_escape",
    "raw_unicode_escape",
    "utf_7",
    "mbcs",
    "oem",
    "base64_codec",
    "bz2_codec",
    "hex_codec",
    "quopri_codec",
    "rot_13",
    "rot13",
    "uu_codec",
    "zlib_codec",
    "zlib",
    "bz2",
    "base64",
    "hex",
    "quopri",
    "uu",
]
"""What Python decodes besides charsets, for whoever names it: punycode takes the square of a page's length, others raise.

No page is in one of them, so that none is to be found, by Scrapy's own responses either.
"""
DEFAULT_ENCODING_TRANSLATION.update(dict.fromkeys(_NO_CHARSETS, "no charset"))

_LANGUAGE = re.compile(rb"<html[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2})", re.IGNORECASE)
_MULTIBYTE = {"ja": ("cp932", "euc_jp"), "zh": ("gb18030", "big5"), "ko": ("cp949",)}
_ONE_BYTE = {
    **dict.fromkeys(("ru", "uk", "bg", "be", "sr", "mk"), "cp1251"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl"), "cp1250"),
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "ar": "cp1256",
    "lt": "cp1257",
    "lv": "cp1257",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def as_utf8(data: bytes, content_type: str | None = None) -> tuple[bytes, str]:
    r"""Return the page as valid UTF-8 and the name of the charset that it was in. Never raises.

    >>> as_utf8("Où".encode(), "text/html; charset=iso-8859-1")
    (b'O\xc3\xb9', 'utf-8')
    >>> as_utf8(b"dziesi\xb1tej", "text/html; charset=iso-8859-2")[0].decode()
    'dziesiątej'
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return (data if name == "utf-8" and _is_utf8(data) else _recode(data, name)), name
    # An escape sequence opens ISO-2022-JP, which is plain ASCII; one byte is found much sooner than two.
    if _is_utf8(data) and not (b"\x1b" in data and b"\x1b$" in data):
        return data, "utf-8"
    name = _declared(data, content_type)
    if (
        name.startswith(("utf-16", "utf-32"))
        and b"<" in data[:1024].replace(b"\0", b"")
        and b"\0" not in data[:64]
    ):
        name = "utf-8"  # a declaration that can be read as ASCII is not in UTF-16
    if not _nearly_utf8(data, stated=name == "utf-8"):
        name = _guessed(data) if name == "utf-8" else name
        return _recode(data, name), name
    return _recode(data, "utf-8"), "utf-8"


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _nearly_utf8(data: bytes, *, stated: bool) -> bool:
    """Whether the page is UTF-8 with a few bad bytes: a page in another charset has next to no good sequences.

    A page that states UTF-8, or states nothing, needs less to be believed.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - bad
    return 4 * good > bad if stated else good > bad


def _declared(data: bytes, content_type: str | None) -> str:
    head = data[:4096]
    named = (http_content_type_encoding(content_type), html_body_declared_encoding(head))
    names = [name for name in (resolve_encoding(name) if name else None for name in named) if name]
    for name in names:
        if name != "utf-8" and _reads(data, name):
            return name
    return names[0] if names else "utf-8"


def _guessed(data: bytes) -> str:
    found = _LANGUAGE.search(data[:4096])
    language = found.group(1).decode("ascii").lower() if found else ""
    for name in _MULTIBYTE.get(language, ()):
        if _reads(data, name):
            return name
    return _ONE_BYTE.get(language, "cp1252")


def _reads(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeError, LookupError):
        return False
    return True


def _recode(data: bytes, name: str) -> bytes:
    try:
        return data.decode(name, "replace").encode("utf-8", "replace")
    except (UnicodeError, LookupError):
        return data.decode("utf-8", "replace").encode("utf-8")
