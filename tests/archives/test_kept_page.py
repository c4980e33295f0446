"""Pages out of WARC records: whole ones, without their encodings; or the reason why there is none."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest

from newscrawler.archives.blocks import Block, read_blocks
from newscrawler.archives.kept_page import KeptPage, NoPage, page_of_block
from tests.archives.warc_kit import bomb_in_http, no_http, page, record

LARGEST = 1_000_000
BODY = page(1)
CHUNKS = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (BODY[:99], BODY[99:])) + b"0\r\n\r\n"


def read(data: bytes) -> KeptPage | NoPage:
    (block,) = read_blocks(BytesIO(data))
    assert isinstance(block, Block)
    return page_of_block(block, "a.warc.gz, record 1", LARGEST)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (BODY, {}),
        (BODY, {"Content-Length": str(len(BODY))}),
        (gzip.compress(BODY), {"Content-Encoding": "gzip"}),
        (CHUNKS, {"Transfer-Encoding": "chunked"}),
        (BODY, {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),  # the archive has undone both
        (BODY, {"Content-Encoding": "gzip", "Content-Length": "12"}),
        (BODY, {"Content-Encoding": "utf-8"}),
    ],
    ids=lambda value: str(value)[:50] if isinstance(value, dict) else "",
)
def test_the_body_as_a_browser_reads_it(body: bytes, headers: dict[str, str]) -> None:
    found = read(record(1, body, headers=tuple(headers.items())))
    assert isinstance(found, KeptPage)
    assert found.body == BODY
    assert found.url == "https://harbour.example/news/quay-1"
    assert found.fetched_at == "2026-05-05T08:00:00+00:00"
    assert found.headers["Content-Type"] == "text/html"


def test_a_resource_is_a_page_without_http() -> None:
    found = read(record(1, kind="resource"))
    assert isinstance(found, NoPage)
    assert found.reason == "not_html"  # warcio states application/warc-record


@pytest.mark.parametrize(
    ("data", "reason", "is_damaged"),
    [
        (record(1, kind="revisit"), "revisit", False),
        (record(1, status="404 Not Found"), "http-404", False),
        (record(1, media="image/jpeg"), "not_html", False),
        (record(1, BODY, headers=(("Content-Length", "999999"),)), "damaged_body", True),
        (record(1, gzip.compress(BODY)[:-30], headers=(("Content-Encoding", "gzip"),)), "damaged_body", True),
        (record(1, CHUNKS[:-40], headers=(("Transfer-Encoding", "chunked"),)), "damaged_body", True),
        (record(1, b"\x00\x01", headers=(("Content-Encoding", "gzip"),)), "encoding", True),
        (record(1, b"<p>" + bytes(LARGEST)), "too_large", True),
        (bomb_in_http(1), "too_large", True),
        (no_http(1), "no_http_response", True),
    ],
)
def test_no_page(data: bytes, reason: str, is_damaged: bool) -> None:
    found = read(data)
    assert isinstance(found, NoPage)
    assert (found.reason, found.is_damaged) == (reason, is_damaged)


def test_a_page_that_was_cut_when_it_was_archived() -> None:
    plain = record(1, compressed=False).replace(b"WARC-Type:", b"WARC-Truncated: length\r\nWARC-Type:")
    found = read(plain)
    assert isinstance(found, NoPage)
    assert (found.reason, found.is_damaged) == ("truncated_length", True)


def test_a_date_that_is_none() -> None:
    found = read(record(1, compressed=False).replace(b"2026-05-05T08:00:00Z", b"5 May 26 08:00:00 GM"))
    assert isinstance(found, KeptPage)
    assert found.fetched_at is None
