"""A page that would write to the operator's terminal: no command lets it."""

import json
import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import orjson
import pytest
from scrapy.commands import ScrapyCommand

from newscrawler.commands import convert, export
from newscrawler.output.line import to_line
from tests.crawl import PRIVATE
from tests.exports.exporting import run
from tests.exports.written import article, write
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
    "declare": ("declare", "{base}/", "{base}/world/ports-open-again"),
    "declare to a file": ("declare", "{base}/", "--name", "evil", "--to", "{folder}"),
    "savepage": ("savepage", "{base}/world/ports-open-again", "--to", "{folder}"),
    "savepage of a file": ("savepage", "{file}", "--url", f"https://a.example/{HEADER}", "--to", "{folder}"),
    "extract": ("extract", "{file}", "-L", "DEBUG"),
    "backfill": ("backfill", "any_site", "-a", "url={base}", "--from", "2026-05", "--to", "2026-05"),
    "backfill of a site": ("backfill", f"a{HEADER}", "--from", f"2026{HEADER}", "--to", "2026-05"),
    "shell": ("shell", "{base}/world/ports-open-again", "-c", "response.url"),
    "endpoints": ("endpoints", f"http://127.0.0.1/{HEADER}"),
    "checksites": ("checksites", f"a{HEADER}"),
    "crawlsites": ("crawlsites", f"a{HEADER}"),
    "fleet": ("fleet", "list", "-s", f"FLEET_URL=a{HEADER}"),
}
OF_LINES = {
    "status": ("status",),
    "status as JSON": ("status", "--json"),
    "report": ("report",),
    "sites": ("sites",),
    "sites as JSON": ("sites", "--json"),
    "replay": ("replay", "-s", "WARC_DIR={folder}"),
    "rebuild": ("rebuild",),
    "convert to a broken line": ("convert", "--to", "ninjs"),
    "export to a broken target": ("export", "--format", "csv", "--to", f"{{folder}}/a{HEADER}/b.csv"),
    "export of another site": ("export", "--format", "csv", "--site", f"a{HEADER}"),
    "convert since": ("convert", "--to", "ninjs", "--since", f"a{HEADER}"),
}
"""Commands that read what a crawl has written, and what others may have put beside it."""
FOREIGN = "\x1b]0;owned\x07\x1b[2J\x9b2J\u202egnp.exe"


def shown(base_url: str, folder: Path, arguments: tuple[str, ...]) -> str:
    saved = folder / f"page{HEADER.replace('/', '')}.html"
    saved.write_text(PAGE.replace("<head>", f'<head><link rel=canonical href="{base_url}/world/a">'), "utf-8")
    done = scrapy(
        *(part.format(base=base_url, file=saved, folder=folder) for part in arguments),
        "-s", f"ALLOWED_PRIVATE_HOSTS={PRIVATE}", "-s", f"OUTPUT_DIR={folder / 'out'}",
        "-s", "DOWNLOAD_DELAY=0",
    )  # fmt: skip
    return done.stdout + done.stderr


def steers_nothing(said: str) -> bool:
    assert "Traceback" not in said
    assert FORBIDDEN & set(said) == set()
    return not [line for line in said.split("\n") if line.startswith("egats")]


@pytest.mark.parametrize("arguments", SAID.values(), ids=SAID)
def test_nothing_steers_the_terminal(base_url: str, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said = shown(base_url, tmp_path, arguments)
    assert said.strip()
    assert steers_nothing(said)


@pytest.fixture(scope="module")
def crawled(base_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a crawl of the site has left, and lines and files that another program has put beside it."""
    folder = tmp_path_factory.mktemp("crawled")
    assert steers_nothing(shown(base_url, folder, SAID["crawl"]))
    output = folder / "out"
    name = f"2026-05-04{HEADER}.jsonl"
    (output / "press").mkdir()
    foreign = article(
        1, headline=FOREIGN, topics=[FOREIGN], section=FOREIGN, url=f"https://press.example/{FOREIGN}"
    )
    (output / "press" / "2026-05-04.jsonl").write_bytes(
        orjson.dumps({**json.loads(to_line(article(2))), "headline": FOREIGN, FOREIGN: 1}) + b"\n"
        + to_line(foreign) + f'{{"a": "{FOREIGN}"\n'.encode()
    )  # fmt: skip
    (output / "press" / name).write_text("{}\n")
    (output / f"site{HEADER}").mkdir()
    (output / f"site{HEADER}" / "2026-05-04.jsonl").write_bytes(to_line(foreign) + b"{\n")
    ended = {"site": f"site{FOREIGN}", "verdict": FOREIGN, "exit_code": 1, "started_at": FOREIGN}
    with (output / "runs.jsonl").open("ab") as file:
        file.write(orjson.dumps(ended) + b"\n")
    return folder


@pytest.mark.parametrize("arguments", OF_LINES.values(), ids=OF_LINES)
def test_nothing_that_was_written_does(
    base_url: str, crawled: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    shutil.copytree(crawled, tmp_path, dirs_exist_ok=True)
    said = shown(base_url, tmp_path, arguments)
    if arguments[0] == "convert":  # what goes to another program is as it is
        said = "\n".join(line for line in said.split("\n") if not line.startswith("{"))
    assert steers_nothing(said)


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (export.Command(), ("--format", "csv")),
        (export.Command(), ("--format", "jsonl")),
        (convert.Command(), ("--to", "ninjs")),
        (convert.Command(), ("--to", "schema.org")),
    ],
)
def test_lines_on_a_terminal(
    command: ScrapyCommand, arguments: tuple[str, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    write(tmp_path, [orjson.dumps({**json.loads(to_line(article(1))), "headline": FOREIGN}) + b"\n"])
    assert run(command, tmp_path, *arguments) == 0
    piped = capfd.readouterr().out
    assert "\u202e" in piped
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(command, tmp_path, *arguments) == 0
    on_terminal = capfd.readouterr().out
    assert steers_nothing(on_terminal.replace("\r\n", "\n"))
    assert on_terminal.count("\n") == piped.count("\n")


def test_a_draft_holds_nothing_that_its_reader_does_not_see(base_url: str, tmp_path: Path) -> None:
    assert steers_nothing(shown(base_url, tmp_path, SAID["declare to a file"]))
    text = (tmp_path / "evil.py").read_text("utf-8")
    assert steers_nothing(text)
    compile(text, "evil.py", "exec")
