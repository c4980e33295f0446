"""Fixtures that every test may ask for; what was skipped stands on the last lines, and fails on CI."""

from __future__ import annotations

import os

import pytest

from tests.newsroom.fixtures import newsroom

__all__ = ["newsroom"]

ON_CI = os.environ.get("CI", "").lower() == "true"


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
