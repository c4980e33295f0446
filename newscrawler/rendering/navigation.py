"""Where a page goes: its document, and what it leads to by script, by a press or by a page method."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newscrawler.rendering.answers import as_document

if TYPE_CHECKING:
    from scrapy.http import Response


class Navigation:
    """The documents of one page. Before the page is at rest its script leads nowhere: that is a redirect."""

    def __init__(self, document: Response, most: int) -> None:
        """Make a navigation.

        :param document: what the page begins with; it has been downloaded.
        :param most: further documents that the page may have.
        """
        self.document = document
        """What the page has now."""
        self.most = most
        self.at_rest = False
        """The page has been read once; what leads on from now on is a page method's or a callback's doing."""
        self.redirect: tuple[str, str] | None = None
        """Method and URL of where the page's script wanted to go before it was at rest."""
        self.lost: Exception | None = None
        """Why a further document could not be had."""
        self.further = 0
        self._waiting: Response | None = document

    def take(self, url: str) -> Response | None:
        """Return the document that was downloaded for this navigation already."""
        waiting = self._waiting
        if waiting is None or (waiting is not self.document and _plain(waiting.url) != _plain(url)):
            return None
        self.document, self._waiting = waiting, None
        return waiting

    def answer(self, url: str, response: Response) -> dict[str, Any]:
        """Return what the page gets for a document that it asked for.

        One that has been redirected is handed over at its own URL, since its links are relative to that.
        """
        if _plain(response.url) == _plain(url):
            self.document = response
            return as_document(response)
        self._waiting = response
        target = json.dumps(response.url).replace("<", "\\u003c")
        return {
            "status": 200,
            "headers": {"content-type": "text/html"},
            "body": f"<script>location.replace({target})</script>",
        }


def _plain(url: str) -> str:
    return url.partition("#")[0]
