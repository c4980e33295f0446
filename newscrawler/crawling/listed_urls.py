"""Listed URLs: a list of URLs that a person gives stands in the place of the site's own listings."""

from __future__ import annotations

import logging
from collections import Counter
from typing import TYPE_CHECKING

from newscrawler.discovery.listing import Listing
from newscrawler.discovery.url_list import BrokenLine, read_url_list
from newscrawler.publication.list_argument import list_name, open_list
from newscrawler.text.counted import some
from newscrawler.urls import in_domains, registrable_host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrapy import Request

    from newscrawler.crawling.twins import Twins
    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.discovery.scope import Scope
    from newscrawler.items import ListedArticle
    from newscrawler.run.run import Run

logger = logging.getLogger(__name__)

NAMED = 5
"""Broken lines, and other sites, that the log names one by one."""


class ListedUrls:
    """Makes the requests for the URLs of a list; every line is in the account, or the double of one that is.

    What is no URL, or one of another site, is ``left``: ``broken_line``, ``other_site``.
    """

    def __init__(
        self, run: Run, scope: Scope, twins: Twins,
        article_request: Callable[[ListedArticle], Request | None],
    ) -> None:  # fmt: skip
        self.run, self.scope, self.twins = run, scope, twins
        self.article_request = article_request
        self.asked = self.doubles = self.broken = 0
        self.others: Counter[str] = Counter()
        """Other sites -> their URLs."""

    def requests(self, given: str) -> Iterator[Request]:
        """Yield the requests for the URLs of a list, then say what else was in it.

        :param given: the file's name, or ``-``.
        :raises WrongArgument: it cannot be read.
        """
        name = list_name(given)
        listing = Listing("list", name, f"list:{name}")
        with open_list("urls=", given) as file:
            for found in read_url_list(file, self.scope.bounds.url_length):
                if isinstance(found, BrokenLine):
                    self._leave_broken(found, name)
                elif (request := self._request(found, listing)) is not None:
                    yield request
        self._say(name)

    def _request(self, link: ListedLink, listing: Listing) -> Request | None:
        if not in_domains(link.url, self.scope.domains):
            self._leave(link.url, "other_site")
            self.others[registrable_host(link.url)] += 1
            return None
        self.asked += 1
        # whatever its path: a person has named this very URL
        if (listed := self.twins.see(self.scope.page_url(link.url), link, listing)) is None:
            self.doubles += 1
            return None
        return self.article_request(listed)

    def _leave_broken(self, line: BrokenLine, name: str) -> None:
        self.broken += 1
        self._leave(line.text, "broken_line")
        if self.broken <= NAMED:
            logger.warning("%s, line %d: %s: %s", name, line.number, line.fault, line.text[:200])

    def _leave(self, text: str, reason: str) -> None:
        if self.run.account.enter(text):
            self.run.settle(text, "left", reason)
        else:
            self.doubles += 1

    def _say(self, name: str) -> None:
        """Log what the list held; a list without a URL of the site is a wrong argument."""
        parts = [f"{some(self.asked, 'URL')} of {self.run.site}"]
        if self.broken:
            parts.append(some(self.broken, "broken line"))
        if self.others:
            sites = ", ".join(f"{site} {count:,}" for site, count in self.others.most_common(NAMED))
            parts.append(
                f"{some(self.others.total(), 'URL')} of other sites, which need a crawl each ({sites})"
            )
        if self.doubles:
            parts.append(some(self.doubles, "double"))
        text = f"{name}: {'; '.join(parts)}"
        if self.asked:
            logger.log(logging.WARNING if self.broken or self.others else logging.INFO, "%s", text)
        else:
            self.run.wrong_argument(f"urls={text}")
