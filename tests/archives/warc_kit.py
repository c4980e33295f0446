"""WARC records for tests, written by warcio: pages of invented papers, sound and damaged."""

from __future__ import annotations

import gzip
import re
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2026-05-05T08:00:00Z"


def page(number: int, words: str = "") -> bytes:
    """A page that is an article."""
    day = number % 28 + 1
    story = (
        f"The quay {number} of Port Ellery opened after {number} weeks of work, the office said{words}.",
        f"Ferries to island {number} leave from it again, six times a day, and a market hall follows soon.",
        f"The works cost {number * 3} crowns less than planned, since old stone could be used again.",
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quay {number}</title></head>
    <body><article><h1>Quay {number} opens</h1><time datetime="2026-04-{day:02}T10:00:00+03:00">April</time>
    {"".join(f"<p>{part}</p>" for part in story)}</article></body></html>""".encode()


def record(
    number: int,
    body: bytes | None = None,
    *,
    headers: tuple[tuple[str, str], ...] = (),
    status: str = "200 OK",
    media: str = "text/html",
    host: str = "harbour.example",
    date: str = DATE,
    kind: str = "response",
    compressed: bool = True,
) -> bytes:
    """A record as warcio writes it."""
    body = page(number) if body is None else body
    file = BytesIO()
    writer = WARCWriter(file, gzip=compressed)
    stated = [("Content-Type", media), *headers]
    stated_id = {"WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012}>", "WARC-Date": date}
    url = f"https://{host}/news/quay-{number}"
    if kind == "revisit":
        made = writer.create_revisit_record(
            url, "sha1:ABC", url, date, http_headers=StatusAndHeaders(status, stated, protocol="HTTP/1.1"),
            warc_headers_dict=stated_id,
        )  # fmt: skip
    else:
        http = StatusAndHeaders(status, stated, protocol="HTTP/1.1") if kind == "response" else None
        made = writer.create_warc_record(
            url, kind, payload=BytesIO(body), http_headers=http, warc_headers_dict=stated_id
        )
    writer.write_record(made)
    made.raw_stream.close()  # a temporary file, where warcio had to count
    return file.getvalue()


def with_length(length: str, number: int, *, compressed: bool = True) -> bytes:
    """A record that states a wrong length."""
    plain = record(number, compressed=False)
    wrong = re.sub(rb"Content-Length: \d+", f"Content-Length: {length}".encode(), plain, count=1)
    return gzip.compress(wrong) if compressed else wrong


def bomb(size: int = 40_000_000) -> bytes:
    """A record whose member inflates to far more than a page."""
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {size * 50}\r\n\r\n"
    return gzip.compress(head.encode() + bytes(size), 1)


def bomb_in_http(number: int) -> bytes:
    """A record whose page inflates to far more than a page."""
    return record(number, gzip.compress(bytes(40_000_000)), headers=(("Content-Encoding", "gzip"),))


def no_http(number: int) -> bytes:
    """A response without an HTTP head."""
    plain = record(number, compressed=False)
    return gzip.compress(plain.replace(b"HTTP/1.1 200 OK", b"SSH-2.0 whateve"))
