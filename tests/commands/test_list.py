"""``scrapy list`` names the spiders on stdout, and what is broken on stderr."""

import argparse

import pytest
from scrapy.utils.project import get_project_settings

from newscrawler.commands.list import Command
from newscrawler.publication.site_loader import SiteLoader


def test_broken_sites_are_named_on_stderr(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SiteLoader, "faults", lambda _self: {"gazette": "gazette.py:3: no such field"})
    command = Command()
    command.settings = get_project_settings()
    command.run([], argparse.Namespace())
    said = capsys.readouterr()
    assert "tass" in said.out.split()
    assert said.err == "gazette is broken: gazette.py:3: no such field\n"


def test_the_sites_that_there_are_are_sound() -> None:
    assert SiteLoader.from_settings(get_project_settings()).faults() == {}
