"""Kept page: what was archived of one answer, or the reason why a record is no page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from scrapy.exceptions import ResponseDataLossError
from warcio.bufferedreaders import ChunkedDataReader
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from newscrawler.download.inflate import changes_nothing, inflate
from newscrawler.exceptions import Failed

if TYPE_CHECKING:
    from newscrawler.archives.blocks import Block

PAGES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain", ""})
"""Media types that can be pages; what is none of news is rejected when it is read."""
_LAST_CHUNK = b"\r\n0"
_TRAILERS = 1024
_HTTP = ("HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/2.0", "HTTP/3", "HTTP")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that was kept."""

    url: str
    body: bytes
    """As a browser would read it: without transfer and content encodings."""
    fetched_at: str | None
    """UTC, ISO 8601."""
    headers: dict[str, str] = field(default_factory=dict)
    place: str = ""
    """Where it lies, for the operator: file, and number of the record."""


@dataclass(frozen=True, slots=True)
class NoPage:
    """Why a record or a file is no page."""

    reason: str
    place: str = ""
    is_damaged: bool = False
    """It should have been one."""


def page_of_block(block: Block, place: str, largest: int) -> KeptPage | NoPage:
    """Return the page that a WARC record holds, or the reason why it holds none.

    :param largest: bytes of a page, as stored and as inflated.
    """
    if block.kind not in {"response", "resource"}:
        return NoPage(block.kind or "no_kind", place)
    fetched_at = _moment(block.headers.get("warc-date", ""))
    if not block.url.lower().startswith(("http://", "https://")):
        return NoPage("not_http", place)
    if cut := block.headers.get("warc-truncated"):
        return NoPage(f"truncated_{cut.split()[0].lower()}", place, is_damaged=True)
    if block.kind == "resource":
        headers = {"Content-Type": block.headers.get("content-type", "")}
        return _checked(block.url, 200, headers, block.content, (fetched_at, place))
    stream = BytesIO(block.content)
    try:
        head = StatusAndHeadersParser(_HTTP).parse(stream)
        status = int(head.get_statuscode())
    except (StatusAndHeadersParserException, EOFError, ValueError):
        return NoPage("no_http_response", place, is_damaged=True)
    headers = {}
    for name, value in head.headers:
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    try:
        body = _body(stream, {name.lower(): value for name, value in headers.items()}, largest)
    except Failed as error:
        return NoPage(error.reason, place, is_damaged=True)
    except ResponseDataLossError:
        return NoPage("damaged_body", place, is_damaged=True)
    return _checked(block.url, status, headers, body, (fetched_at, place))


def _checked(
    url: str, status: int, headers: dict[str, str], body: bytes, found: tuple[str | None, str]
) -> KeptPage | NoPage:
    """Return the page unless its status or its media type says that it is none."""
    fetched_at, place = found
    if not 200 <= status < 300:
        return NoPage(f"http-{status}", place)
    stated = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    if stated.partition(";")[0].strip().lower() not in PAGES:
        return NoPage("not_html", place)
    return KeptPage(url, body, fetched_at, headers, place)


def _body(stream: BytesIO, headers: dict[str, str], largest: int) -> bytes:
    """Return the body without its encodings; some archives have taken them off and kept the headers.

    :raises Failed: it is too large.
    :raises ResponseDataLossError: it is damaged.
    """
    is_chunked = "chunked" in headers.get("transfer-encoding", "").lower()
    start, length = stream.tell(), headers.get("content-length", "")
    body = (ChunkedDataReader(stream, decomp_type=None) if is_chunked else stream).read(largest + 1)
    if len(body) > largest:
        raise Failed("too_large")
    if is_chunked and body != stream.getvalue()[start : start + len(body)]:
        is_cut = _LAST_CHUNK not in stream.getvalue()[-_TRAILERS:]
    else:
        is_cut = "content-encoding" not in headers and length.isdigit() and len(body) < int(length)
    if is_cut:
        raise ResponseDataLossError("the body ends too early")
    names = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
    for name in reversed(names):
        if not changes_nothing(name):
            try:
                body = inflate(body, name, largest)
            except Failed as error:
                if error.reason != "encoding" or not _is_text(body):
                    raise
    return bytes(body)


def _is_text(body: bytes) -> bool:
    """Tell whether a body is markup as it is, whatever encoding is stated."""
    return body.lstrip()[:1] == b"<"


def _moment(text: str) -> str | None:
    """Return a record's date as ``fetched_at``, to the second."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds")
