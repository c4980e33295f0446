"""A crawl that cannot be is refused before it is begun."""

from __future__ import annotations

import pytest
from scrapy.utils.project import get_project_settings

from newscrawler.commands.checked_crawl import check_crawl
from newscrawler.exceptions import WrongArgument


def test_the_site_of_a_crawl() -> None:
    settings = get_project_settings()
    assert check_crawl("tass", settings, {}) == "tass"
    assert check_crawl("any_site", settings, {"url": "https://press.example"}) == "press.example"


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("tas", {}, "no spider 'tas'; did you mean tass"),
        ("tass", {"section": "world"}, "tass: no argument 'section'"),
        ("tass", {"site_url": "http://127.0.0.1:9"}, "tass: site_url is on"),
    ],
)
def test_what_cannot_be(name: str, arguments: dict[str, str], said: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        check_crawl(name, get_project_settings(), arguments)
    assert str(caught.value).startswith(said)
