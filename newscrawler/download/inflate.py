"""Decompression of bodies: bounded while it inflates; a cut or damaged body is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]  # it has no stubs
from backports import zstd
from scrapy.exceptions import ResponseDataLossError
from zlib_ng import zlib_ng

from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from collections.abc import Callable

_GZIP_START = b"\x1f\x8b"
_NO_ENCODINGS = {
    "", "identity", "none", "null", "no", "off", "false", "raw", "plain", "text", "html", "default",
    "binary", "7bit", "8bit", "chunked", "aws-chunked",
}  # fmt: skip
"""What servers state of a body that they send as it is: nothing, or a word of another header or of e-mail."""
_ZSTD_WINDOW = 23
"""Base 2 logarithm of the largest window: 8 MB, as RFC 9659 asks. A larger one would take too much memory."""


def changes_nothing(encoding: str) -> bool:
    """Tell whether a stated Content-Encoding leaves the bytes as they are: it may be a charset.

    >>> [changes_nothing(name) for name in ("none", "UTF-8", "charset=utf-8", "text/html", "gzip", "zip")]
    [True, True, True, True, False, False]
    """
    name = encoding.strip(" \"'").lower().rpartition("=")[2]
    return name in _NO_ENCODINGS or "/" in name or _is_charset(name)


def _is_charset(name: str) -> bool:
    try:
        "".encode(name)
    except (LookupError, ValueError):  # unknown, or a codec of Python's between bytes, as ``zip`` is
        return False
    return True


def inflate(data: bytes, encoding: str, max_size: int) -> bytes:
    """Decompress a body.

    :param encoding: ``gzip``, ``x-gzip``, ``deflate``, ``br`` or ``zstd``.
    :param max_size: bytes that the result may have; 0 for no bound.
    :raises ResponseDataLossError: the data ends too early or is damaged.
    :raises Failed: ``too_large``, or ``encoding`` where the data is not in this encoding at all.

    >>> inflate(zlib_ng.compress(b"news"), "deflate", 100)
    b'news'
    """
    decode = _DECODERS.get(encoding)
    if decode is None:
        raise Failed("encoding", f"unknown Content-Encoding {encoding[:40]!r}")
    if not data:
        return b""
    body = decode(data, max_size + 1 if max_size else -1)
    if max_size and len(body) > max_size:
        raise Failed("too_large", f"{len(data)} bytes of {encoding} inflate to more than {max_size}")
    return body


def _gzip(data: bytes, limit: int) -> bytes:
    if not data.startswith(_GZIP_START):
        raise Failed("encoding", "not gzip")
    body = b""
    while data.startswith(_GZIP_START):  # members follow each other, then padding
        part, data = _zlib(data, 31, limit - len(body) if limit > 0 else limit)
        body += part
        if 0 < limit <= len(body):
            break
    return body


def _deflate(data: bytes, limit: int) -> bytes:
    raw = data[0] & 0x0F != 8 or (data[0] << 8 | int.from_bytes(data[1:2])) % 31
    return _zlib(data, -15 if raw else 15, limit)[0]


def _zlib(data: bytes, wbits: int, limit: int) -> tuple[bytes, bytes]:
    decoder = zlib_ng.decompressobj(wbits)
    try:
        body = decoder.decompress(data, max(limit, 0))
    except zlib_ng.error as error:  # type: ignore[misc]  # its stub takes the class for an object
        raise ResponseDataLossError(f"damaged: {error}") from error
    if not decoder.eof and not 0 < limit <= len(body):
        raise ResponseDataLossError("the compressed data ends too early")
    return body, decoder.unused_data


def _brotli(data: bytes, limit: int) -> bytes:
    decoder = brotli.Decompressor()
    try:
        if limit < 0:
            body = decoder.process(data)
        else:
            body = decoder.process(data, output_buffer_limit=limit)
            while len(body) < limit and not decoder.is_finished():
                more = decoder.process(b"", output_buffer_limit=limit - len(body))
                if not more:
                    break
                body += more
    except brotli.error as error:
        raise ResponseDataLossError(f"damaged: {error}") from error
    if not decoder.is_finished() and not 0 < limit <= len(body):
        raise ResponseDataLossError("the compressed data ends too early")
    return bytes(body)


def _zstd(data: bytes, limit: int) -> bytes:
    body = b""
    while data and not 0 < limit <= len(body):
        decoder = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW})
        try:
            body += decoder.decompress(data, limit - len(body) if limit > 0 else -1)
        except zstd.ZstdError as error:
            raise ResponseDataLossError(f"damaged: {error}") from error
        if not decoder.eof and not 0 < limit <= len(body):
            raise ResponseDataLossError("the compressed data ends too early")
        data = decoder.unused_data
    return body


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
