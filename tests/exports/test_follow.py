"""``--follow`` goes on where the last export stopped, and gives what one export of all lines gives."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import psycopg
import pyarrow.parquet as pq
import pytest

from newscrawler.exports.parquet import ParquetFolder
from newscrawler.exports.position_file import PositionFile
from newscrawler.exports.positions import Day, Position
from newscrawler.exports.text_files import FollowingTextTarget
from tests.exports.exporting import export
from tests.exports.written import article, write


def keys(to: Path | str, name: str) -> list[tuple[str, int]]:
    """Return the keys that a target has, in order."""
    if name == "postgres":
        with psycopg.connect(str(to).replace("+psycopg", "")) as server:
            found = server.execute("SELECT id, revision FROM articles").fetchall()
        return sorted((str(key), int(revision)) for key, revision in found)
    path = Path(to)
    if name == "sqlite":
        with closing(sqlite3.connect(path)) as database:
            return sorted(database.execute("SELECT id, revision FROM articles").fetchall())
    if name == "duckdb":
        with duckdb.connect(str(path)) as database:
            return sorted(database.execute("SELECT id, revision FROM articles").fetchall())
    if name == "parquet":
        return sorted((row["id"], row["revision"]) for row in pq.read_table(path).to_pylist())
    if name == "csv":
        found = duckdb.sql(f"SELECT id, revision FROM read_csv('{path}', header=true, quote='\"')").fetchall()
        return sorted(found)
    lines = [json.loads(line) for line in path.read_bytes().split(b"\n") if line]
    return sorted((line["id"], line["revision"]) for line in lines if "id" in line)


@pytest.mark.parametrize("name", ["csv", "jsonl", "elasticsearch-bulk", "parquet", "sqlite", "duckdb"])
def test_what_is_new_is_added_once(tmp_path: Path, name: str) -> None:
    output, to = tmp_path / "output", tmp_path / f"x.{name}"
    arguments = ("--format", name, "--follow", "--to", str(to))
    written = []
    for number, day in ((1, "2026-05-04"), (2, "2026-05-04"), (3, "2026-05-05")):
        write(output, [article(number), article(number, 2)], day=day)
        written += [(f"press:{number}", 1), (f"press:{number}", 2)]
        for _ in range(2):
            assert export(output, *arguments) == 0
            assert keys(to, name) == written


@pytest.mark.parametrize("name", ["sqlite", "duckdb"])
def test_the_latest_revision_takes_the_place_of_an_earlier_one(tmp_path: Path, name: str) -> None:
    output, to = tmp_path / "output", tmp_path / "x"
    arguments = ("--format", name, "--follow", "--latest", "--to", str(to))
    for lines in ([article(1, 2), article(2)], [article(1, 1), article(1, 4), article(1, 3)]):
        write(output, list(lines))
        assert export(output, *arguments) == 0
    with closing(duckdb.connect(str(to)) if name == "duckdb" else sqlite3.connect(to)) as database:
        found = database.execute("SELECT id, revision, headline FROM latest_articles ORDER BY id").fetchall()
    assert [tuple(row) for row in found] == [
        ("press:1", 4, "Headline 1, “revision” 4"),
        ("press:2", 1, "Headline 2, “revision” 1"),
    ]


def test_what_a_killed_export_wrote_beyond_its_position_is_cut_off(tmp_path: Path) -> None:
    output, to = tmp_path / "output", tmp_path / "x.jsonl"
    write(output, [article(1)])
    assert export(output, "--format", "jsonl", "--follow", "--to", str(to)) == 0
    with to.open("ab") as file:
        file.write(b'{"id": "press:2", "revi')
    write(output, [article(2)])
    assert export(output, "--format", "jsonl", "--follow", "--to", str(to)) == 0
    assert keys(to, "jsonl") == [("press:1", 1), ("press:2", 1)]


def test_a_folder_of_parquet_is_committed_after_its_file(tmp_path: Path) -> None:
    folder = ParquetFolder(tmp_path / "x", "reader")
    assert folder.write([], {Day("press", "2026-05-04"): Position(7)}) == 0
    folder.finish()
    again = ParquetFolder(tmp_path / "x", "reader")
    assert again.positions() == {Day("press", "2026-05-04"): Position(7)}
    again.abandon()
    assert list((tmp_path / "x").iterdir()) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--since", "2026-05-01"), "follows other lines"),
        ((), "has lost bytes"),
    ],
)
def test_a_file_that_cannot_go_on(
    tmp_path: Path, more: tuple[str, ...], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    output, to = tmp_path / "output", tmp_path / "x.csv"
    write(output, [article(1)])
    assert export(output, "--format", "csv", "--follow", "--to", str(to)) == 0
    if not more:
        to.write_bytes(b"")
    capfd.readouterr()
    assert export(output, "--format", "csv", "--follow", "--to", str(to), *more) == 1
    assert said in capfd.readouterr().err


def test_a_file_that_was_made_otherwise_is_left_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    output, to = tmp_path / "output", tmp_path / "x.csv"
    write(output, [article(1)])
    to.write_text("mine")
    assert export(output, "--format", "csv", "--follow", "--to", str(to)) == 1
    assert to.read_text() == "mine"
    assert "was not made with --follow" in capfd.readouterr().err


def test_two_exports_do_not_follow_into_one_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    output, to = tmp_path / "output", tmp_path / "x.csv"
    write(output, [article(1)])

    class Nothing:
        def head(self) -> bytes:
            return b""

        def body(self, rows: object) -> bytes:
            return b""

    target = FollowingTextTarget(Nothing(), to, "a")
    assert isinstance(target._position, PositionFile)
    assert export(output, "--format", "csv", "--follow", "--to", str(to)) == 1
    target.abandon()
    assert "in use" in capfd.readouterr().err
