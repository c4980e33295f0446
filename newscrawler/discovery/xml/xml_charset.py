"""The bytes of a feed or sitemap as UTF-8, whatever they were declared to be."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from newscrawler.document.charset import as_utf8

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 16
_SAMPLE = 1 << 20
"""Bytes before and after the first stray one that are looked at to tell the charset."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ((b"\0\0\0", "utf-32-be"), (b"\0", "utf-16-be"))
_STRAY = "newscrawler.stray_byte"


def utf8_text(body: bytes, content_type: str | None = None) -> bytes:
    r"""Return the bytes as UTF-8 without a byte order mark. Never raises.

    The order is that of feed readers: byte order mark, header, XML declaration, the bytes themselves. Bytes
    that are UTF-8 stay UTF-8 whatever is declared, and one byte of another charset costs no other character.

    :param content_type: the ``Content-Type`` header of the response.

    >>> utf8_text("\ufeff<a>\u00e9</a>".encode("utf-16")).decode()
    '<a>é</a>'
    >>> utf8_text(b"<a>\xc3\xa9 \xe9</a>").decode()
    '<a>é é</a>'
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _recoded(body[len(mark) :], name)
    if (wide := _wide_charset(body)) is not None:
        return _recoded(body, wide)
    return _recoded(body, "utf-8") if _is_nearly_utf8(body) else as_utf8(body, content_type)[0]


def _wide_charset(body: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by the zero bytes beside the first letter (XML, appendix F)."""
    for zeros, name in _WIDE:
        if (
            body[: len(zeros)] == zeros
            and body[len(zeros) : len(zeros) + 1].isascii()
            and body[len(zeros) :][:1] > b"\x08"
        ):
            return name
        if body[1 : 1 + len(zeros)] == zeros and b"\x08" < body[:1] < b"\x80":
            return name.replace("-be", "-le")
    return None


def _recoded(body: bytes, name: str) -> bytes:
    """Return the bytes as UTF-8, decoded in steps: as one text they may take four times the memory."""
    if name == "utf-8" and _is_utf8(body):
        return body
    return b"".join(_encoded_steps(body, name)).removeprefix(codecs.BOM_UTF8)


def _encoded_steps(body: bytes, name: str) -> Iterator[bytes]:
    errors = _STRAY if name == "utf-8" else "replace"
    decoder = codecs.getincrementaldecoder(name)(errors)
    for start in range(0, len(body), _CHUNK):
        yield decoder.decode(body[start : start + _CHUNK], start + _CHUNK >= len(body)).encode(
            "utf-8", "replace"
        )


def _is_utf8(body: bytes) -> bool:
    return body.isascii() or _stray_place(body) is None


def _is_nearly_utf8(body: bytes) -> bool:
    """Tell UTF-8 with stray bytes: in another charset next to no bytes make a character of UTF-8."""
    place = None if body.isascii() else _stray_place(body)
    if place is None:
        return False
    text = body[max(0, place - _SAMPLE) : place + _SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(1 for character in text if character > "\x7f") >= 2 * bad


def _stray_place(body: bytes) -> int | None:
    """Return where the first byte stands that is no UTF-8."""
    try:
        body.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None


def _stray_byte(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as Windows-1252: that is what is pasted into such texts."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_STRAY, _stray_byte)
