"""Settings of rendering have values of their type; what is wrong is said before the first request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.settings import BaseSettings

WHOLE = {"RENDER_PAGES": 1, "RENDER_MAX_REQUESTS": 0, "RENDER_RENEW": 0, "PLAYWRIGHT_DOWNLOAD_TIMEOUT": 0}
"""Settings that are whole numbers -> the least."""
NUMBERS = {"RENDER_TIMEOUT": 1, "RENDER_KEPT_SECONDS": 0, "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 0}
"""Settings that are numbers -> the least."""
SWITCHES = ("RENDER_REMOTE_BROWSER", "PLAYWRIGHT_RESTART_DISCONNECTED_BROWSER")

LAUNCH_OPTIONS: dict[str, tuple[tuple[type, ...], str]] = {
    "executable_path": ((str,), "a path"),
    "headless": ((bool,), "true or false"),
    "chromium_sandbox": ((bool,), "true or false"),
    "slow_mo": ((int, float), "milliseconds"),
    "timeout": ((int, float), "milliseconds"),
}
"""Of ``PLAYWRIGHT_LAUNCH_OPTIONS``. Others, like ``args`` and ``proxy``, could give the browser a network."""


def check_types(settings: BaseSettings) -> None:
    """Check the values of settings.

    :raises WrongArgument: one of them is not of its type.
    """
    for name, least in WHOLE.items():
        _check_number(settings, name, int, least)
    for name, least in NUMBERS.items():
        _check_number(settings, name, float, least)
    for name in SWITCHES:
        try:
            settings.getbool(name)
        except ValueError:
            raise WrongArgument(f"{name} is {settings.get(name)!r}: give True or False") from None


def _check_number(settings: BaseSettings, name: str, kind: type[int | float], least: int) -> None:
    value = settings.get(name)
    if value is None:
        return
    try:
        enough = kind(value) >= least
    except (ValueError, TypeError):
        enough = False
    if not enough:
        which = "a whole number" if kind is int else "a number"
        raise WrongArgument(f"{name} is {value!r}: give {which} of at least {least}")


def check_launch_options(options: Mapping[str, Any]) -> None:
    """Check ``PLAYWRIGHT_LAUNCH_OPTIONS``.

    :raises WrongArgument: there is one that is refused, or that is not of its type.
    """
    if unknown := sorted(options.keys() - LAUNCH_OPTIONS.keys()):
        raise WrongArgument(
            f"PLAYWRIGHT_LAUNCH_OPTIONS: {', '.join(unknown)} refused; give only what leaves the browser "
            f"without a network: {', '.join(sorted(LAUNCH_OPTIONS))}"
        )
    for name, value in options.items():
        kinds, wanted = LAUNCH_OPTIONS[name]
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise WrongArgument(f"PLAYWRIGHT_LAUNCH_OPTIONS: {name} is {value!r}: give {wanted}")
