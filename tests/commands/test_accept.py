"""``scrapy accept``: what is open is shown, and is over for whom it names."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest
from scrapy.exceptions import UsageError

from newscrawler.commands.accept import Command
from newscrawler.exceptions import OutputError
from newscrawler.ledger import open_ledger
from newscrawler.report.gather import gather
from tests.report.month import make_month

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return make_month(tmp_path)


def run(settings: Settings, *args: str) -> int:
    command = Command()
    command.settings = settings
    parser = argparse.ArgumentParser()
    command.add_options(parser)
    options, rest = parser.parse_known_args(args)
    command.run(rest, options)
    return command.exitcode


def open_subjects(settings: Settings) -> set[str]:
    (site,) = gather(settings, ["gazette"])
    return {alarm.subject for alarm in site.alarms if alarm.over is None}


def test_without_a_subject_it_shows_what_is_open(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, "gazette") == 0
    out = capsys.readouterr().out
    assert "\nheadline: from site for" in f"\n{out}", "its name stands there once"
    assert "none accepted: name them, or give --all" in out
    assert open_subjects(settings) == {"headline", "body"}


def test_what_is_named_is_accepted(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, "gazette", "headline") == 0
    assert capsys.readouterr().out == "gazette: accepted: headline\n"
    assert open_subjects(settings) == {"body"}


def test_all_of_it(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, "gazette", "--all") == 0
    assert capsys.readouterr().out.count("accepted: ") >= 2
    assert open_subjects(settings) == set()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["gazette", "lead"], "gazette: lead is not open; open is: "),
        (["gazete"], "no run of 'gazete' is known; there are: gazette, "),
    ],
)
def test_what_is_not_open_is_said(
    settings: Settings, args: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, *args) == 2
    assert words in capsys.readouterr().err
    assert open_subjects(settings) == {"headline", "body"}


@pytest.mark.parametrize("args", [[], ["gazette", "headline", "--all"]])
def test_a_usage_error(settings: Settings, args: list[str]) -> None:
    with pytest.raises(UsageError):
        run(settings, *args)


def test_a_site_that_is_being_crawled_is_busy(settings: Settings) -> None:
    ledger = open_ledger(settings, "gazette")
    assert run(settings, "gazette", "--all") == 75
    ledger.close()


def test_a_ledger_that_cannot_be_used(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(settings: Settings) -> None:
        raise OutputError("the disk is full")

    monkeypatch.setattr("newscrawler.report.gather.gather", broken)
    assert run(settings, "gazette") == 1
