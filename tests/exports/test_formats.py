"""Each format is read by the tool that it is for, and has in each field what the line has."""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import duckdb
import pandas
import polars
import psycopg
import pyarrow.parquet as pq
import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.exports.columns import COLUMNS, NAMES
from newscrawler.exports.formats import FORMATS, open_target, schema_text
from newscrawler.exports.summary import Summary
from tests.exports.exporting import expected, export
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path

HARD = [
    article(1),
    article(2, headline="=cmd|' /C calc'!A0", lead="-1+1", byline="@ann", topics=["=a"], section="＝x"),
    article(3, headline=None, body=None, published_at=None, published_at_evidence=None, dateline=None),
    article(
        4,
        headline="Приказ «о портах» 😀 \u2028",
        body='a\r\nb\n"c",\t;',
        topics=[],
        authors=[],
        similarity=None,
    ),
    article(1, 2, published_at="0001-01-01T00:30:00+03:00", modified_at="9999-12-31T23:59:59.5+00:00"),
    article(5, published_at="2026-05-04T19:27:00", withdrawn=True, silent_edit=True, changed=["body"]),
    article(6, published_at="1066-10-14T09:00:00Z", id="press:" + "x" * 300),
]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    write(folder, list(HARD[:4]))
    write(folder, list(HARD[4:]), day="2026-05-05")
    return folder


def typed(kind: str, value: Any) -> Any:
    """Return what a text stands for."""
    if value is None or value == "":
        return None
    if kind in {"list", "json"}:
        return json.loads(value) if isinstance(value, str) else value
    if kind == "instant" and isinstance(value, str):
        return datetime.fromisoformat(value)
    if kind == "boolean":
        return value in {"true", 1}
    return {"integer": int, "number": float}.get(kind, lambda same: same)(value)


def rows(records: list[Any]) -> list[dict[str, Any]]:
    """Return records in the order of the columns as rows of typed values."""
    return [
        {column.name: typed(column.kind, value) for column, value in zip(COLUMNS, record, strict=True)}
        for record in records
    ]


def by_key(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(table, key=lambda row: (row["id"], row["revision"]))


def test_csv(output: Path) -> None:
    path = output.parent / "x.csv"
    assert export(output, "--format", "csv", "--raw-cells", "--to", str(path)) == 0
    with path.open(encoding="utf-8", newline="") as file:
        header, *records = csv.reader(file)
    assert tuple(header) == NAMES
    assert rows(records) == expected(output)
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    assert rows(frame.values.tolist()) == expected(output)
    assert rows(polars.read_csv(path, infer_schema=False).rows()) == expected(output)
    found = duckdb.sql(f"FROM read_csv('{path}', all_varchar=true, header=true, quote='\"')")
    assert rows(found.fetchall()) == expected(output)


def test_csv_for_spreadsheets_has_no_formula(output: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert export(output, "--format", "csv") == 0
    out, err = capfd.readouterr()
    cells = [cell for record in csv.reader(out.splitlines(keepends=True)) for cell in record]
    assert "'=cmd|' /C calc'!A0" in cells
    assert not [cell for cell in cells if cell[:1] and cell[0] in "=+-@＝"]
    assert "4 cells with ' put before: a spreadsheet would take it for a formula" in err


def test_jsonl(output: Path) -> None:
    path = output.parent / "x.jsonl"
    assert export(output, "--format", "jsonl", "--to", str(path)) == 0
    lines = [json.loads(line) for line in path.read_bytes().split(b"\n") if line]
    assert all(tuple(line) == NAMES for line in lines)
    assert rows([line.values() for line in lines]) == expected(output)


def test_parquet(output: Path) -> None:
    path = output.parent / "x.parquet"
    assert export(output, "--format", "parquet", "--to", str(path)) == 0
    table = pq.read_table(path)
    assert rows([row.values() for row in table.to_pylist()]) == expected(output)
    assert rows(polars.read_parquet(path).rows()) == expected(output)
    assert str(table.schema.field("published_at_utc").type) == "timestamp[us, tz=UTC]"
    frame = pandas.read_parquet(path)
    assert str(frame["published_at_utc"].dtype) == "datetime64[us, UTC]"
    found = duckdb.sql(f"SELECT epoch_us(published_at_utc), topics[1] FROM '{path}'").fetchall()
    assert found[0] == (int(datetime(2026, 5, 4, 16, 27, tzinfo=UTC).timestamp()) * 10**6, "ports")


def test_sqlite(output: Path) -> None:
    path = output.parent / "x.sqlite"
    for expected_rows in (7, 7):
        assert export(output, "--format", "sqlite", "--to", str(path)) == 0
        with closing(sqlite3.connect(path)) as database:
            found = database.execute("SELECT * FROM articles").fetchall()
        assert len(found) == expected_rows
        assert by_key(rows(found)) == by_key(expected(output))


def test_duckdb(output: Path) -> None:
    path = output.parent / "x.duckdb"
    for _ in range(2):
        assert export(output, "--format", "duckdb", "--to", str(path)) == 0
    with duckdb.connect(str(path)) as database:
        database.execute("SET TimeZone = 'UTC'")
        found = database.execute("SELECT * FROM articles").fetchall()
        kinds = {name: kind for name, kind, *_ in database.execute("DESCRIBE articles").fetchall()}
    assert by_key(rows(found)) == by_key(expected(output))
    assert (kinds["fetched_at_utc"], kinds["topics"]) == ("TIMESTAMP WITH TIME ZONE", "VARCHAR[]")


@pytest.mark.fleet
def test_postgres(output: Path, postgres_database: str) -> None:
    for mode in ([], [], ["--latest"], ["--latest"]):
        assert export(output, "--format", "postgres", "--to", postgres_database, *mode) == 0
    with psycopg.connect(postgres_database.replace("+psycopg", "")) as database:
        database.execute("SET TimeZone = 'UTC'")
        found = database.execute("SELECT * FROM articles").fetchall()
        latest = database.execute("SELECT revision FROM latest_articles WHERE id = 'press:1'").fetchall()
    assert by_key(rows(found)) == by_key(expected(output))
    assert latest == [(2,)]


def test_bulk(output: Path) -> None:
    path = output.parent / "x.ndjson"
    assert export(output, "--format", "elasticsearch-bulk", "--to", str(path)) == 0
    lines = [json.loads(line) for line in path.read_bytes().split(b"\n") if line]
    actions, documents = lines[::2], lines[1::2]
    assert rows([line.values() for line in documents]) == expected(output)
    assert [action["index"]["_id"] for action in actions[:2]] == ["press:1/1", "press:2/1"]
    assert export(output, "--format", "elasticsearch-bulk", "--latest", "--to", str(path)) == 0
    actions = [json.loads(line)["index"] for line in path.read_bytes().split(b"\n")[:-1:2]]
    assert [action["version"] for action in actions if action["_id"] == "press:1"] == [2]


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet", "elasticsearch-bulk"])
def test_latest_into_a_file(output: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert export(output, "--format", name, "--latest", "--to", str(output.parent / "x")) == 0
    assert "6 rows to" in capfd.readouterr().err


@pytest.mark.parametrize("name", FORMATS)
def test_the_schema_names_every_column(name: Any) -> None:
    text = schema_text(name, latest=False)
    assert all(column in text for column in NAMES)


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "newscrawler.exports.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(WrongArgument, match=r"pip install 'newscrawler\[parquet\]'"):
        open_target("parquet", str(tmp_path / "x"), "", Summary(), latest=False)
