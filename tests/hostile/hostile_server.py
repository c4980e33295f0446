"""The hostile newsroom: 127.0.0.1 is the site, 127.0.0.2 another host, 127.0.0.3 what must never be connected
to."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import ssl

SITE, OTHER, INSIDE = "127.0.0.1", "127.0.0.2", "127.0.0.3"

STALL_SECONDS = 600.0
"""For so long a stalled answer says nothing: longer than any test."""


@dataclass(slots=True)
class Asked:
    """A request as the server saw it."""

    time: float
    host: str
    path: str
    headers: dict[str, str]
    open_at_once: int
    """Requests of this host in work when it came in, itself included."""

    @property
    def sent(self) -> float:
        """When it was sent, where it says so (``stamped``), else when it came in; monotonic seconds."""
        return float(self.headers.get("x-sent", self.time))


Answer = Callable[[Asked, asyncio.StreamWriter, int], Awaitable[None]]
"""(request, connection, how often this path was asked for before) -> writes the answer."""


def http(status: int = 200, body: bytes = b"", *headers: str, length: int | None = None) -> bytes:
    """A whole answer; ``length`` lies about its body."""
    lines = [f"HTTP/1.1 {status} X", *headers]
    if not any(header.lower().startswith("transfer-encoding") for header in headers):
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    if not any(header.lower().startswith("content-type") for header in headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def article(number: int | str, extra: str = "") -> bytes:
    """A page that is an article."""
    return (
        f"<!doctype html><html><head><title>Story {number}</title>{extra}</head><body><h1>Story {number}</h1>"
        f"<p>{'The council met and decided nothing. ' * 12}</p><p>End of {number}.</p></body></html>"
    ).encode()


@dataclass
class HostileNewsroom:
    """The servers, in a thread of their own."""

    routes: dict[str, bytes | Answer] = field(default_factory=dict)
    other_routes: dict[str, bytes | Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    broken_in: list[str] = field(default_factory=list)
    """Connections to what must never be connected to."""
    robots: bytes | Answer = field(default_factory=lambda: http(404))
    tls: ssl.SSLContext | None = None
    """For the site only."""

    def __post_init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._open = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()
        self._servers: list[asyncio.Server] = []

    def __enter__(self) -> Self:
        self._thread.start()
        self.site = f"http{'s' if self.tls else ''}://{SITE}:{self._listen(SITE, 0, self._serve)}"
        self.port = int(self.site.rpartition(":")[2])
        self.other = f"http://{OTHER}:{self._listen(OTHER, self.port, self._serve_other)}"
        self.inside = f"http://{INSIDE}:{self._listen(INSIDE, self.port, self._serve_inside)}"
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _listen(self, host: str, port: int, serve: Callable[..., Awaitable[None]]) -> int:
        async def start() -> int:
            server = await asyncio.start_server(
                lambda r, w: self._task(serve(r, w)),
                host,
                port,
                limit=1 << 20,
                ssl=self.tls if host == SITE else None,
            )
            self._servers.append(server)
            return int(server.sockets[0].getsockname()[1])

        return asyncio.run_coroutine_threadsafe(start(), self._loop).result(10)

    def _task(self, work: Awaitable[None]) -> None:
        task = self._loop.create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @staticmethod
    async def _guarded(work: Awaitable[None]) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await work

    async def _serve_inside(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.broken_in.append(str(writer.get_extra_info("peername")))
        writer.write(http(200, article(666), "Connection: close"))
        await writer.drain()
        writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._answer(SITE, self.routes, reader, writer)

    async def _serve_other(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._answer(OTHER, self.other_routes, reader, writer)

    async def _answer(
        self,
        host: str,
        routes: dict[str, bytes | Answer],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        try:
            while not writer.is_closing():
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                path = head[0].split(" ")[1]
                headers = {n.lower(): v for n, _, v in (line.partition(": ") for line in head[1:] if line)}
                self._open += 1
                asked = Asked(time.monotonic(), host, path, headers, self._open)
                self.asked.append(asked)
                answer = (
                    self.robots
                    if path == "/robots.txt"
                    else routes.get(path) or routes.get(path.split("?")[0])
                )
                if answer is None:
                    answer = next(
                        (a for p, a in routes.items() if p.endswith("*") and path.startswith(p[:-1])),
                        http(404),
                    )
                before = self._counts[host + path]
                self._counts[host + path] += 1
                try:
                    if isinstance(answer, bytes):
                        writer.write(answer)
                    else:
                        await answer(asked, writer, before)
                    await writer.drain()
                finally:
                    self._open -= 1
        finally:
            writer.close()

    def times(self, path: str, host: str = SITE) -> int:
        """How often a path was asked for."""
        return sum(asked.path == path and asked.host == host for asked in self.asked)

    def gaps(self, host: str = SITE) -> list[float]:
        """Seconds between requests that follow each other, robots.txt included."""
        times = [asked.sent for asked in self.asked if asked.host == host]
        return [later - earlier for earlier, later in itertools.pairwise(times)]


# --- Answers that take time or end badly
# ------------------------------------------------------------------------


def first(times: int, bad: bytes | Answer, good: bytes) -> Answer:
    """A bad answer some times, then a good one."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        chosen = bad if before < times else good
        if isinstance(chosen, bytes):
            writer.write(chosen)
        else:
            await chosen(asked, writer, before)

    return answer


def cut(data: bytes) -> Answer:
    """Bytes, then an orderly close."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        writer.write(data)
        await writer.drain()
        writer.close()

    return answer


def reset(data: bytes = b"") -> Answer:
    """Bytes, then a reset."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        writer.write(data)
        await writer.drain()
        await asyncio.sleep(0.05)
        connection = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    return answer


def drip(data: bytes, seconds: float, step: int = 1, head: bytes = b"") -> Answer:
    """Bytes, a few at a time."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        writer.write(head)
        for start in range(0, len(data), step):
            writer.write(data[start : start + step])
            await writer.drain()
            await asyncio.sleep(seconds)

    return answer


def slow_head(data: bytes, seconds: float) -> Answer:
    """Each line of the head after a while, then the body at once."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        head, _, body = data.partition(b"\r\n\r\n")
        for line in head.split(b"\r\n"):
            await asyncio.sleep(seconds)
            writer.write(line + b"\r\n")
            await writer.drain()
        writer.write(b"\r\n" + body)

    return answer


def stall(data: bytes = b"") -> Answer:
    """Bytes, then nothing."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        writer.write(data)
        await writer.drain()
        await asyncio.sleep(STALL_SECONDS)

    return answer


def late(seconds: float, data: bytes) -> Answer:
    """The answer after a while."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        await asyncio.sleep(seconds)
        writer.write(data)

    return answer
