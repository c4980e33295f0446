"""Whatever scrapy-playwright documents has a line in our documentation: it works, or it is refused."""

from __future__ import annotations

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest

from newscrawler.exceptions import Failed
from newscrawler.rendering.options import ANSWERS, META, REFUSED_SETTINGS, REMOTE_SETTINGS, page_options

TABLES = (Path(__file__).parents[2] / "docs" / "rendering.md").read_text("utf-8")
OURS = {
    name: line
    for line in TABLES.splitlines()
    if line.startswith("| `")
    for name in re.findall(r"`(\w+)`", line.split("|")[1])
}
"""Name -> its line."""
NO_KEY = {"playwright_contexts", "playwright_launch_options", "playwright_request"}
"""Names of its own variables in its examples."""


def documented(pattern: str) -> set[str]:
    about = metadata("scrapy-playwright").json
    return set(re.findall(pattern, str(about["description"])))


def test_each_meta_key_and_setting_has_a_line() -> None:
    keys = documented(r"\bplaywright_[a-z_]+\b") - NO_KEY
    settings = documented(r"\bPLAYWRIGHT_[A-Z_]+\b")
    assert len(keys) >= 10
    assert len(settings) >= 15
    assert sorted((keys | settings) - OURS.keys()) == []


def test_the_lines_say_what_the_code_does() -> None:
    for name in {*REFUSED_SETTINGS, *REMOTE_SETTINGS}:
        assert OURS[name].split("|")[2].strip().startswith("refused"), name
    assert OURS.keys() >= META | ANSWERS


@pytest.mark.parametrize("name", ["playwright_page_coroutines", "playwright_proxy"])
def test_a_key_without_a_line_is_refused(name: str) -> None:
    with pytest.raises(Failed, match=name):
        page_options({"playwright": True, name: 1})
