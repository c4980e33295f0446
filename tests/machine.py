"""Fetch what the tests need and this machine lacks: browser, database, recipes' commands. Says what it does.

Run by ``make test`` before the tests. Where something cannot be had, its tests skip and name the remedy.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
WANTED = {
    SHELL: BROWSERS,
    "jq": ("jq",),
    "curl": ("curl",),
    "postgresql-client": ("psql",),
    "postgresql": ("postgres", "/usr/lib/postgresql/15/bin/postgres"),
}


AXE = Path(sys.prefix) / "axe" / "node_modules" / "axe-core" / "axe.min.js"
"""What looks for faults that shut people out of the report."""


def has(commands: tuple[str, ...]) -> bool:
    return any(shutil.which(command) for command in commands)


def main() -> int:
    if not AXE.exists() and shutil.which("npm"):
        _fetch_axe()
    missing = [package for package, commands in WANTED.items() if not has(commands)]
    if SHELL in missing and (_playwright_has_its_own() or _install_with_playwright()):
        missing.remove(SHELL)
    if not missing:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(
            f"make test: installing {', '.join(missing)} with apt-get, since the tests use them", flush=True
        )
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "-qq", "update"], check=False, env=environment)
        for package in missing:
            _install(package, environment)
        if SHELL in missing and not has(BROWSERS):  # an older distribution has the whole browser alone
            _install("chromium", environment)
    else:
        print(f"make test: not on this machine: {', '.join(missing)}; their tests will skip", flush=True)
    return 0


def _install(package: str, environment: dict[str, str]) -> None:
    subprocess.run(
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", package],
        check=False,
        env=environment,
        stdout=subprocess.DEVNULL,
    )


def _fetch_axe() -> None:
    """Into the environment's folder; where it cannot be had, the report's other checks remain."""
    print("make test: fetching axe-core with npm, since a test uses it", flush=True)
    command = ["npm", "install", "--silent", "--no-audit", "--fetch-retries=0", "--fetch-timeout=20000"]
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(
            [*command, "--prefix", str(AXE.parents[2]), "axe-core@4"],
            check=False,
            timeout=60,
            stdout=subprocess.DEVNULL,
        )


def _playwright_has_its_own() -> bool:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return False
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def _install_with_playwright() -> bool:
    """Into the user's own cache; fails at once where the vendor's server is out of reach."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        return False  # the distribution's package is quicker and brings its libraries
    print("make test: fetching a Chromium with playwright install, since the tests use one", flush=True)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"],
            check=False,
            timeout=240,
            capture_output=True,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
