"""A small site on loopback: listing pages with links, articles as JSON, edits by epoch, validators, a log."""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import TracebackType


@dataclass
class Site:
    """``articles[number]`` is (headline, body, modified_at); ``None`` is gone (404)."""

    articles: dict[int, tuple[str, str, str] | None] = field(default_factory=dict)
    per_page: int = 10
    validators: bool = True
    lying: bool = False
    """The same ETag whatever the page says."""
    delay: float = 0.0
    """Seconds before each answer."""
    hanging: threading.Event = field(default_factory=threading.Event)
    """Set as soon as a request waits for its delay."""
    released: threading.Event = field(default_factory=threading.Event)
    """Ends every delay."""
    log: list[tuple[str, int]] = field(default_factory=list)
    """(path, status) of each request."""

    @classmethod
    def of(cls, count: int) -> Self:
        return cls({number: article(number) for number in range(1, count + 1)})

    def edit(self, number: int, words: str, modified_at: str | None = None) -> None:
        headline, body, modified = self.articles[number] or ("", "", "")
        self.articles[number] = (headline, f"{body}\n\n{words}", modified_at or modified)

    def paths(self, status: int | None = None) -> list[str]:
        return [path for path, code in self.log if status in {None, code}]

    def answer(self, path: str) -> tuple[int, dict[str, Any]]:
        kind, _, number = path.strip("/").partition("/")
        if kind == "list":
            page, numbers = int(number), sorted(self.articles, reverse=True)
            shown = numbers[(page - 1) * self.per_page : page * self.per_page]
            more = page * self.per_page < len(numbers)
            return 200, {"articles": shown, "next": page + 1 if more else None}
        found = self.articles.get(int(number)) if kind == "story" else None
        if found is None:
            return 404, {}
        headline, body, modified_at = found
        return 200, {"number": int(number), "headline": headline, "body": body, "modified_at": modified_at}

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                status, values = site.answer(self.path)
                body = json.dumps(values).encode()
                etag = '"constant"' if site.lying else f'"{blake2b(body, digest_size=8).hexdigest()}"'
                is_listing = self.path.startswith("/list/")
                if site.validators and is_listing and self.headers.get("If-None-Match") == etag:
                    status, body = 304, b""
                if site.delay:
                    site.hanging.set()
                    site.released.wait(site.delay)
                site.log.append((self.path, status))
                with suppress(ConnectionError):  # a crawl that was killed
                    self.send(status, body, etag if site.validators and is_listing else None)

            def send(self, status: int, body: bytes, etag: str | None) -> None:
                self.send_response(status)
                if etag:
                    self.send_header("ETag", etag)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        self.base = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def article(number: int) -> tuple[str, str, str]:
    words = " ".join(f"w{number * 7919 % 9973}x{i}" for i in range(40))
    return (
        f"Headline {number}",
        f"Story {number} says «{words}».\n\nSecond paragraph, № {number}.",
        "2026-11-20T10:00:00+03:00",
    )
