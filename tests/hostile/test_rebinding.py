"""A name that was public when it was looked at first, and is inside when it is connected to, is not connected
to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crawl import crawl
from tests.hostile.hostile_server import INSIDE, HostileNewsroom, article, http
from tests.hostile.rebinding import CONNECTED, PUBLIC, TRUSTED

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

STORIES = ("/news/1", "/news/2", "/news/3")


@pytest.mark.parametrize(
    ("later", "new"),
    [
        (PUBLIC, len(STORIES)),
        (INSIDE, 0),
        ("127.0.0.1", 0),
        ("169.254.169.254", 0),
        ("::ffff:127.0.0.3", 0),
        (f"169.254.169.254,{INSIDE}", 0),
    ],
)
def test_a_name_that_changes_its_address(later: str, new: int, tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        closing = "Connection: close"  # so that the name is resolved for each request
        room.robots = http(404, b"", closing)
        links = "".join(f'<a class="article" href="{path}">x</a>' for path in STORIES)
        room.routes = {path: http(200, article(path), closing) for path in STORIES}
        room.routes["/"] = http(200, links.encode(), closing)
        settings = {
            "SPIDER_MODULES": "tests.hostile.gazette",
            "TWISTED_DNS_RESOLVER": "tests.hostile.rebinding.RebindingResolver",
            "REBINDS_TO": later,
            "ALLOWED_PRIVATE_HOSTS": "",
            "RETRY_TIMES": "0",
        }
        crawled = crawl("gazette", tmp_path, settings, site_url=f"http://gazette.invalid:{room.port}")
        assert not room.broken_in
    made = [
        line.removeprefix(CONNECTED) for line in crawled.stderr.splitlines() if line.startswith(CONNECTED)
    ]
    assert made == [PUBLIC] * (TRUSTED + new)
    (run,) = crawled.runs
    assert run["new"] == new, crawled.stderr
    assert run["refused"].get("address", 0) == len(STORIES) - new
