"""One kind of failure: what breaks, and what a run says of it at once and after nine good days."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newscrawler.run.endings import EXIT_GOOD, Ending
from newscrawler.spiders.any_site import AnySiteSpider

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.failing_sites.failing_site import Site
    from tests.newsroom.http import Fault


@dataclass(frozen=True)
class Said:
    """What is expected of a run: how it ends, and words of its line."""

    ending: Ending | None = None
    words: str = ""

    @property
    def code(self) -> int:
        """The exit code."""
        return self.ending.exit_code if self.ending else EXIT_GOOD


GOOD = Said()


@dataclass(frozen=True)
class Kind:
    """One kind of failure."""

    name: str
    breaks: Callable[[Site], None]
    first: Said
    """Where the very first run meets it."""
    tenth: Said
    """Where the tenth run does, after nine good ones."""
    spider: type[AnySiteSpider] = AnySiteSpider
    """While it is broken."""
    settings: dict[str, Any] = field(default_factory=dict)
    """While it is broken."""
    site: dict[str, Any] = field(default_factory=dict)
    """How the site is made."""
    arguments: dict[str, str] = field(default_factory=dict)
    stopped: bool = False
    """A signal ends the run."""


def fails(pattern: str, *faults: Fault) -> Callable[[Site], None]:
    """Return what makes a site fail at all paths of a pattern."""
    return lambda site: site.fail(pattern, *faults)


def all_of(*breaks: Callable[[Site], None]) -> Callable[[Site], None]:
    """Return what makes a site fail in several ways at once."""

    def break_all(site: Site) -> None:
        for one in breaks:
            one(site)

    return break_all


def shows(**values: Any) -> Callable[[Site], None]:
    """Return what sets attributes of a site."""

    def change(site: Site) -> None:
        for name, value in values.items():
            setattr(site, name, value)

    return change


def nothing(site: Site) -> None:
    """Leave the site as it is: what fails is elsewhere."""
