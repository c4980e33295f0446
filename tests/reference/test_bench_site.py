"""A crawl of a news site that this project did not make, scored by that site's own tool."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crawl import crawl

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "site"
ARTICLES = 60

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture(
    params=[
        ("tass1", "first"),
        ("tass1", "pages"),
        ("tass1", "api"),
        ("tass2", "first"),
        ("tass2", "pages"),
        ("tass2", "api"),
    ],
    ids="-".join,
)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    layout, lists = request.param
    folder, port = tmp_path / "site", free_port()
    base = f"http://127.0.0.1:{port}"
    subprocess.run(
        [
            sys.executable, BENCH / "build.py", folder, "--n", str(ARTICLES), "--layout", layout, "--lists",
            lists,
            "--base-url", base, "--now", "2018-01-03T10:00:00+03:00", "--workers", "1",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    with subprocess.Popen(
        [sys.executable, BENCH / "serve.py", folder, "--port", str(port), "--max-seconds", "300"],
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        assert "ready" in server.stdout.readline()
        yield folder, base
        server.terminate()
        server.stdout.read()
    time.sleep(0)


def test_every_listed_article_once_and_exact(site: tuple[Path, str], tmp_path: Path) -> None:
    folder, base = site
    found = crawl("tass", tmp_path / "out", site_url=base)
    (lines,) = (tmp_path / "out" / "tass").glob("*.jsonl")
    scored = subprocess.run(
        [
            sys.executable,
            BENCH / "score.py",
            folder,
            lines,
            "--map",
            "published=published_at",
            "city=dateline.place",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    score: dict[str, Any] = json.loads(scored.stdout)
    assert score["recall_listed"] == 1.0, found.stderr[-1000:]
    assert set(score["accuracy"].values()) == {1.0}, score["accuracy"]
    assert (score["duplicates"], score["not_articles"], score["unparseable_lines"]) == (0, 0, 0)
    assert score["read_also_in_body"] == 0
    assert score["chrome_in_body"] == {}
