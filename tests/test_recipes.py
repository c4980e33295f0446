"""Every recipe of docs/use_the_lines.md runs on real lines and gives what it says."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import duckdb
import psycopg
import pytest

from newscrawler.items import Article, Dateline, TimeEvidence
from newscrawler.output.line import to_line
from tests.exports.exporting import export
from tests.postgres import postgres_database, postgres_server, postgres_url

__all__ = ["postgres_database", "postgres_server", "postgres_url"]

PAGE = (Path(__file__).parent.parent / "docs" / "use_the_lines.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
SCRAPY = f'#!/bin/sh\nexec "{sys.executable}" -c "from scrapy.cmdline import execute; execute()" "$@"\n'


def recipe(language: str, mark: str) -> str:
    """Return the block of a language whose first line is its mark, or that holds it, in sh."""
    found = [
        text
        for kind, text in BLOCKS
        if kind == language
        and (mark in text if language == "sh" else text.partition("\n")[0][2:].strip("- ") == mark)
    ]
    assert len(found) == 1, (language, mark, found)
    return found[0]


def line(number: int, revision: int, published_at: str | None, headline: str, **more: Any) -> bytes:
    evidence = published_at and TimeEvidence(
        raw="May 04, 19:27", source="site", precision="minute", offset="stated", year_source="article-number"
    )
    return to_line(
        Article(
            id=f"tass:{number}", revision=revision, site="tass", url=f"https://tass.com/world/{number}",
            requested_url=f"https://tass.com/world/{number}", headline=headline, body="Text.",
            section="World", topics=["ports"], fetched_at="2026-05-04T17:00:00+00:00",
            published_at=published_at, published_at_evidence=evidence or None, dateline=Dateline("A, May 4.",
            "A"), **more,
        )
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    day = tmp_path / "output" / "tass" / "2026-05-04.jsonl"
    day.parent.mkdir(parents=True)
    day.write_bytes(
        line(1, 1, "2026-05-04T19:27:00+03:00", "Old headline")
        + line(2, 1, None, "=No\u2028date", duplicate_of="tass:1")
        + line(1, 2, "2026-05-04T19:27:00+03:00", "New headline")
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: list[str], folder: Path, **variables: str) -> str:
    done = subprocess.run(
        command, cwd=folder, check=False, capture_output=True, text=True, env={**os.environ, **variables}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def python(text: str, folder: Path) -> str:
    """Run Python where a warning is an error."""
    return run([sys.executable, "-W", "error", "-c", text], folder)


def exported(text: str, folder: Path) -> None:
    """Run the export that a recipe begins with, in this process."""
    (command,) = [command for command in text.split("\n") if command.startswith("scrapy export")]
    arguments = [part.strip('"') for part in command.split()[2:]]
    arguments = [os.environ.get(part[1:], "") if part.startswith("$") else part for part in arguments]
    assert export(folder / "output", *arguments) == 0


def sql(mark: str) -> list[tuple[Any, ...]]:
    with duckdb.connect("news.duckdb") as database:
        database.execute("SET TimeZone = 'UTC'")
        return database.execute(recipe("sql", f"duckdb {mark}")).fetchall()


@pytest.mark.parametrize("mark", ["@tsv", "year_source"])
def test_jq(folder: Path, mark: str) -> None:
    if not shutil.which("jq"):
        pytest.skip("no jq on this machine: apt-get install jq")
    out = run(["sh", "-c", recipe("sh", mark)], folder).strip("\n").split("\n")
    if mark == "year_source":
        assert out == ["tass:1", "tass:1"]
    else:
        assert out[0].startswith("-\tWorld\t=No")
        assert out[1:] == [f"2026-05-04T19:27:00+03:00\tWorld\t{state} headline" for state in ("New", "Old")]


def test_duckdb_day_after_day(folder: Path) -> None:
    for day in ("2026-05-05", "2026-05-06"):
        exported(recipe("sh", "--format duckdb --to"), folder)
        new = line(int(day[-1]), 1, "2026-05-05" if day == "2026-05-05" else None, f"On {day}")
        (folder / "output" / "tass" / f"{day}.jsonl").write_bytes(new)
    exported(recipe("sh", "--format duckdb --to"), folder)
    ((section, articles, first, last),) = sql("latest")
    assert (section, articles, str(first), str(last)) == (
        "World", 4, "2026-05-04 16:27:00+00:00", "2026-05-04 16:27:00+00:00",
    )  # fmt: skip
    assert sql("copies")[0] == ("tass:1", 2, "Old headline")
    assert [(row[0], row[1], str(row[2])) for row in sql("local")] == [
        ("tass:1", "2026-05-04T19:27", "2026-05-04 16:27:00")
    ] * 2
    sql("partitions")
    assert [path.parent.name for path in folder.glob("parts/site=tass/*/*.parquet")] == ["day=2026-05-04"]


def test_pandas_and_polars(folder: Path) -> None:
    exported(recipe("sh", "--format parquet --to"), folder)
    for mark in ("pandas", "pandas lines"):
        out = python(recipe("python", mark), folder)
        assert "2026-05-04 16:27:00+00:00" in out
        assert "New headline" in out
        assert "Old headline" not in out
    assert python(recipe("python", "polars"), folder) == "[('tass', 'World', 2)]\n"


@pytest.mark.slow
def test_hugging_face(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(recipe("sh", "--format parquet --to"), folder)
    monkeypatch.setenv("HF_HOME", str(folder / "cache"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert python(recipe("python", "hugging face"), folder) == "2 1 New headline\n"


def test_sqlite(folder: Path) -> None:
    exported(recipe("sh", "--format sqlite --to news.sqlite --follow"), folder)
    with closing(sqlite3.connect("news.sqlite")) as database:
        found = database.execute(recipe("sql", "sqlite")).fetchall()
    assert found == [("tass:1", "A", "ports", "New headline"), ("tass:2", "A", "ports", "=No\u2028date")]


@pytest.mark.fleet
@pytest.mark.slow
@pytest.mark.parametrize("way", ["export", "copy"])
def test_postgres(folder: Path, postgres_database: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    url = postgres_database.replace("+psycopg", "")
    monkeypatch.setenv("DATABASE", url)
    if way == "export":
        exported(recipe("sh", "--format postgres --to"), folder)
    elif not shutil.which("psql"):
        pytest.skip("no psql on this machine: apt-get install postgresql-client")
    else:
        shell(recipe("sh", "\\copy"), folder, DATABASE=url)
    with psycopg.connect(url) as database:
        found = database.execute(recipe("sql", "postgres")).fetchall()  # type: ignore[call-overload]
    assert [(row[0], str(row[1]), *row[2:]) for row in found] == [
        ("tass:1", "2026-05-04 16:27:00+00:00", "ports", "Old headline"),
        ("tass:1", "2026-05-04 16:27:00+00:00", "ports", "New headline"),
        ("tass:2", "None", "ports", "=No\u2028date"),
    ]


def shell(text: str, folder: Path, **variables: str) -> str:
    """Run a recipe of the shell as a person would, with ``scrapy`` on the path."""
    program = folder / "bin" / "scrapy"
    program.parent.mkdir()
    program.write_text(SCRAPY)
    program.chmod(0o755)
    path = f"{program.parent}:{os.environ['PATH']}"
    settings = {"SCRAPY_SETTINGS_MODULE": "newscrawler.settings", "PGTZ": "UTC"}
    return run(["bash", "-euo", "pipefail", "-c", text], folder, PATH=path, **settings, **variables)


class Search(BaseHTTPRequestHandler):
    """As much of Elasticsearch as the recipe needs; what it would refuse is a failure."""

    documents: dict[str, dict[str, Any]]
    columns: set[str]

    def do_PUT(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.headers["Content-Type"] == "application/json"
        assert body["mappings"]["properties"]["published_at_utc"] == {"type": "date"}
        type(self).columns = set(body["mappings"]["properties"])
        self._answer({"acknowledged": True})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        assert self.path == "/_bulk"
        assert self.headers["Content-Type"] == "application/x-ndjson"
        assert body.endswith(b"\n")
        lines = body[:-1].split(b"\n")
        assert len(lines) % 2 == 0
        for action, document in zip(map(json.loads, lines[::2]), map(json.loads, lines[1::2]), strict=True):
            (verb,) = action
            assert verb == "index"
            assert len(action[verb]["_id"].encode()) <= 512
            assert set(document) == self.columns
            self.documents[action[verb]["_id"]] = document
        self._answer({"errors": False})

    def _answer(self, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def search() -> Iterator[str]:
    Search.documents = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Search)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
def test_elasticsearch(folder: Path, search: str) -> None:
    if not shutil.which("curl"):
        pytest.skip("no curl on this machine: apt-get install curl")
    shell(recipe("sh", "_bulk"), folder, SEARCH=search, no_proxy="*")
    assert sorted(Search.documents) == ["tass:1/1", "tass:1/2", "tass:2/1"]
    assert Search.documents["tass:1/2"]["headline"] == "New headline"


def test_follow_reads_whole_lines_only(folder: Path) -> None:
    day = next(folder.glob("output/tass/*"))
    day.write_bytes(day.read_bytes() + b'{"id": "tass:3", "headl')
    out = python(recipe("python", "follow"), folder).strip("\n").split("\n")
    assert [row.partition("\t")[0] for row in out] == ["tass:1", "tass:2", "tass:1"]


def test_no_recipe_is_left_out() -> None:
    text = Path(__file__).read_text("utf-8")
    marks = {block.partition("\n")[0].lstrip("-# ") for kind, block in BLOCKS if kind != "sh"}
    assert marks == {
        "duckdb latest", "duckdb copies", "duckdb local", "duckdb partitions", "pandas", "pandas lines",
        "polars", "hugging face", "sqlite", "postgres", "follow",
    }  # fmt: skip
    assert all(f'"{mark.removeprefix("duckdb ")}"' in text for mark in marks)
