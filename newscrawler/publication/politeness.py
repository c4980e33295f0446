"""A site may be more polite than the project's settings, never less."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.settings import SETTINGS_PRIORITIES

from newscrawler.publication.check import Fault
from newscrawler.publication.notation import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapy.settings import BaseSettings

MORE_IS_POLITER = frozenset({
    "BACKOFF_START", "DOWNLOAD_DELAY", "SLOW_HOST_MAX_DELAY", "VERIFY_NOT_MODIFIED",
})  # fmt: skip
LESS_IS_POLITER = frozenset({
    "ARTICLE_MAX_PAGES", "CHALLENGES_MAX", "CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN",
    "DOWNLOAD_MAXSIZE",
    "DOWNLOAD_TIMEOUT", "HOST_MAX_BYTES", "HOST_MAX_REQUESTS", "LINKS_PER_PAGE", "LISTING_MAX_ITEMS",
    "LISTING_MAX_PAGES", "PAGE_MAX_BYTES", "PAGE_MAX_LINKS", "REDIRECT_MAX_TIMES", "REFUSALS_MAX",
    "RENDER_MAX_REQUESTS", "RENDER_PAGES", "ROBOTS_MAX_SITEMAPS", "RUN_MAX_REQUESTS", "SITEMAP_MAX_DEPTH",
    "SITEMAP_MAX_ITEMS", "SITEMAP_MAX_SIZE", "TRAP_ARTICLES", "TRAP_PAGES",
})  # fmt: skip
"""Of these 0 is no bound, thus the least polite value of all."""
COUNTS = frozenset({"RETRY_TIMES"})
"""Less is politer, and 0 is none."""
STAYS_ON = frozenset({"DOWNLOAD_VERIFY_CERTIFICATES", "OBEY_AI_OPT_OUTS", "ROBOTSTXT_OBEY"})
STAYS_OFF = frozenset({"COOKIES_ENABLED", "REMOTE_CONTROL_ENABLED", "TELNETCONSOLE_ENABLED"})
OF_A_SITE = MORE_IS_POLITER | LESS_IS_POLITER | COUNTS | STAYS_ON | STAYS_OFF | {"USER_AGENT"}
"""All settings that a site may have a say in."""


SETTING_OF_ATTRIBUTE = {
    "download_delay": "DOWNLOAD_DELAY",
    "download_maxsize": "DOWNLOAD_MAXSIZE",
    "download_timeout": "DOWNLOAD_TIMEOUT",
    "max_concurrent_requests": "CONCURRENT_REQUESTS_PER_DOMAIN",
    "user_agent": "USER_AGENT",
}
"""Attributes of a spider that Scrapy takes for settings."""


def site_settings(
    custom: Mapping[Any, Any] | None, by_attribute: Mapping[str, Any]
) -> list[tuple[str, Any, str]]:
    """Return name and value of what a site sets, and the place in its class.

    :param custom: its ``custom_settings``.
    :param by_attribute: what it sets by attributes of ``SETTING_OF_ATTRIBUTE``.
    """
    return [
        (str(name), value, f"custom_settings[{str(name)!r}]") for name, value in (custom or {}).items()
    ] + [(SETTING_OF_ATTRIBUTE[name], value, name) for name, value in by_attribute.items()]


def impolite(own: list[tuple[str, Any, str]], settings: BaseSettings) -> Iterator[Fault]:
    """Find what a site sets and may not.

    :param own: what it sets, with the place.
    :param settings: those of the project, with those of the command line, which stand above a site's.
    """
    for name, value, where in own:
        if said := _why_not(name, value, settings):
            yield Fault(where, said, name)


def _why_not(name: str, value: Any, settings: BaseSettings) -> str | None:
    if name not in OF_A_SITE:
        hint = did_you_mean(name, OF_A_SITE)
        return f"this setting is the project's, not a site's{hint}; remove it from the site's file"
    if (settings.getpriority(name) or 0) > SETTINGS_PRIORITIES["spider"]:
        return None  # the command line has set it, and has the last word
    project = settings.get(name)
    try:
        politer = _is_as_polite(name, value, project)
    except (TypeError, ValueError):
        return f"{value!r} is no value of this setting; the project's is {project!r}"
    return (
        None
        if politer
        else f"{value!r} is less polite than the project's {project!r}; write that or a politer one"
    )


def _is_as_polite(name: str, value: Any, project: Any) -> bool:
    """Tell whether a site's value is no less polite than the project's."""
    if name in STAYS_ON:
        return value is True or not project
    if name in STAYS_OFF:
        return value is False or bool(project)
    if name == "USER_AGENT":  # it may say more of us, and never less
        return str(value).startswith(str(project))
    own, others = float(value), float(project)
    if not 0 <= own < float("inf"):
        raise ValueError(name)
    if name in MORE_IS_POLITER:
        return own >= others
    if name in COUNTS:
        return own <= others
    return others == 0 or 0 < own <= others
