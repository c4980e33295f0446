"""``sites.toml`` names the sites of a fleet, and is refused with one line where it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.fleet.sites_file import Wish, read_sites

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_file_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "sites.toml"
    path.write_text("""
[tass]
every = "15m"
spread = "2m"
arguments = { max_pages = 3 }

["example.org"]
spider = "any_site"
arguments = { url = "https://example.org" }
""")
    assert read_sites(path) == [
        Wish("tass", {"max_pages": "3"}, "15m", "2m"),
        Wish("any_site", {"url": "https://example.org"}),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no site"),
        ("[tass", "sites.toml: "),
        ('tass = "15m"', "is no table"),
        ('[tass]\nevry = "15m"', "evry; allowed: arguments, every, spider, spread"),
        ("[tass]\nevery = 15", "every = 15 is no text"),
        ('[tass]\narguments = "x"', "arguments = {"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "sites.toml"
    path.write_text(text)
    with pytest.raises(WrongArgument) as refused:
        read_sites(path)
    assert said in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WrongArgument, match="No such file"):
        read_sites(tmp_path / "none.toml")
