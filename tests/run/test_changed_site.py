"""A redesign is noticed by the run in which it came: exit code 3, and what changed in one line."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.crawl import crawl
from tests.newsroom import Newsroom, Request
from tests.newsroom.http import Response

pytestmark = pytest.mark.slow


class Redesigned(Newsroom):
    """The newsroom after somebody renamed the classes of its articles."""

    def _render(self, request: Request, epoch: int) -> Response | None:
        found = super()._render(request, epoch)
        if found is None or b"news-header__title" not in found.body:
            return found
        body = found.body.replace(b"news-header__", b"story-head__").replace(b"text-content", b"prose")
        return replace(found, body=body)


def test_a_redesign_is_noticed(tmp_path: Path) -> None:
    with Redesigned("today") as site:
        found = crawl("tass", tmp_path, site_url=site.base_url)
    assert found.code == 3
    (line,) = [line for line in found.stderr.split("\n") if "may have changed" in line]
    assert line.startswith("tass: ")
    assert "headline: the declared layouts gave it for" in line
    assert found.runs[-1]["exit_code"] == 3


def test_the_site_as_it_is_declared_is_healthy(tmp_path: Path) -> None:
    with Newsroom("today") as site:
        assert crawl("tass", tmp_path, site_url=site.base_url).code == 0
