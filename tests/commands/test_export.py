"""``scrapy export`` refuses with one line what cannot be, and says what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy.exceptions import UsageError

from newscrawler.commands.line_options import selection_of
from tests.exports.exporting import export
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path

assert selection_of


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "sqlite"), "needs a target"),
        (("--format", "csv", "--follow"), "--follow needs a target"),
        (("--format", "postgres", "--to", "news.db"), "give postgresql://host/name"),
        (("--format", "csv", "--to", "."), "is a folder"),
        (("--format", "csv", "--to", "x", "--follow", "--latest"), "needs a database"),
        (("--format", "jsonl", "--raw-cells"), "is for --format csv"),
        (("--format", "csv", "--site", "other"), "there are: press"),
        (("--format", "csv", "--since", "May"), "--since=May: a date"),
        (("--format", "csv", "--since", "today", "--until", "yesterday"), "later than"),
    ],
)
def test_wrong_arguments(
    tmp_path: Path, arguments: tuple[str, ...], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, [article(1)])
    assert export(tmp_path, *arguments) == 2
    out, err = capfd.readouterr()
    assert said in err
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("csv", "/nowhere/x"), ("jsonl", "/dev/full"), ("parquet", "/nowhere/x"), ("sqlite", "/nowhere/x"),
        ("duckdb", "/nowhere/x"), ("postgres", "postgresql://me:hidden@127.0.0.1:1/x"),
    ],
)  # fmt: skip
def test_a_target_that_cannot_be_written(
    tmp_path: Path, name: str, to: str, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, [article(1)])
    assert export(tmp_path, "--format", name, "--to", to) == 1
    err = capfd.readouterr().err
    assert err.count("cannot") == 1
    assert "hidden" not in err


@pytest.mark.parametrize("name", ["sqlite", "duckdb"])
def test_a_file_that_is_no_database(tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "output", [article(1)])
    (tmp_path / "x").write_bytes(b"mine" * 2000)
    assert export(tmp_path / "output", "--format", name, "--to", str(tmp_path / "x")) == 1
    assert "cannot use the database" in capfd.readouterr().err
    assert (tmp_path / "x").read_bytes() == b"mine" * 2000


def test_no_lines_give_an_empty_table(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path, "--format", "csv") == 0
    out, err = capfd.readouterr()
    assert out.startswith("schema_version,id,revision")
    assert out.count("\n") == 1
    assert err == (
        f"no lines in {tmp_path}: -s OUTPUT_DIR=… names another folder\n0 rows to standard output\n"
    )


def test_what_is_missing_makes_the_export_fail(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    day = write(tmp_path, [article(1), b"torn\n"])
    day.with_name("2026-05-03.jsonl.gz").write_bytes(b"no gzip")
    assert export(tmp_path, "--format", "jsonl") == 1
    out, err = capfd.readouterr()
    assert out.count("\n") == 1
    assert "1 line left out" in err
    assert "2026-05-03.jsonl.gz" in err


def test_a_schema_is_printed_and_nothing_else_done(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path, "--format", "postgres", "--schema") == 0
    assert capfd.readouterr().out.startswith("CREATE TABLE IF NOT EXISTS articles (")


def test_without_a_format_the_usage_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="scrapy export --format"):
        export(tmp_path)
