"""Settings of rendering that are not of their type are said in one line, before the first request."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawler.exceptions import WrongArgument
from newscrawler.rendering.setting_types import check_launch_options, check_types
from tests.defaults import DEFAULTS


def test_the_projects_own_settings_are_of_their_types() -> None:
    check_types(Settings(DEFAULTS))


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("RENDER_PAGES", "few", "a whole number of at least 1"),
        ("RENDER_PAGES", 0, "a whole number of at least 1"),
        ("RENDER_TIMEOUT", -1, "a number of at least 1"),
        ("RENDER_KEPT_SECONDS", [5], "a number of at least 0"),
        ("RENDER_REMOTE_BROWSER", "perhaps", "True or False"),
        ("PLAYWRIGHT_DOWNLOAD_TIMEOUT", "long", "a whole number of at least 0"),
    ],
)
def test_each_names_what_is_allowed(name: str, value: Any, wanted: str) -> None:
    with pytest.raises(WrongArgument, match=f"^{name} is .*: give {wanted}$"):
        check_types(Settings({name: value}))


def test_launch_options() -> None:
    check_launch_options({"headless": False, "slow_mo": 2.5, "executable_path": "/opt/chromium"})
    with pytest.raises(WrongArgument, match="headless is 'no': give true or false"):
        check_launch_options({"headless": "no"})
    with pytest.raises(WrongArgument, match="args refused"):
        check_launch_options({"args": []})
