"""Every recipe of docs/use_the_lines.md runs on real lines and gives what it says."""

import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from newscrawler.items import Article, Dateline, TimeEvidence
from newscrawler.output.line import to_line

PAGE = (Path(__file__).parent.parent / "docs" / "use_the_lines.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def recipe(language: str, mark: str = "") -> str:
    (found,) = [text for kind, text in BLOCKS if kind == language and mark in text.partition("\n")[0]]
    return found


def line(number: int, revision: int, published_at: str | None, headline: str, **more: object) -> bytes:
    evidence = published_at and TimeEvidence(
        raw="May 04, 19:27", source="site", precision="minute", offset="stated", year_source="article-number"
    )
    return to_line(
        Article(
            id=f"tass:{number}", revision=revision, site="tass", url=f"https://tass.com/world/{number}",
            requested_url=f"https://tass.com/world/{number}", headline=headline, body="Text.",
            section="World",
            published_at=published_at, published_at_evidence=evidence or None, dateline=Dateline("A, May 4.",
            "A"), **more,
        )
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    day = tmp_path / "output" / "tass" / "2026-05-04.jsonl"
    day.parent.mkdir(parents=True)
    day.write_bytes(
        line(1, 1, "2026-05-04T19:27:00+03:00", "Old headline")
        + line(2, 1, None, "No\u2028date")
        + line(1, 2, "2026-05-04T19:27:00+03:00", "New headline")
    )
    return tmp_path


def run(command: list[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("number", [0, 1])
def test_jq(folder: Path, number: int) -> None:
    if not shutil.which("jq"):
        pytest.skip("no jq on this machine: apt-get install jq")
    script = [text for kind, text in BLOCKS if kind == "sh"][number]
    out = run(["sh", "-c", script], folder).strip("\n").split("\n")
    if number:
        assert out == ["tass:1", "tass:1"]
    else:
        assert out[0].startswith("-\tWorld\tNo")
        assert out[1:] == [f"2026-05-04T19:27:00+03:00\tWorld\t{state} headline" for state in ("New", "Old")]


def test_duckdb(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    ((section, articles, *_),) = duckdb.sql(recipe("sql")).fetchall()
    assert (section, articles) == ("World", 2)


def test_pandas(folder: Path) -> None:
    out = run([sys.executable, "-c", recipe("python", "pandas")], folder)
    assert "2026-05-04 16:27:00+00:00" in out
    assert "New headline" in out
    assert "Old headline" not in out


def test_sqlite(folder: Path) -> None:
    out = run([sys.executable, "-c", recipe("python", "sqlite")], folder).strip("\n").split("\n")
    assert out[0] == "tass:1\tA\tOld headline"
    with sqlite3.connect(folder / "articles.sqlite") as database:
        assert database.execute("SELECT count(*) FROM article").fetchone() == (3,)
    database.close()


def test_follow_reads_whole_lines_only(folder: Path) -> None:
    day = next(folder.glob("output/tass/*"))
    day.write_bytes(day.read_bytes() + b'{"id": "tass:3", "headl')
    out = run([sys.executable, "-c", recipe("python", "follow")], folder).strip("\n").split("\n")
    assert [row.partition("\t")[0] for row in out] == ["tass:1", "tass:2", "tass:1"]
