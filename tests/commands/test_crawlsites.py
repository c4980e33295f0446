"""Many sites in one process: every article once, each site at its own pace, and none touched by another."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from newscrawler.commands.crawlsites import _count
from newscrawler.exceptions import WrongArgument
from tests import forks
from tests.crawl import read_jsonl
from tests.hostile.stamped import STAMPED
from tests.spiders.many_newsrooms import ARTICLES, SHAPES, Newsrooms

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

DELAY = 1.0
LATE = 0.1
"""Seconds by which a request's own note of its time can come late."""


def crawlsites(rooms: Newsrooms, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    given = {
        "SPIDER_MODULES": "many_press", "OUTPUT_DIR": str(rooms.folder / "output"),
        "DOWNLOAD_HANDLERS": json.dumps(STAMPED),
        "ALLOWED_PRIVATE_HOSTS": f"{rooms.hosts},127.0.2.250", "LOG_LEVEL": "WARNING", **settings,
    }  # fmt: skip
    options = [part for name, value in given.items() for part in ("-s", f"{name}={value}")]
    variables = {"PYTHONPATH": str(rooms.folder)}
    return forks.scrapy("crawlsites", *arguments, *options, variables=variables, timeout=300)


def urls_of(folder: Path, site: str) -> Counter[str]:
    return Counter(line["url"] for line in read_jsonl(list((folder / "output" / site).glob("*.jsonl"))))


def check(rooms: Newsrooms) -> None:
    for paper in rooms.papers:
        expected = Counter(f"{paper.base_url}/harbour/{n}" for n in range(ARTICLES))
        assert urls_of(rooms.folder, f"paper{paper.number}") == expected, paper.shape
    for server in (*rooms.papers, *rooms.feeds.values()):
        sent = sorted(request.sent for request in server.requests if "x-sent" in request.headers)
        assert len(sent) == len(server.requests) > 1
        waits = [later - earlier for earlier, later in itertools.pairwise(sent)]
        assert min(waits) >= server.delay - LATE, (server.shape, server.delay, waits)


def runs(rooms: Newsrooms) -> dict[str, int | None]:
    records = read_jsonl([rooms.folder / "output" / "runs.jsonl"])
    assert len({record["site"] for record in records}) == len(records)
    return {record["site"]: record["exit_code"] for record in records}


def test_each_shape_and_each_way_to_break(tmp_path: Path) -> None:
    with Newsrooms(len(SHAPES), tmp_path, DELAY) as rooms:
        package = tmp_path / "many_press"
        good = (package / "paper0.py").read_text()
        down = good.replace("paper0", "down").replace("Paper0", "Down").replace("127.0.2.1", "127.0.2.250")
        (package / "down.py").write_text(down)
        (package / "misspelled.py").write_text(
            good.replace("paper0", "misspelled").replace("Paper0", "Misspelled").replace("London", "Lodnon")
        )
        (package / "torn.py").write_text('class TornSpider(\n    name = "torn"\n')
        done = crawlsites(rooms, SITES_AT_ONCE="4", RETRY_TIMES="0")
        check(rooms)
        assert runs(rooms) == {**{f"paper{number}": 0 for number in range(len(SHAPES))}, "down": 1}
        assert done.returncode == 1, done.stderr
        lines = done.stderr.splitlines()
        assert lines[-1] == "9 sites: 6 good, 2 wrong, 1 failed; 18 new, 0 revised"
        assert any(line.startswith("misspelled: ") and "did you mean Europe/London" in line for line in lines)
        assert any("torn.py:1: not Python" in line for line in lines)
        again = crawlsites(rooms, "--due", "paper0", "down")
        assert (again.returncode, again.stderr) == (0, "no site is due\n")


@pytest.mark.slow
def test_forty_newsrooms(tmp_path: Path) -> None:
    with Newsrooms(40, tmp_path, DELAY) as rooms:
        done = crawlsites(rooms)
        assert done.returncode == 0, done.stderr
        check(rooms)
        assert set(runs(rooms).values()) == {0}
        contact, *others, last = done.stderr.splitlines()
        assert "CONTACT is not set" in contact
        assert all(" WARNING " in line for line in others), others  # a busy machine may be a slow site
        assert last == "40 sites: 40 good; 120 new, 0 revised"


@pytest.mark.parametrize("text", ["many", "-1", "", None])
def test_a_number_that_is_none(text: str | None) -> None:
    with pytest.raises(WrongArgument, match="a whole number, 0 for all at once"):
        _count(text)


def test_a_site_that_there_is_not(tmp_path: Path) -> None:
    with Newsrooms(0, tmp_path) as rooms:
        done = crawlsites(rooms, "gazette")
    assert (done.returncode, json.dumps(done.stderr.count("\n"))) == (2, "1")
