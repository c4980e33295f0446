"""The formats of an export: what each is called, where it goes, and which library it needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import orjson

from newscrawler.exceptions import WrongArgument
from newscrawler.exports.bulk_form import BulkForm, mapping
from newscrawler.exports.columns import COLUMNS
from newscrawler.exports.csv_form import CsvForm
from newscrawler.exports.database import Database
from newscrawler.exports.json_form import JsonForm
from newscrawler.exports.sqlite import SqliteDriver
from newscrawler.exports.tables import TYPES, table_sql
from newscrawler.exports.text_files import FollowingTextTarget, StreamTarget, TextTarget

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawler.exports.summary import Summary
    from newscrawler.exports.target import Target
    from newscrawler.exports.text_files import Form

Format = Literal["csv", "jsonl", "parquet", "duckdb", "sqlite", "postgres", "elasticsearch-bulk"]
FORMATS: tuple[Format, ...] = get_args(Format)
TEXTS: frozenset[Format] = frozenset({"csv", "jsonl", "elasticsearch-bulk"})
"""Formats that may go to standard output."""
DATABASES: frozenset[Format] = frozenset({"duckdb", "sqlite", "postgres"})
"""Formats in which a row can be replaced by a later revision."""


def open_target(
    name: Format, to: str, reader: str, summary: Summary, *, latest: bool, raw_cells: bool = False
) -> Target:
    """Open what an export writes to.

    :param to: path or URL; empty: standard output.
    :param reader: which lines are followed; empty: the target is made anew, a database merged into.
    :raises WrongArgument: the format needs a library that is not there.
    :raises OutputError: the target cannot be used.
    """
    if name in TEXTS:
        return _text_target(_form(name, summary, latest=latest, raw_cells=raw_cells), to, reader)
    try:
        return _OPEN[name](to, reader, latest)
    except ImportError as error:
        raise WrongArgument(
            f"--format {name} needs {error.name}: pip install 'newscrawler[{name}]'"
        ) from error


def schema_text(name: Format, *, latest: bool) -> str:
    """Return what makes the table or index of a format; for files its columns, one a line with its type."""
    if name == "elasticsearch-bulk":
        return orjson.dumps(mapping(), option=orjson.OPT_INDENT_2).decode()
    if name in DATABASES:
        return table_sql(TYPES[name], latest=latest, is_indexed=name != "duckdb") + ";"
    return "\n".join(f"{column.name}\t{column.kind}" for column in COLUMNS)


def _text_target(form: Form, to: str, reader: str) -> Target:
    path = Path(to)
    if not to:
        return StreamTarget(form)
    if path.exists() and not path.is_file() and not path.is_dir():
        return StreamTarget(form, path)
    return FollowingTextTarget(form, path, reader) if reader else TextTarget(form, path)


def _form(name: Format, summary: Summary, *, latest: bool, raw_cells: bool) -> Form:
    if name == "csv":
        return CsvForm(summary, raw_cells=raw_cells)
    if name == "jsonl":
        return JsonForm()
    return BulkForm(latest=latest)


def _parquet(to: str, reader: str, latest: bool) -> Target:
    from newscrawler.exports.parquet import ParquetFile, ParquetFolder  # noqa: PLC0415 - an extra

    return ParquetFolder(Path(to), reader) if reader else ParquetFile(Path(to))


def _sqlite(to: str, reader: str, latest: bool) -> Target:
    return Database(SqliteDriver(Path(to)), reader, latest=latest)


def _postgres(to: str, reader: str, latest: bool) -> Target:
    from newscrawler.exports.postgres import PostgresDriver  # noqa: PLC0415 - an extra

    return Database(PostgresDriver(to), reader, latest=latest)


def _duckdb(to: str, reader: str, latest: bool) -> Target:
    from newscrawler.exports.duckdb_file import DuckdbDriver  # noqa: PLC0415 - an extra

    return Database(DuckdbDriver(Path(to)), reader, latest=latest)


_OPEN: dict[Format, Callable[[str, str, bool], Target]] = {
    "parquet": _parquet,
    "sqlite": _sqlite,
    "postgres": _postgres,
    "duckdb": _duckdb,
}
