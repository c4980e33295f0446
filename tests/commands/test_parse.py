"""``scrapy parse`` of a broken site ends with one line before anything is asked for."""

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
    command = Command()
    command.settings = get_project_settings()
    parser = argparse.ArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    with pytest.raises(SystemExit) as ended:
        command.process_options([], parser.parse_args(["--spider", "gazette"]))
    assert ended.value.code == 2
    assert capsys.readouterr().err == "gazette.py:3: no such field\n"
