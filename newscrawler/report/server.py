"""Serve the page on loopback, read-only: each request gathers anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

Content = Callable[[], tuple[str, str]]
"""Returns the media type and the text of an answer."""

LOOPBACK = "127.0.0.1"


def serve(contents: dict[str, Content], port: int) -> ThreadingHTTPServer:
    """Return a server on loopback; ``serve_forever`` runs it.

    :param contents: path -> what it answers.
    :param port: 0: any free one.
    """
    handler = type("Handler", (ReadOnlyHandler,), {"contents": contents})
    return ThreadingHTTPServer((LOOPBACK, port), handler)


class ReadOnlyHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD of a few paths, and only who asks for this very host.

    A page of another site that makes a browser ask for a name that leads here (DNS rebinding) gets nothing.
    """

    contents: dict[str, Content]
    server_version = "newscrawler"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if host not in {LOOPBACK, "localhost"}:
            self._answer(403, "text/plain", "ask for http://127.0.0.1\n")
            return
        content = self.contents.get(urlsplit(self.path).path)
        if content is None:
            self._answer(404, "text/plain", f"there is {', '.join(self.contents)}\n")
            return
        try:
            media, text = content()
        except Exception as error:  # noqa: BLE001 - whoever looks is told, and the server goes on
            self._answer(503, "text/plain", f"{type(error).__name__}: {error}\n")
            return
        self._answer(200, media, text)

    do_HEAD = do_GET

    def _answer(self, status: int, media: str, text: str) -> None:
        body = text.encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", f"{media}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: a look at the page is no event."""


def as_json(values: object) -> str:
    """Return values as readable JSON."""
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
