"""Which browser renders: the one that is set, Playwright's own, or one of the system's."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ON_PATH = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge",
)
REMEDIES = (
    "install the system's package (apt-get install chromium) or run .venv/bin/playwright install chromium"
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
    setting: str, playwright_own: str | None, which: Callable[[str], str | None] = shutil.which
) -> Choice:
    """Choose a browser.

    :param setting: ``BROWSER_PATH``; a path, or a command.
    :param playwright_own: where Playwright would have put its own, whether it is there or not.
    :raises NoBrowser: none is there.
    """
    if setting:
        found = which(setting)
        if found is None:
            raise NoBrowser(f"BROWSER_PATH={setting!r} is not a program; {REMEDIES}, or correct the setting")
        return Choice(found, "setting")
    if playwright_own and Path(playwright_own).exists():
        return Choice(playwright_own, "playwright")
    for command in ON_PATH:
        if found := which(command):
            return Choice(found, "system")
    raise NoBrowser(f"this site needs a browser and there is none: {REMEDIES}")
