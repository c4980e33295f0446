"""Fixtures that every test may ask for; slow files run first; what was skipped is named, and fails on CI."""

from __future__ import annotations

import gc
import os
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
import scrapy.core.downloader.contextfactory  # noqa: F401 - early: it looks through all modules that are loaded
from _pytest.doctest import DoctestModule
from hypothesis import HealthCheck, settings

from tests.newsroom.fixtures import newsroom
from tests.sqlite_connections import watch_connections

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__ = ["newsroom"]

# Four workers and hundreds of commands load the same files: what one has compiled is there for the others,
# also where the machine is told to keep nothing.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ON_CI = os.environ.get("CI", "").lower() == "true"

# a busy machine makes no test red: an example may take as long as it likes, within the test's own timeout
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


watch_connections()


class FilesWithDoctests:
    """Keeps pytest from looking through each function of a file that has no doctest, in every worker."""

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(self, file_path: Path) -> Generator[None, list[pytest.Collector]]:
        """Collect doctests only where a file has some."""
        collectors = yield
        if file_path.suffix == ".py" and ">>> " not in file_path.read_text("utf-8"):
            return [one for one in collectors if not isinstance(one, DoctestModule)]
        return collectors


def pytest_configure(config: pytest.Config) -> None:
    """Register what holds for the package's own files, too."""
    config.pluginmanager.register(FilesWithDoctests())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow files, so that none is left alone at the end, one of each room after the other.

    Files of one room wait for the same thing: a browser, a database, a process that is killed.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    place: dict[object, int] = {}
    files: dict[object, int] = defaultdict(int)
    for item in items:
        if item.path not in place:
            key = (item.path.parent, item.path in slow)
            place[item.path] = files[key]
            files[key] += 1
    items.sort(key=lambda item: (item.path not in slow, place[item.path] if item.path in slow else 0))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among tests that are being collected, nor later at what stays to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def _skipped(config: pytest.Config) -> dict[str, int]:
    """Reason -> how many tests it kept from running."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reasons: dict[str, int] = {}
    for report in reporter.stats.get("skipped", ()) if reporter else ():
        longrepr = getattr(report, "longrepr", None)
        reason = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    return reasons


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if ON_CI and _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config: pytest.Config) -> None:
    """After pytest's own last line: what did not run, why, and what to do about it."""
    for reason, count in _skipped(config).items():
        print(f"{count} skipped: {reason}")
    if ON_CI and _skipped(config):
        print("CI=true: a skipped test is a failure")
