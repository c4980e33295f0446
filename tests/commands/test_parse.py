"""``scrapy parse`` with a broken or unknown spider ends with one line before anything is asked for."""

import argparse

import pytest
from scrapy.utils.project import get_project_settings

from newscrawler.commands.parse import Command
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.site_loader import SiteLoader


def test_a_broken_site_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(_loader: SiteLoader, _name: str) -> None:
        raise WrongArgument("gazette.py:3: no such field")

    monkeypatch.setattr(SiteLoader, "load", load)
    assert parse_with("gazette") == 2
    assert capsys.readouterr().err == "gazette.py:3: no such field\n"


def test_a_spider_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse_with("tas") == 2
    assert capsys.readouterr().err == "no spider 'tas'; did you mean tass?; scrapy list names all\n"


def parse_with(spider: str) -> object:
    """Return the exit code."""
    command = Command()
    command.settings = get_project_settings()
    parser = argparse.ArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    with pytest.raises(SystemExit) as ended:
        command.process_options([], parser.parse_args(["--spider", spider]))
    return ended.value.code
