"""A small HTTP/1.1 server in a thread of its own, with keep-alive, a log of requests and scripted faults."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
import traceback
from collections import Counter
from fnmatch import fnmatchcase
from typing import Self
from urllib.parse import urlsplit

from tests.newsroom.http import CHALLENGE, REASONS, Fault, Request, Response, html


class LoopbackServer:
    """Serves from entry to exit of its context; a subclass gives the answers."""

    def __init__(self, host: str, port: int, latency: float) -> None:
        self.host, self.port = host, port
        self.latency = latency
        self.requests: list[Request] = []
        self.statuses: Counter[int] = Counter()
        self.faults: dict[str, list[Fault]] = {}
        self._connections: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def respond(self, request: Request) -> Response:
        """The sound answer."""
        raise NotImplementedError

    def started(self) -> None:
        """Called when the port is known and before the first request."""

    # What was asked

    def asked(self, pattern: str) -> list[Request]:
        """Logged requests whose path, or path with query, fits the shell pattern."""
        return [r for r in self.requests if fnmatchcase(r.path, pattern) or fnmatchcase(r.target, pattern)]

    def reset(self) -> None:
        """Forget the log and the counters."""
        self.requests.clear()
        self.statuses.clear()

    def fail(self, pattern: str, *faults: Fault) -> None:
        """Script what happens to addresses that fit the shell pattern, fault after fault, then the sound
        page."""
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
        self.started()
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
            response = self._sound(request)
        elif fault.kind == "reset":
            writer.transport.abort()
            return False
        elif fault.kind == "stall":
            await asyncio.sleep(fault.seconds)
            response = self._sound(request)
        elif fault.kind == "challenge":
            response = Response(CHALLENGE)
        elif fault.kind == "body":
            response = Response(fault.body, 200, fault.content_type, dict(fault.headers))
        elif fault.kind == "redirect":
            status = fault.status if 300 <= fault.status < 400 else 302
            response = Response(b"", status, headers={"Location": fault.location, **fault.headers})
        elif fault.kind == "cut":
            response = self._sound(request)
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

    def _sound(self, request: Request) -> Response:
        try:
            return self.respond(request)
        except Exception:  # noqa: BLE001  # the test that meets a fault of the newsroom itself must see it
            return Response(traceback.format_exc().encode(), 500, "text/plain; charset=utf-8")

    @staticmethod
    def _frame(response: Response) -> bytes:
        reason = REASONS.get(response.status, "Scripted")
        lines = [f"HTTP/1.1 {response.status} {reason}", f"Content-Type: {response.content_type}"]
        lines += [f"{name}: {value}" for name, value in response.headers.items()]
        if response.status != 304:
            lines.append(f"Content-Length: {len(response.body)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
