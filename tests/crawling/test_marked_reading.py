"""A page that kills the process that reads it ends one run, and the next goes on without it."""

from __future__ import annotations

import gzip
import json
import signal
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.crawling import marked_reading
from newscrawler.crawling.marked_reading import read_listing, reads_on
from newscrawler.discovery.answer import Found
from newscrawler.discovery.listing import Listing
from newscrawler.exceptions import KillsTheReader
from tests.crawl import options, read_jsonl
from tests.crawling.killing_page import KILLS
from tests.forks import Fork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


STORIES = range(1, 5)
KILLER = 3


@contextmanager
def gazette(kills: str) -> Iterator[str]:
    """A site with a feed of four stories; one page kills what reads it.

    :param kills: a name of ``READERS``.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = page(self.path, f"http://{self.headers['Host']}", kills)
            data = body.encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            if kills == "inflate":
                data = gzip.compress(data, 0)  # its bytes are legible
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def page(path: str, base: str, kills: str) -> tuple[str, str]:
    killer = f"<!-- {KILLS.format(kills)} -->"
    if path == "/":
        feed = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
        return f"<html><head>{feed}{killer * (kills == 'listing')}</head></html>", "text/html"
    if path == "/feed.xml":
        items = "".join(
            f"<item><title>Story {n}</title><link>{base}/2026/11/20/story-number-{n}</link></item>"
            for n in STORIES
        )
        channel = f"{killer * (kills == 'feed')}<title>Gazette</title>{items}"
        return f'<rss version="2.0"><channel>{channel}</channel></rss>', "application/rss+xml"
    number = path.rpartition("-")[2]
    if not path.startswith("/2026/"):
        return "", "text/html"
    text = "".join(
        f"<p>The ship {number} sank in the harbour on Monday, said officer {n} there.</p>" for n in range(9)
    )
    headline = f"Ship {number} sinks in the harbour"
    time = "<meta property='article:published_time' content='2026-11-20T10:00:00Z'>"
    article = f"<article><h1>{headline}</h1>{text}{killer * (number == str(KILLER))}</article>"
    return f"<html><head><title>{headline}</title>{time}</head><body>{article}</body></html>", "text/html"


def crawl(base: str, output: Path) -> tuple[int | None, str]:
    told = options("any_site", output, {"EXPORT_BATCH_LINES": "1", "LOG_LEVEL": "WARNING"}, url=base)
    fork = Fork("tests.crawling.killing_page:main", told)
    _, said = fork.communicate()
    return fork.returncode, said


@pytest.mark.slow
@pytest.mark.parametrize("kills", ["article", "look"])
def test_a_page_that_kills_is_rejected_in_the_second_run(tmp_path: Path, kills: str) -> None:
    with gazette(kills) as base:
        code, said = crawl(base, tmp_path)
        assert code == -signal.SIGABRT, said
        code, said = crawl(base, tmp_path)
        assert "the page is rejected as killed_the_reader" in said
        ids = [
            line["url"].rpartition("-")[2] for line in read_jsonl(list(tmp_path.glob("127.0.0.1*/*.jsonl")))
        ]
        assert sorted(ids) == ["1", "2", "4"]
        rejected = read_jsonl(list(tmp_path.glob("rejected/*/*.jsonl")))
        assert [line["reason"] for line in rejected] == ["killed_the_reader"]
        run = json.loads((tmp_path / "runs.jsonl").read_text().splitlines()[-1])
        assert (run["rejected"], run["finish_reason"], code) == ({"killed_the_reader": 1}, "finished", 0)


@pytest.mark.slow
def test_a_page_that_kills_while_it_is_inflated_fails_in_the_second_run(tmp_path: Path) -> None:
    with gazette("inflate") as base:
        code, said = crawl(base, tmp_path)
        assert code == -signal.SIGABRT, said
        code, said = crawl(base, tmp_path)
    run = json.loads((tmp_path / "runs.jsonl").read_text().splitlines()[-1])
    assert (run["failed"], run["finish_reason"]) == ({"killed_the_reader": 1}, "finished"), said
    lines = read_jsonl(list(tmp_path.glob("127.0.0.1*/*.jsonl")))
    assert sorted(line["url"].rpartition("-")[2] for line in lines) == ["1", "2", "4"]


@pytest.mark.slow
@pytest.mark.parametrize("kills", ["listing", "feed"])
def test_a_listing_that_kills_is_named_in_the_second_run(tmp_path: Path, kills: str) -> None:
    with gazette(kills) as base:
        code, said = crawl(base, tmp_path)
        assert code == -signal.SIGABRT, said
        code, said = crawl(base, tmp_path)
        run = json.loads((tmp_path / "runs.jsonl").read_text().splitlines()[-1])
        assert code in {1, 3}, said
        assert "killed_the_reader" in run["verdict"] + said


def run_with(condemned: bool) -> Any:
    def read(url: str, read: Callable[[], object], **_: object) -> object:
        if condemned:
            raise KillsTheReader(url)
        return read()

    return SimpleNamespace(read=read)


def test_a_listing_that_has_killed_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked_reading, "answer_of", lambda response: response)
    discovery: Any = SimpleNamespace(read=lambda *_: Found(seen=1))
    response: Any = SimpleNamespace(url="https://press.example/feed")
    listing = Listing("feed", None, response.url, "feed")
    assert read_listing(run_with(False), response, discovery, listing).seen == 1
    found = read_listing(run_with(True), response, discovery, listing)
    assert found.problem is not None
    assert found.problem.reason == "killed_the_reader"


def test_rows_of_a_listing_that_has_killed_are_not_read() -> None:
    discovery: Any = SimpleNamespace(wants_more=lambda rows: rows == ["<li>"])
    listing = Listing("section", "world", "https://press.example/world")
    assert reads_on(run_with(False), discovery, listing)(["<li>"])
    assert not reads_on(run_with(False), discovery, listing)([])
    assert not reads_on(run_with(True), discovery, listing)(["<li>"])
