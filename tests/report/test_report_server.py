"""The live report: to this machine only, and nothing can be changed by it."""

from __future__ import annotations

import threading
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from newscrawler.report.server import as_json, serve

if TYPE_CHECKING:
    from collections.abc import Iterator


def broken() -> tuple[str, str]:
    raise OSError("disk")


@pytest.fixture
def port() -> Iterator[int]:
    server = serve({"/": lambda: ("text/html", "<p>é"), "/broken": broken}, 0)
    assert server.server_address[0] == "127.0.0.1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (("GET", "/", "127.0.0.1"), (200, "<p>é")),
        (("GET", "/?a=1", "localhost:80"), (200, "<p>é")),
        (("HEAD", "/", "127.0.0.1"), (200, "")),
        (("GET", "/etc/passwd", "127.0.0.1"), (404, "there is /, /broken\n")),
        (("GET", "/broken", "127.0.0.1"), (503, "OSError: disk\n")),
        (("GET", "/", "rebound.example"), (403, "ask for http://127.0.0.1\n")),
    ],
)
def test_answers(port: int, asked: tuple[str, str, str], answered: tuple[int, str]) -> None:
    assert ask(port, *asked) == answered


def test_nothing_can_be_sent(port: int) -> None:
    assert ask(port, "POST", "/", "127.0.0.1")[0] == 501


def ask(port: int, method: str, path: str, host: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={"Host": host})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_json_is_readable() -> None:
    assert as_json([{"a": "é"}]) == '[\n  {\n    "a": "é"\n  }\n]\n'
