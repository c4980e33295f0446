"""A page that would write to the operator's terminal: no command lets it."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest

from tests.crawl import PRIVATE
from tests.forks import scrapy

pytestmark = pytest.mark.slow

EVIL = "&#27;]0;owned&#7;&#27;[2J&#x9b;2J&#x202e;egats&#13;"
HEADER = "\x1b[2J\x9b2J"
FORBIDDEN = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *map(chr, range(0x202A, 0x202F))} - {"\n"}
TEXT = "".join(
    f"<p>Paragraph {i}: the ports were opened {EVIL} by the town of the lake.</p>" for i in range(9)
)
PAGE = f"""<html lang=en><head><title>Ports {EVIL} open</title><link rel=amphtml href="/amp/{EVIL}">
<meta name=keywords content="a{EVIL}"><meta property="article:published_time" content="{EVIL}2026-05-04">
</head><body><nav><a href="/politics{EVIL}/">Politics{EVIL}</a><a href="/world/">World</a></nav>
<article><h1>Ports {EVIL} open</h1><time>4 May{EVIL}</time>{TEXT}</article></body></html>"""


class Answer(BaseHTTPRequestHandler):
    """Answers with the page, and says something in its status line and headers."""

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.send_error(404)
            return
        body = PAGE.encode()
        self.send_response(200, f"OK{HEADER}")
        self.send_header("Content-Type", f"text/html; charset=utf-8; x={HEADER}")
        self.send_header("Date", HEADER)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the standard library
        """Say nothing."""


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


SAID = {
    "crawl": ("crawl", "any_site", "-a", "url={base}", "-a", "sections=sport", "-L", "DEBUG"),
    "crawl with a line": ("crawl", "any_site", "-a", "url={base}", "-a", f"sections=a{HEADER}"),
    "explain": ("explain", "{base}/world/ports-open-again"),
    "explain a file": ("explain", "{file}"),
    "parse": ("parse", "{base}/world/ports-open-again", "--spider", "any_site", "-a", "url={base}"),
    "doctor": ("doctor", "--spider", "any_site", "--site-url", "{base}"),
    "an argument": ("endpoints", f"ftp://{quote('a')}{HEADER}"),
    "rebuild": ("rebuild", f"a{HEADER}"),
}


@pytest.mark.parametrize("arguments", SAID.values(), ids=SAID)
def test_nothing_steers_the_terminal(base_url: str, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(PAGE, "utf-8")
    done = scrapy(
        *(part.format(base=base_url, file=saved) for part in arguments),
        "-s", f"ALLOWED_PRIVATE_HOSTS={PRIVATE}", "-s", f"OUTPUT_DIR={tmp_path / 'out'}",
        "-s", "DOWNLOAD_DELAY=0",
    )  # fmt: skip
    shown = done.stdout + done.stderr
    assert shown.strip()
    assert "Traceback" not in shown
    assert FORBIDDEN & set(shown) == set()
    assert not [line for line in shown.split("\n") if line.startswith("egats")]
