"""``sites.toml`` names the sites of a fleet, and is refused with one line where it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.fleet.intervals import interval_text, parse_interval
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


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("1.5h", 5400), (" 1d ", 86400), ("0s", 0)])
def test_intervals(text: str, seconds: float) -> None:
    assert parse_interval(text, "--every").total_seconds() == seconds


@pytest.mark.parametrize("text", ["", "15", "m", "-1m", "1w", "500d", "1e9d", "15 m"])
def test_what_is_no_interval(text: str) -> None:
    with pytest.raises(WrongArgument, match="--every"):
        parse_interval(text, "--every")


def test_an_interval_is_shown_as_it_is_written() -> None:
    assert [interval_text(parse_interval(text, "")) for text in ("15m", "90s", "2h", "1d")] == [
        "15m", "90s", "2h", "1d",
    ]  # fmt: skip
