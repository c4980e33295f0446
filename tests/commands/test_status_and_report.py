"""``scrapy status``, ``report`` and ``serve``: what they print, and how they end."""

from __future__ import annotations

import argparse
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from scrapy.settings import Settings

from newscrawler.commands import report, serve, status
from newscrawler.report.gather import gather
from newscrawler.report.status_table import status_table
from tests.report.month import HOSTILE, NOW, SITES, make_month

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.commands import ScrapyCommand


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_month(tmp_path_factory.mktemp("month"))


def run(command: ScrapyCommand, settings: Settings, *args: str) -> int:
    command.settings = settings
    parser = argparse.ArgumentParser()
    command.add_options(parser)
    options, sites = parser.parse_known_args(args)
    command.run(sites, options)
    return command.exitcode


def test_the_screen_names_each_site_and_each_alarm(settings: Settings) -> None:
    out = StringIO()
    Console(file=out, width=100).print(status_table(gather(settings, now=NOW)))
    lines = out.getvalue().splitlines()
    assert [line.split()[:2] for line in lines[2:5]] == [
        ["gazette", "unhealthy"], ["herald", "good"], ["tribune", "failed"],
    ]  # fmt: skip
    assert "    scrapy savepage https://gazette.example/news/101" in out.getvalue()


def test_a_narrow_screen_cuts_neither_a_head_nor_a_command(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(status.Command(), settings) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[-1] == "alarms"
    assert max(map(len, lines)) > 80
    assert "    scrapy savepage https://gazette.example/news/101" in lines


def test_the_screen_is_printable(settings: Settings) -> None:
    sites = gather(settings, ["\x1b[2Jevil", "[link=http://evil.example]a[/]"], now=NOW)
    out = StringIO()
    Console(file=out, width=200, force_terminal=True, color_system=None).print(status_table(sites))
    assert "\x1b[2J" not in out.getvalue()
    assert "\x1b]" not in out.getvalue()
    assert "[link=" in out.getvalue(), "a name is no markup"


def test_status_as_json(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(status.Command(), settings, "--json") == 0
    sites = json.loads(capsys.readouterr().out)
    assert [site["site"] for site in sites] == sorted(SITES)
    assert [alarm["subject"] for alarm in sites[0]["alarms"]] == ["body", "headline"]


def test_the_report_is_written_and_its_path_printed(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(report.Command(), settings, "--to", str(tmp_path / "a.html"), "herald") == 0
    assert capsys.readouterr().out == f"{tmp_path / 'a.html'}\n"
    text = (tmp_path / "a.html").read_text("utf-8")
    assert "herald: " in text
    assert "tribune: " not in text
    assert HOSTILE not in text


def test_what_cannot_be_read_or_written_ends_with_a_line(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = Settings({**settings, "LEDGER_URL": "mysql://"})
    assert run(status.Command(), wrong) == 2
    assert run(report.Command(), wrong) == 2
    assert run(report.Command(), settings, "--to", str(tmp_path)) == 1
    assert capsys.readouterr().err.count("\n") == 3


def test_a_port_that_is_no_port_ends_with_a_line(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(serve.Command(), settings, "--port", "99999") == 1
    assert "name another one with --port" in capsys.readouterr().err
