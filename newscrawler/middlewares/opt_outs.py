"""AI and text-mining opt-outs: read from headers and page, recorded, obeyed if the operator says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.exceptions import Refused

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

HEAD_BYTES = 32768
"""Where in a page meta elements are looked for."""

_DIRECTIVES = ("noai", "noimageai", "noml")
_SIGNALS = ("content-usage", "content-signal")
_HINTS = (b"noai", b"noimageai", b"noml", b"tdm-reservation", b"ai-train", b"train-ai")
_META = re.compile(rb"<meta\s[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"""\b(name|property|http-equiv|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE
)
_NO_TRAINING = re.compile(r"\b(?:ai-train|train-ai|ai)\s*=\s*n(?:o)?\b", re.IGNORECASE)


def header_opt_outs(headers: dict[str, list[str]]) -> list[str]:
    """Read the opt-outs of an answer's headers, given by lower-case name.

    >>> header_opt_outs({"x-robots-tag": ["noai, noindex"], "tdm-reservation": ["1"]})
    ['header:noai', 'header:tdm-reservation']
    """
    found = [f"header:{name}" for value in headers.get("x-robots-tag", []) for name in _directives(value)]
    if any(value.strip() == "1" for value in headers.get("tdm-reservation", [])):
        found.append("header:tdm-reservation")
    if any(_NO_TRAINING.search(value) for name in _SIGNALS for value in headers.get(name, [])):
        found.append("header:ai-train=no")
    return list(dict.fromkeys(found))


def page_opt_outs(body: bytes) -> list[str]:
    """Read the opt-outs of a page's meta elements.

    >>> page_opt_outs(b'<meta name="robots" content="index, noai"><meta name=tdm-reservation content=1>')
    ['meta:noai', 'meta:tdm-reservation']
    """
    head = body[:HEAD_BYTES].partition(b"<body")[0].lower()
    if not any(hint in head for hint in _HINTS):
        return []
    found = []
    for element in _META.findall(head):
        parts = {
            name.decode().lower(): (double or single or bare).decode("latin-1")
            for name, double, single, bare in _ATTRIBUTE.findall(element)
        }
        name = (parts.get("name") or parts.get("property") or parts.get("http-equiv") or "").lower()
        content = parts.get("content", "")
        if name in {"robots", "x-robots-tag"}:
            found += [f"meta:{directive}" for directive in _directives(content)]
        elif name == "tdm-reservation" and content.strip() == "1":
            found.append("meta:tdm-reservation")
        elif name in _SIGNALS and _NO_TRAINING.search(content):
            found.append("meta:ai-train=no")
    return list(dict.fromkeys(found))


def _directives(value: str) -> list[str]:
    words = re.split(r"[\s,:;]+", value.lower())
    return [directive for directive in _DIRECTIVES if directive in words]


class NoteOptOuts:
    """Puts the opt-outs of robots.txt, headers and page into ``request.meta["opt_outs"]``, which the article takes over.

    Setting: ``OBEY_AI_OPT_OUTS`` (then a page with an opt-out is refused: ``ai_opt_out``).
    """

    def __init__(self, crawler: Crawler) -> None:
        self.obey = crawler.settings.getbool("OBEY_AI_OPT_OUTS")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Ask not even for what robots.txt opts out.

        :raises Refused: ``ai_opt_out``.
        """
        self._judge(request)

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the opt-outs of an answer.

        :raises Refused: ``ai_opt_out``.
        """
        if request.meta.get("robots_file"):
            return response
        headers = {
            name.decode("latin-1").lower(): [value.decode("latin-1") for value in values]
            for name, values in response.headers.items()
        }
        stated = [*request.meta.get("opt_outs", []), *header_opt_outs(headers), *page_opt_outs(response.body)]
        request.meta["opt_outs"] = list(dict.fromkeys(stated))
        self._judge(request)
        return response

    def _judge(self, request: Request) -> None:
        stated = request.meta.get("opt_outs")
        if self.obey and stated and "listed" in request.meta:
            raise Refused("ai_opt_out", ", ".join(stated))
