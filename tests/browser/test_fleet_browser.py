"""A rendered crawl under a fleet's worker: when the worker is killed, crawl and browser end with it."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import psutil
import pytest

from newscrawler.fleet import crawl_launcher
from tests.browser.test_processes import SPIDERS, browsers_below, ended, wait_for
from tests.crawl import PRIVATE, QUICK, ROOT
from tests.forks import scrapy
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

__all__ = ["postgres_database", "postgres_server", "postgres_url"]
pytestmark = [pytest.mark.browser, pytest.mark.fleet, pytest.mark.slow]

assert crawl_launcher


def is_alive(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


@contextmanager
def killed(processes: list[psutil.Process]) -> Iterator[None]:
    """Processes that are not left behind by a test that fails."""
    try:
        yield
    finally:
        for process in processes:
            with suppress(psutil.Error):  # psutil knows a number that was given to another process
                process.kill()


def test_no_browser_outlives_the_worker(
    newsroom: NewsroomFactory, postgres_database: str, tmp_path: Path
) -> None:
    site = newsroom("scripted", page_size=3)
    values = {
        **QUICK, **SPIDERS, "ALLOWED_PRIVATE_HOSTS": PRIVATE, "OUTPUT_DIR": str(tmp_path),
        "LEDGER_URL": postgres_database, "FLEET_MACHINE": "one", "FLEET_POLL": "0.2",
    }  # fmt: skip
    options = [part for name, value in values.items() for part in ("-s", f"{name}={value}")]
    arguments = ["-a", f"site_url={site.base_url}", "-a", "sections=politics,society"]
    for told in (["init"], ["add", "show_more", "--every", "1h", *arguments]):
        done = scrapy("fleet", *told, *options)
        assert done.returncode == 0, done.stderr
    with (tmp_path / "log").open("w") as log:
        worker = subprocess.Popen(
            [sys.executable, "-m", "scrapy", "fleet", "work", "--slots", "1", *options],
            cwd=ROOT, stdout=log, stderr=log, text=True,
        )  # fmt: skip
    below: list[psutil.Process] = []
    with ended(worker), killed(below):
        wait_for(lambda: len(site.asked("/api/story*")) > 1)
        assert browsers_below(worker.pid)
        below += psutil.Process(worker.pid).children(recursive=True)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        wait_for(lambda: not any(map(is_alive, below)))
    assert len(site.asked("/api/story*")) < 12, "it did not go on to the end"
