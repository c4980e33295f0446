"""Which browser renders: the one that is set, Playwright's own, or one of the system's."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SHELL = "chromium-headless-shell"
"""Chromium without windows. The whole browser opens a hidden window for each page, which costs a multiple of
the page itself (``python -m benchmarks.rendering browsers``)."""
ON_PATH = (
    SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge",
)
REMEDIES = (
    f"install the system's package (apt-get install {SHELL}, or chromium) or run "
    ".venv/bin/playwright install chromium"
)


class NoBrowser(Exception):
    """There is no browser, or no Playwright; its text is one line with the remedies."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The browser that will be started."""

    executable: str
    found: str
    """How: ``setting``, ``playwright`` or ``system``."""


def choose(
    setting: str,
    playwright_own: str | None,
    which: Callable[[str], str | None] = shutil.which,
    *,
    headless: bool = True,
) -> Choice:
    """Choose a browser; one without windows first, where none is to be seen.

    :param setting: ``BROWSER_PATH``; a path, or a command.
    :param playwright_own: where Playwright would have put its own, whether it is there or not.
    :raises NoBrowser: none is there.
    """
    if setting:
        found = which(setting)
        if found is None:
            raise NoBrowser(f"BROWSER_PATH={setting!r} is not a program; {REMEDIES}, or correct the setting")
        return Choice(found, "setting")
    if playwright_own and (shell := _shell_of(Path(playwright_own))) and headless:
        return Choice(shell, "playwright")
    if playwright_own and Path(playwright_own).exists():
        return Choice(playwright_own, "playwright")
    for command in ON_PATH:
        if (headless or command != SHELL) and (found := which(command)):
            return Choice(found, "system")
    raise NoBrowser(f"this site needs a browser and there is none: {REMEDIES}")


def _shell_of(browser: Path) -> str | None:
    """Return Playwright's browser without windows, which it puts beside the whole one of the same revision.

    :param browser: ``…/chromium-1200/chrome-linux64/chrome``; the other is in
        ``…/chromium_headless_shell-1200``.
    """
    if len(browser.parts) < 4:
        return None
    folder, _, revision = browser.parents[1].name.partition("-")
    shells = browser.parents[2].glob(f"{folder}_headless_shell-{revision}/*/*headless?shell")
    return next((str(path) for path in shells if path.is_file()), None)
