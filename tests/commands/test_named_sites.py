"""A site that nobody knows is not shown as one that was never crawled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy.utils.project import get_project_settings

from newscrawler.commands.named_sites import check_names
from newscrawler.exceptions import WrongArgument
from newscrawler.report import gather
from tests.forks import SCRAPY, Fork

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tas", "no site 'tas'; did you mean tass?"),
        ("paper.exampel", "no site 'paper.exampel'; did you mean paper.example?"),
        ("x", "no site 'x'; crawled are: paper.example"),
    ],
)
def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    class Facts:
        name = "paper.example"

    monkeypatch.setattr(gather, "gather", lambda _: [Facts])
    with pytest.raises(WrongArgument) as wrong:
        check_names(get_project_settings(), ["tass", "paper.example", name])
    assert str(wrong.value) == said


def test_what_is_declared_need_not_be_crawled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(gather, "gather")  # nothing is opened for it
    check_names(get_project_settings(), ["tass", "any_site"])
    check_names(get_project_settings(), [])


@pytest.mark.parametrize("command", ["status", "report", "serve"])
def test_the_commands_end_with_one_line(command: str, tmp_path: Path) -> None:
    fork = Fork(SCRAPY, [command, "tas", "-s", f"OUTPUT_DIR={tmp_path}"])
    assert fork.communicate() == ("", "no site 'tas'; did you mean tass?\n")
    assert fork.returncode == 2
    assert list(tmp_path.iterdir()) == []
