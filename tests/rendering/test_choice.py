"""Which browser renders: what is set, else Playwright's own or the system's, without windows if possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.rendering.choice import Choice, NoBrowser, choose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def there(*commands: str) -> Callable[[str], str | None]:
    return lambda command: f"/usr/bin/{command}" if command in commands else None


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Playwright's whole browser."""
    path = tmp_path / "chromium-1200" / "chrome-linux64" / "chrome"
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def shell_beside(own: Path, revision: str, folder: str, name: str) -> str:
    path = own.parents[2] / f"chromium_headless_shell-{revision}" / folder / name
    path.parent.mkdir(parents=True)
    path.touch()
    return str(path)


@pytest.mark.parametrize(
    ("commands", "headless", "chosen"),
    [
        (("chromium", "chromium-headless-shell"), True, "chromium-headless-shell"),
        (("chromium", "chromium-headless-shell"), False, "chromium"),
        (("google-chrome",), True, "google-chrome"),
    ],
)
def test_of_the_system(commands: tuple[str, ...], headless: bool, chosen: str) -> None:
    found = choose("", "/nowhere/chrome", there(*commands), headless=headless)
    assert found == Choice(f"/usr/bin/{chosen}", "system")


@pytest.mark.parametrize(
    ("folder", "name"),
    [("chrome-linux", "headless_shell"), ("chrome-headless-shell-linux64", "chrome-headless-shell")],
)
def test_playwrights_own(own: Path, folder: str, name: str) -> None:
    everything = there("chromium", "chromium-headless-shell")
    assert choose("", str(own), everything) == Choice(str(own), "playwright")
    shell_beside(own, "1100", folder, name)  # of another version of Playwright
    assert choose("", str(own), everything) == Choice(str(own), "playwright")
    shell = shell_beside(own, "1200", folder, name)
    assert choose("", str(own), everything) == Choice(shell, "playwright")
    assert choose("", str(own), everything, headless=False) == Choice(str(own), "playwright")
    own.unlink()
    assert choose("", str(own), everything) == Choice(shell, "playwright")


def test_one_that_is_set() -> None:
    assert choose("brave", "/nowhere", there("brave", "chromium")) == Choice("/usr/bin/brave", "setting")
    with pytest.raises(NoBrowser, match="BROWSER_PATH='brave' is not a program"):
        choose("brave", "/nowhere", there("chromium"))


def test_none() -> None:
    with pytest.raises(NoBrowser, match="apt-get install chromium-headless-shell, or chromium"):
        choose("", "/nowhere", there())
    with pytest.raises(NoBrowser):
        choose("", "/nowhere", there("chromium-headless-shell"), headless=False)
