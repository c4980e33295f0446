"""The newsroom's server: a publication on a loopback port, in a thread of its own, with a log and scripted faults."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
import zlib
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Literal, Self
from urllib.parse import urlsplit

from tests.newsroom.expected import ExpectedArticle, expected_articles, stories
from tests.newsroom.feeds_only_site import FeedsOnlySite
from tests.newsroom.http import CHALLENGE, REASONS, Fault, Publication, Request, Response, html, plain
from tests.newsroom.older import OlderSite
from tests.newsroom.plain_site import PlainSite
from tests.newsroom.today import TodaySite

if TYPE_CHECKING:
    from collections.abc import Sequence

Layout = Literal["today", "older", "plain", "feeds"]

EPOCH_TIME = datetime(2025, 12, 21, 12, 40, tzinfo=UTC)
"""When epoch 0 was last changed; each epoch comes twelve hours later."""


class Newsroom:
    """A news site on loopback; a context manager that serves from entry to exit: ``with Newsroom() as newsroom``."""

    def __init__(
        self,
        layout: Layout = "today",
        *,
        epoch: int = 0,
        host: str = "127.0.0.1",
        port: int = 0,
        latency: float = 0.0,
        page_size: int = 5,
        home: str | None = None,
        listing: Literal["sound", "not_json", "stuck"] = "sound",
        validators: bool = True,
        lying_validators: bool = False,
        robots: str | None = None,
        rss_items: int = 20,
    ) -> None:
        """Make a newsroom; nothing is served before it is entered.

        ``page_size``: most stories in one answer of a listing. ``home``: the base address that pages state, if it is
        not the server's own. ``listing``: a JSON listing that is not JSON, or whose cursor never moves.
        ``lying_validators``: the ETag stays the same after a change. ``robots``: another robots.txt.
        """
        self.epoch = epoch
        self.latency = latency
        self.validators = validators
        self.lying_validators = lying_validators
        self.robots = robots
        self.host, self.port = host, port
        self.home = home
        self.requests: list[Request] = []
        self.statuses: Counter[int] = Counter()
        self.faults: dict[str, list[Fault]] = {}
        self.publication: Publication
        if layout == "today":
            self.publication = TodaySite(page_size=page_size, listing=listing, rss_items=rss_items)
        elif layout == "older":
            self.publication = OlderSite(page_size=page_size, listing=listing, rss_items=rss_items)
        elif layout == "plain":
            self.publication = PlainSite(page_size=page_size)
        else:
            self.publication = FeedsOnlySite()
        self._rendered: dict[tuple[str, int], Response | None] = {}
        self._connections: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread: threading.Thread | None = None

    # What it serves

    @property
    def base_url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def articles(self) -> list[ExpectedArticle]:
        """Every article of the present epoch, newest first."""
        return self.expected(self.epoch)

    def expected(self, epoch: int) -> list[ExpectedArticle]:
        site = self.publication
        return expected_articles(epoch, site.address, site.holds, site.offered)

    @property
    def set_aside(self) -> dict[str, str]:
        """Address of each page that is listed and lacks something -> the field that it lacks."""
        return {
            self.publication.address(story): "body" if story.headline else "headline"
            for story in stories(self.epoch)
            if not story.whole and self.publication.holds(story)
        }

    # What was asked

    def asked(self, pattern: str) -> list[Request]:
        """Logged requests whose path, or path with query, fits the shell pattern."""
        return [r for r in self.requests if fnmatchcase(r.path, pattern) or fnmatchcase(r.target, pattern)]

    def reset(self) -> None:
        """Forget the log and the counters."""
        self.requests.clear()
        self.statuses.clear()

    def fail(self, pattern: str, *faults: Fault) -> None:
        """Script what happens to addresses that fit the shell pattern, fault after fault, then the sound page."""
        self.faults[pattern] = list(faults)

    # Serving

    def __enter__(self) -> Self:
        ready = threading.Event()
        failed: list[BaseException] = []
        self._thread = threading.Thread(target=self._run, args=(ready, failed), name="newsroom", daemon=True)
        self._thread.start()
        ready.wait()
        if failed:
            raise failed[0]
        return self

    def __exit__(self, *exc_info: object) -> None:
        if self._loop and self._stop and self._thread:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()

    def _run(self, ready: threading.Event, failed: list[BaseException]) -> None:
        try:
            asyncio.run(self.serve(ready))
        except OSError as error:
            failed.append(error)
            ready.set()

    async def serve(self, ready: threading.Event) -> None:
        """Serve until told to stop."""
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connection, self.host, self.port)
        self.port = server.sockets[0].getsockname()[1]
        self.publication.base = self.home or self.base_url
        ready.set()
        await self._stop.wait()
        server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._connections.add(task)
            task.add_done_callback(self._connections.discard)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while request := await self._read(reader):
                self.requests.append(request)
                if not await self._answer(request, writer):
                    break
        writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Request | None:
        line = (await reader.readline()).decode("latin-1").split()
        if len(line) != 3:
            return None
        headers: dict[str, str] = {}
        while header := (await reader.readline()).decode("latin-1").strip():
            name, _, value = header.partition(":")
            headers[name.strip().lower()] = value.strip()
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        parts = urlsplit(line[1])
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        return Request(time.monotonic(), headers.get("host", ""), line[0], target, headers, body)

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Write the answer; whether the connection stays open."""
        if self.latency:
            await asyncio.sleep(self.latency)
        fault = self._next_fault(request)
        if fault is None:
            response = self._response(request)
        elif fault.kind == "reset":
            writer.transport.abort()
            return False
        elif fault.kind == "stall":
            await asyncio.sleep(fault.seconds)
            response = self._response(request)
        elif fault.kind == "challenge":
            response = Response(CHALLENGE)
        elif fault.kind == "body":
            response = Response(fault.body, 200, fault.content_type, dict(fault.headers))
        elif fault.kind == "redirect":
            status = fault.status if 300 <= fault.status < 400 else 302
            response = Response(b"", status, headers={"Location": fault.location, **fault.headers})
        elif fault.kind == "cut":
            response = self._response(request)
        else:
            response = html(f"<h1>{fault.status}</h1>", fault.status)
            response.headers.update(fault.headers)
        self.statuses[response.status] += 1
        head, body = self._frame(response), b"" if request.method == "HEAD" else response.body
        if fault is not None and fault.kind == "cut":
            writer.write(head + body[: len(body) // 2])
            await writer.drain()
            return False
        writer.write(head + body)
        await writer.drain()
        return request.headers.get("connection", "").lower() != "close"

    def _next_fault(self, request: Request) -> Fault | None:
        for pattern, faults in self.faults.items():
            if faults and (fnmatchcase(request.path, pattern) or request.target == pattern):
                fault = faults[0]
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        faults.pop(0)
                return fault
        return None

    def _response(self, request: Request) -> Response:
        if request.path.startswith("/__newsroom__/"):
            return self._control(request.path.split("/")[2:])
        if request.method not in ("GET", "HEAD"):
            return self.publication.respond(request, self.epoch) or html("<h1>Not found</h1>", 404)
        found = self._render(request, self.epoch)
        if found is None:
            return html("<h1>Not found</h1>", 404)
        response = Response(found.body, found.status, found.content_type, dict(found.headers))
        if response.status == 200 and self.validators:
            etag, changed = self._validators(request, found)
            response.headers |= {"ETag": etag, "Last-Modified": format_datetime(changed, usegmt=True)}
            if _is_current(request, etag, changed):
                return Response(b"", 304, headers=response.headers)
        return response

    def _render(self, request: Request, epoch: int) -> Response | None:
        key = (request.target, epoch)
        if key not in self._rendered:
            if request.path == "/robots.txt" and self.robots is not None:
                self._rendered[key] = plain(self.robots)
            else:
                self._rendered[key] = self.publication.respond(request, epoch)
        return self._rendered[key]

    def _validators(self, request: Request, found: Response) -> tuple[str, datetime]:
        """ETag, and the time of the epoch in which the page last changed."""
        since = self.epoch
        while since and (before := self._render(request, since - 1)) and before.body == found.body:
            since -= 1
        content = request.target.encode() if self.lying_validators else found.body
        return f'"{zlib.crc32(content):08x}"', EPOCH_TIME + timedelta(hours=12 * since)

    def _control(self, words: Sequence[str]) -> Response:
        """``/__newsroom__/epoch/1``, ``/__newsroom__/reset``, ``/__newsroom__/stats``."""
        self.requests.pop()
        if words[0] == "epoch" and len(words) > 1:
            self.epoch = int(words[1])
        elif words[0] == "reset":
            self.reset()
        return plain(f"epoch {self.epoch}, {len(self.requests)} requests, {dict(self.statuses)}\n")

    @staticmethod
    def _frame(response: Response) -> bytes:
        reason = REASONS.get(response.status, "Scripted")
        lines = [f"HTTP/1.1 {response.status} {reason}", f"Content-Type: {response.content_type}"]
        lines += [f"{name}: {value}" for name, value in response.headers.items()]
        if response.status != 304:
            lines.append(f"Content-Length: {len(response.body)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _is_current(request: Request, etag: str, changed: datetime) -> bool:
    """Whether the client's copy is still good; the ETag decides where it sends one."""
    if known := request.headers.get("if-none-match"):
        return etag in [tag.strip().removeprefix("W/") for tag in known.split(",")]
    if since := request.headers.get("if-modified-since"):
        with contextlib.suppress(ValueError):
            return parsedate_to_datetime(since) >= changed
    return False
