"""Settings and meta keys of scrapy-playwright: which may be used, and which would break a promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from scrapy.utils.misc import load_object

from newscrawler.exceptions import Failed, WrongArgument
from newscrawler.rendering.setting_types import check_launch_options, check_types

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

REFUSED_SETTINGS = {
    "PLAYWRIGHT_BROWSER_PROVIDER": "only ours takes the network away; BROWSER_PATH names the browser",
    "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": "every request has the crawl's own headers",
    "PLAYWRIGHT_CONTEXTS": "each page has a context of its own; use the meta key playwright_context_kwargs",
    "PLAYWRIGHT_MAX_CONTEXTS": "RENDER_PAGES says how many pages are open at once",
    "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": "RENDER_PAGES says how many pages are open at once",
}
"""Setting -> why it is refused, and what to use in its place."""

REMOTE_SETTINGS = ("PLAYWRIGHT_CDP_URL", "PLAYWRIGHT_CONNECT_URL")
"""Settings that name a browser which this crawl does not start, so that it cannot take its network away."""
UPSTREAM = "scrapy_playwright."

KWARGS_SETTINGS = ("PLAYWRIGHT_LAUNCH_OPTIONS", "PLAYWRIGHT_CDP_KWARGS", "PLAYWRIGHT_CONNECT_KWARGS")
"""Settings whose value is a dict, or one in JSON."""

CONTEXT_OPTIONS = frozenset(
    {
        "color_scheme", "contrast", "device_scale_factor", "forced_colors", "has_touch", "is_mobile",
        "java_script_enabled", "locale", "no_viewport", "reduced_motion", "screen", "timezone_id", "viewport",
    }
)  # fmt: skip
"""Of ``playwright_context_kwargs``. Others would let out what is held back, or keep state."""

META = frozenset(
    {
        "playwright", "playwright_context", "playwright_context_kwargs", "playwright_include_page",
        "playwright_page_event_handlers", "playwright_page_goto_kwargs", "playwright_page_init_callback",
        "playwright_page_methods",
    }
)  # fmt: skip
"""Meta keys that a request may have."""
GOTO_OPTIONS = frozenset({"timeout", "wait_until"})
"""Of ``playwright_page_goto_kwargs``. The referer is a header of the request, and ``url`` is its own."""
WAITS = frozenset({"commit", "domcontentloaded", "load", "networkidle"})
MAPPINGS = ("playwright_context_kwargs", "playwright_page_event_handlers", "playwright_page_goto_kwargs")
"""Meta keys whose value is a dict."""
ANSWERS = frozenset({"playwright_page", "playwright_security_details", "playwright_suggested_filename"})
"""Meta keys that scrapy-playwright sets."""


def launch_options(settings: BaseSettings) -> dict[str, Any]:
    """Return the launch options that the operator gives.

    :raises WrongArgument: a setting of scrapy-playwright would break a promise of the crawl.
    """
    for name, reason in REFUSED_SETTINGS.items():
        if settings.get(name):
            raise WrongArgument(f"{name} is refused: {reason}")
    _check_values(settings)
    check_types(settings)
    remote = [name for name in REMOTE_SETTINGS if settings.get(name)]
    if len(remote) > 1:
        raise WrongArgument(f"{' and '.join(remote)}: give one of them")
    if remote and not settings.getbool("RENDER_REMOTE_BROWSER"):
        raise WrongArgument(
            f"{remote[0]} is refused: a remote browser has a network of its own, which no guard checks; "
            "RENDER_REMOTE_BROWSER=True lets it in"
        )
    kind = settings.get("PLAYWRIGHT_BROWSER_TYPE")
    if kind and kind not in {"chromium", "firefox", "webkit"}:
        raise WrongArgument(f"PLAYWRIGHT_BROWSER_TYPE={kind!r} is no browser; give chromium")
    if kind and kind != "chromium" and remote != ["PLAYWRIGHT_CONNECT_URL"]:
        raise WrongArgument(
            f"PLAYWRIGHT_BROWSER_TYPE={kind!r} is refused: only Chromium can be started without a network; "
            "give chromium, or connect to a remote one with PLAYWRIGHT_CONNECT_URL"
        )
    options: dict[str, Any] = dict(settings.getdict("PLAYWRIGHT_LAUNCH_OPTIONS"))
    check_launch_options(options)
    if (path := settings.get("BROWSER_PATH")) and not remote:
        options["executable_path"] = path
    return options


def _check_values(settings: BaseSettings) -> None:
    for name in KWARGS_SETTINGS:
        try:
            settings.getdict(name)
        except (ValueError, TypeError):
            raise WrongArgument(
                f'{name} is {settings.get(name)!r}: give a dict, such as {{"timeout": 5000}}'
            ) from None
    name = settings.get("PLAYWRIGHT_ABORT_REQUEST")
    try:
        found = load_object(name) if name else None
    except (ImportError, AttributeError, ValueError, TypeError, NameError) as error:
        raise WrongArgument(f"PLAYWRIGHT_ABORT_REQUEST is {name!r}: {error}") from error
    if name and not callable(found):
        raise WrongArgument(f"PLAYWRIGHT_ABORT_REQUEST is {name!r}: it cannot be called")


def names(value: object) -> tuple[str, ...]:
    """Return hosts as a spider may give them: none, one, or several.

    >>> names(None), names("example.org"), names(["a.example", "b.example"])
    ((), ('example.org',), ('a.example', 'b.example'))
    """
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, Iterable) else ()


def check_handlers(settings: BaseSettings) -> None:
    """Check that no request goes past the crawl's own download handler.

    :raises WrongArgument: ``DOWNLOAD_HANDLERS`` names scrapy-playwright's, as its documentation says.
    """
    for scheme, handler in settings.getdict("DOWNLOAD_HANDLERS").items():
        name = handler if isinstance(handler, str) else getattr(handler, "__module__", "")
        if name.startswith(UPSTREAM):
            raise WrongArgument(
                f"DOWNLOAD_HANDLERS[{scheme!r}] is refused: scrapy-playwright's handler connects by itself, "
                "past guard and robots.txt; take it out: meta={'playwright': True} works without it"
            )


def page_options(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return the meta keys of scrapy-playwright that a request has.

    :raises Failed: ``playwright_meta``, if one of them would break a promise of the crawl.
    """
    found = {
        name: value
        for name, value in meta.items()
        if (name == "playwright" or name.startswith("playwright_")) and name not in ANSWERS
    }
    if unknown := sorted(found.keys() - META):
        raise Failed("playwright_meta", f"{', '.join(unknown)} cannot be used here; see docs/rendering.md")
    for name in MAPPINGS:
        if not isinstance(found.get(name) or {}, Mapping):
            raise Failed("playwright_meta", f"{name} is {found[name]!r}: give a dict")
    for name, allowed in (
        ("playwright_context_kwargs", CONTEXT_OPTIONS),
        ("playwright_page_goto_kwargs", GOTO_OPTIONS),
    ):
        if unknown := sorted((found.get(name) or {}).keys() - allowed):
            raise Failed(
                "playwright_meta",
                f"{name}: {', '.join(unknown)} cannot be used here; allowed: {', '.join(sorted(allowed))}",
            )
    _check_goto(found.get("playwright_page_goto_kwargs") or {})
    methods = found.get("playwright_page_methods") or ()
    if isinstance(methods, str) or not isinstance(methods, Iterable):
        raise Failed("playwright_meta", f"playwright_page_methods is {methods!r}: give a list or a dict")
    return found


def _check_goto(options: Mapping[str, Any]) -> None:
    wait, timeout = options.get("wait_until", "commit"), options.get("timeout", 0)
    if wait not in WAITS:
        raise Failed("playwright_meta", f"wait_until={wait!r}: give one of {', '.join(sorted(WAITS))}")
    if not isinstance(timeout, (int, float)):
        raise Failed("playwright_meta", f"timeout={timeout!r}: give milliseconds")
