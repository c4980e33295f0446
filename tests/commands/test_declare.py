"""A draft is asked of a site and printed, or written where no file is yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.commands.declare import Command
from tests import forks
from tests.hostile.hostile_server import HostileNewsroom
from tests.spiders.newsrooms import NEWSROOMS

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


def declare(*arguments: str) -> subprocess.CompletedProcess[str]:
    settings = ("-s", "ALLOWED_PRIVATE_HOSTS=127.0.0.1", "-s", "DOWNLOAD_DELAY=0")
    return forks.scrapy("declare", *arguments, *settings)


def test_a_draft_of_a_site(tmp_path: Path) -> None:
    built = NEWSROOMS["wordpress"]()
    with HostileNewsroom() as room:
        room.routes |= built.routes
        printed = declare(room.site)
        written = declare(room.site, "--name", "gazette", "--to", str(tmp_path))
        again = declare(room.site, "--name", "gazette", "--to", str(tmp_path))
    assert printed.returncode == 0, printed.stderr
    assert 'sections = {"harbour": "/category/harbour/"}' in printed.stdout
    assert (written.returncode, again.returncode) == (0, 2)
    assert "scrapy checksites gazette --live" in written.stdout
    assert "is there already" in again.stderr
    compile((tmp_path / "gazette.py").read_text(), "gazette.py", "exec")


def test_a_site_that_does_not_answer() -> None:
    done = declare("http://127.0.0.1:9/")
    assert done.returncode == 1
    assert done.stderr.startswith("http://127.0.0.1:9/: ")
    assert done.stderr.count("\n") == 1


def test_no_url() -> None:
    assert Command().syntax().startswith("[options] <URL>")
    assert declare("ftp://gazette.example").returncode == 2
    assert declare().returncode == 2
