"""Exchange: a request and its answer as WARC records, with what the run knows of them."""

from __future__ import annotations

from base64 import b32encode
from hashlib import sha1
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapy import Request
    from scrapy.http import Headers, Response

    from newscrawler.archives.warc_index import Kept

_NOT_AS_SENT = frozenset({"transfer-encoding", "connection", "keep-alive"})
"""Headers of the connection: the body is kept without chunks."""
_SERVER_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_VERSION = "WARC/1.1"


def payload_digest(body: bytes) -> str:
    """Return the digest of a body as WARC files state it.

    >>> payload_digest(b"")
    'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'
    """
    return "sha1:" + b32encode(sha1(body, usedforsecurity=False).digest()).decode()


def warcinfo(filename: str, fields: Mapping[str, str]) -> bytes:
    """Return the record with which a WARC file begins."""
    made = _Records()
    made.writer.write_record(made.writer.create_warcinfo_record(filename, dict(fields)))
    return made.bytes()


def exchange(
    request: Request, response: Response, date: str, known: Mapping[str, str], earlier: Kept | None
) -> tuple[bytes, int, str, bool]:
    """Return the records of one exchange: the answer or a revisit, the request, metadata.

    :param date: when the answer came, as WARC files state it.
    :param known: what the run knows of it: ``run``, ``listing``…
    :param earlier: the latest whole record of this URL.
    :return: their bytes, the length of the first, its ``WARC-Record-ID``, and whether it is no revisit.
    """
    made = _Records()
    body, digest = response.body, payload_digest(response.body)
    stated = {"WARC-Date": date}
    if response.ip_address is not None:
        stated["WARC-IP-Address"] = str(response.ip_address)
    http = StatusAndHeaders(
        f"{response.status} {_phrase(response.status)}", _pairs(response.headers), protocol="HTTP/1.1"
    )
    is_same = response.status == 200 and earlier is not None and earlier.digest == digest
    if earlier is not None and (is_same or response.status == 304):
        record = made.writer.create_revisit_record(
            response.url,
            earlier.digest,
            earlier.url,
            earlier.date,
            http_headers=http,
            warc_headers_dict=stated,
        )
        if response.status == 304:
            record.rec_headers.replace_header("WARC-Profile", _SERVER_NOT_MODIFIED)
    else:
        record = made.writer.create_warc_record(
            response.url, "response", payload=BytesIO(body), length=len(body), http_headers=http,
            warc_headers_dict={**stated, "WARC-Payload-Digest": digest},
        )  # fmt: skip
    made.writer.write_record(record)
    length, record_id = made.length(), record.rec_headers.get_header("WARC-Record-ID")
    beside = {"WARC-Date": date, "WARC-Concurrent-To": record_id}
    _write_request(made, request, beside)
    text = "".join(f"{name}: {value}\r\n" for name, value in known.items()).encode()
    made.writer.write_record(
        made.writer.create_warc_record(
            response.url, "metadata", payload=BytesIO(text), length=len(text),
            warc_content_type="application/warc-fields", warc_headers_dict=beside,
        )
    )  # fmt: skip
    return made.bytes(), length, record_id, record.rec_type == "response"


class _Records:
    """Records in memory, each a gzip member."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self.writer = WARCWriter(self._file, gzip=True, warc_version=_VERSION)

    def length(self) -> int:
        return self._file.tell()

    def bytes(self) -> bytes:
        return self._file.getvalue()


def _write_request(made: _Records, request: Request, stated: dict[str, str]) -> None:
    parts = urlsplit(request.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    pairs = [("Host", parts.netloc.rpartition("@")[2]), *_pairs(request.headers)]
    http = StatusAndHeaders(f"{request.method} {path} HTTP/1.1", pairs, is_http_request=True)
    record = made.writer.create_warc_record(
        request.url, "request", payload=BytesIO(request.body), length=len(request.body),
        http_headers=http, warc_headers_dict=stated,
    )  # fmt: skip
    made.writer.write_record(record)


def _pairs(headers: Headers) -> Sequence[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
        if name.decode("latin-1").lower() not in _NOT_AS_SENT
    ]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
