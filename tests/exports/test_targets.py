"""What targets promise, each alone: whole or not at all, once, in bounded batches."""

from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from newscrawler.exceptions import Busy, OutputError
from newscrawler.exports import export as batches
from newscrawler.exports.arrow import SCHEMA, table_of
from newscrawler.exports.bulk_form import BulkForm, mapping
from newscrawler.exports.columns import COLUMNS, NAMES
from newscrawler.exports.csv_form import is_formula
from newscrawler.exports.database import Database, once
from newscrawler.exports.duckdb_file import DuckdbDriver
from newscrawler.exports.json_form import object_line
from newscrawler.exports.lines import Line
from newscrawler.exports.positions import Day, Position, Positions
from newscrawler.exports.postgres import PostgresDriver
from newscrawler.exports.row import Row, row_of
from newscrawler.exports.sqlite import SqliteDriver
from newscrawler.exports.summary import Summary
from newscrawler.exports.tables import TYPES
from newscrawler.exports.values import json_text
from newscrawler.exports.whole_file import WholeFile
from tests.exports.exporting import export
from tests.exports.written import article, write
from tests.postgres import NoPostgres, Server

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newscrawler.exports.target import Target


def row(number: int, revision: int = 1, **more: Any) -> Row:
    return row_of({"id": f"press:{number}", "revision": revision, "site": "press", **more}, Summary())


class Memory:
    """A target that holds what it is given, and may fail."""

    def __init__(self, fails_at: int = -1) -> None:
        self.batches: list[tuple[int, Positions]] = []
        self.ended = ""
        self._fails_at = fails_at

    def positions(self) -> Positions:
        return {}

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        if len(self.batches) == self._fails_at:
            raise OutputError("full")
        self.batches.append((len(rows), dict(positions)))
        return len(rows)

    def finish(self) -> None:
        self.ended = "finished"

    def abandon(self) -> None:
        self.ended = "abandoned"


def line(number: int, size: int = 100) -> Line:
    values = {"id": f"press:{number}", "revision": 1, "site": "press"}
    return Line(values, "x", Day("press", "2026-05-04"), Position(number), size)


def test_a_batch_is_bounded_by_lines_and_by_bytes_and_has_its_position() -> None:
    target: Target = (memory := Memory())
    summary = Summary()
    few, large = batches.BATCH_LINES, batches.BATCH_BYTES
    batches.export([*map(line, range(few + 1)), line(few + 1, large), line(few + 2)], target, summary)
    assert [count for count, _ in memory.batches] == [few, 2, 1]
    assert [at.offset for _, found in memory.batches for at in found.values()] == [few - 1, few + 1, few + 2]
    assert (summary.exported, memory.ended) == (few + 3, "finished")


def test_a_target_that_fails_is_abandoned() -> None:
    memory = Memory(fails_at=1)
    with pytest.raises(OutputError):
        batches.export(map(line, range(3 * batches.BATCH_LINES)), memory, Summary())
    assert memory.ended == "abandoned"


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("before")
    file = WholeFile(path)
    file.write(b"new")
    with pytest.raises(Busy):
        WholeFile(path)
    assert path.read_text() == "before"
    file.finish()
    assert path.read_text() == "new"
    file = WholeFile(path)
    file.abandon()
    assert [found.name for found in tmp_path.iterdir()] == ["x"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_text("before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    file = WholeFile(path)
    with pytest.raises(OutputError, match="No space left on device"):
        file.finish()
    file.abandon()
    assert [found.read_text() for found in tmp_path.iterdir()] == ["before"]


def test_of_one_key_a_batch_has_the_last_revision_or_the_first_line() -> None:
    rows = [row(1, 2), row(1, 1), row(1, 2, headline="again"), row(2)]
    assert [found[1:3] for found in once(rows, latest=True)] == [("press:1", 2), ("press:2", 1)]
    assert [found[1:3] for found in once(rows, latest=False)] == [
        ("press:1", 2),
        ("press:1", 1),
        ("press:2", 1),
    ]


@pytest.mark.parametrize("driver", [SqliteDriver, DuckdbDriver])
def test_a_table_of_an_earlier_version_gets_the_columns_that_it_lacks(
    tmp_path: Path, driver: type[SqliteDriver | DuckdbDriver]
) -> None:
    database = driver(tmp_path / "x")
    database.execute(
        "CREATE TABLE articles (content_hash TEXT, id TEXT, revision BIGINT, schema_version TEXT)"
    )
    target = Database(database, "", latest=False)
    assert target.write([row(1, headline="A")], {}) == 1
    assert target.write([row(1), row(1)], {}) == 0
    assert database.execute("SELECT id, headline, byline FROM articles") == [("press:1", "A", None)]
    target.finish()


def test_a_table_that_is_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "x")
    database.execute("CREATE TABLE articles (title TEXT)")
    database.close()
    with pytest.raises(OutputError, match="none of ours"):
        Database(SqliteDriver(tmp_path / "x"), "", latest=False)


def test_a_batch_that_fails_leaves_rows_and_position(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = SqliteDriver(tmp_path / "x")
    target = Database(driver, "reader", latest=False)
    day = Day("press", "2026-05-04")
    target.write([row(1)], {day: Position(1)})
    monkeypatch.setattr(
        "newscrawler.exports.database.SAVE_POSITION", "INSERT INTO nowhere VALUES (?, ?, ?, ?, ?)"
    )
    with pytest.raises(OutputError, match="nothing comes twice"):
        target.write([row(2)], {day: Position(2)})
    assert driver.execute("SELECT id FROM articles") == [("press:1",)]
    assert target.positions() == {day: Position(1)}
    target.abandon()


def test_postgres_that_is_out_of_reach_says_so_without_its_password() -> None:
    with pytest.raises(OutputError, match="cannot use the database") as error:
        PostgresDriver("postgresql://me:hidden@127.0.0.1:1/x")
    assert "hidden" not in str(error.value)


def test_forms() -> None:
    assert all(map(is_formula, ("=1", "+1", "-1", "@a", "\t=1", " =1", "＝1")))
    assert not any(map(is_formula, ("", "a=1", "1-1", "'=1")))
    assert table_of([]).schema == SCHEMA
    assert table_of([row(1)]).num_rows == 1
    assert object_line(row(1)).startswith(b'{"schema_version":null,"id":"press:1","revision":1,')
    assert (
        BulkForm(latest=True)
        .body([row(1, 3)])
        .startswith(
            b'{"index":{"_index":"latest_articles","_id":"press:1","version":3,"version_type":"external_gte"}}\n'
        )
    )
    assert set(mapping()["mappings"]["properties"]) == set(NAMES)
    assert json_text({"a": ["é"]}) == '{"a":["é"]}'


def test_each_database_has_a_type_for_each_kind() -> None:
    kinds = {column.kind for column in COLUMNS}
    assert all(kinds == set(types) for types in TYPES.values())


@pytest.mark.fleet
@pytest.mark.slow
def test_a_postgres_that_goes_away_has_each_line_once_when_it_is_back(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        server = Server(durable=True)
    except NoPostgres as error:
        pytest.skip(str(error))
    output = tmp_path / "output"
    write(output, [article(number) for number in range(5000)])
    arguments = ("--format", "postgres", "--follow", "--to", server.url)
    load, loads = PostgresDriver.load, []

    def stop_at_the_second(driver: PostgresDriver, rows: Sequence[Row]) -> None:
        loads.append(len(rows))
        if len(loads) == 2:
            server.stop()
        load(driver, rows)

    try:
        with monkeypatch.context() as patch:
            patch.setattr(PostgresDriver, "load", stop_at_the_second)
            assert export(output, *arguments) == 1
        assert "cannot use the database" in capfd.readouterr().err
        server.start()
        assert export(output, *arguments) == 0
        assert "3,000 rows" in capfd.readouterr().err
        with psycopg.connect(server.url.replace("+psycopg", "")) as database:
            found = database.execute("SELECT count(*), count(DISTINCT id) FROM articles").fetchone()
        assert found == (5000, 5000)
    finally:
        server.remove()
