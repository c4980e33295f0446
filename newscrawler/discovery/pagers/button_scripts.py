"""Button scripts: the files of a site's scripts, read where a page's button for more says no URL itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawler.discovery.links import absolute, base_of_page
from newscrawler.discovery.pagers.more_button import has_more_button
from newscrawler.discovery.pagers.more_url import first_of_calls
from newscrawler.discovery.pagers.script_calls import counted_calls
from newscrawler.publication.selectors import select
from newscrawler.urls import clean_url, in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.discovery.listing import Listing
    from newscrawler.document import Document

MOST = 6
"""Files that are read in one crawl."""
_LIBRARY = re.compile(
    r"jquery|polyfill|bootstrap|analytics|gtm|gtag|consent|cookie|ads?[./_-]|sentry|react[.-]|vue[.-]|lodash"
    r"|modernizr|recaptcha|swiper|slick|lazysizes|core-js|player",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Waiting:
    """A listing whose next page is not known until scripts are read."""

    listing: Listing
    page: str
    """URL of its page."""
    shown: int
    """Rows that the page shows."""
    scripts: list[str]


class ButtonScripts:
    """The script files of one site, and the listings that wait for what they say."""

    def __init__(self, domains: Sequence[str], longest: int) -> None:
        """Make it for one crawl.

        :param longest: characters of a URL.
        """
        self.domains, self.longest = domains, longest
        self._calls: dict[str, list[str] | None] = {}
        """By the script's URL; None: its text has not come yet."""
        self._waiting: list[_Waiting] = []

    def scripts_of(self, document: Document, url: str) -> list[str]:
        """Return the site's own scripts that a page with a button for more names, those of its end first."""
        if not has_more_button(document.root):
            return []
        base = base_of_page(document.root, url, self.longest)
        named = (
            absolute(base, script.attr("src") or "", self.longest)
            for script in select(document.root, "script[src]")
        )
        own = [clean_url(each) for each in named if each and in_domains(each, self.domains)]
        likely = [
            each for each in dict.fromkeys(reversed(own)) if not _LIBRARY.search(each.rpartition("/")[2])
        ]
        room = MOST - len(self._calls)
        new = [each for each in likely if each not in self._calls][:room]
        return [each for each in likely if each in self._calls or each in new]

    def wait(self, listing: Listing, page: str, shown: int, scripts: list[str]) -> list[str]:
        """Have a listing wait for scripts; return those that are to be asked for.

        :param page: URL of the listing's page.
        :param shown: rows that it shows.
        """
        self._waiting.append(_Waiting(listing, page, shown, scripts))
        new = [each for each in scripts if each not in self._calls]
        self._calls |= dict.fromkeys(new)
        return new

    def came(self, script: str, text: str) -> None:
        """Take the text of a script; an empty one where it could not be had."""
        self._calls[script] = list(counted_calls(text))

    def decided(self) -> Iterator[tuple[Listing, str | None]]:
        """Yield the listings that need wait no longer, each with the URL of its further rows, if any."""
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            calls = [self._calls.get(script) for script in each.scripts]
            known = [call for found in calls for call in found or ()]
            onward = first_of_calls(known, each.page, each.shown, self.longest)
            if onward is None and None in calls:
                self._waiting.append(each)
            else:
                yield each.listing, onward
