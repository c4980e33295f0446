"""The next page as an answer's ``Link`` header states it (RFC 8288), whatever its body is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.discovery.links import web_url
from newscrawler.urls import bare_host, clean_url

if TYPE_CHECKING:
    from newscrawler.discovery.answer import Answer

_LINK = re.compile(r"<\s*([^<>]{1,4000}?)\s*>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]*))?)*)")
_REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)
_LONGEST = 16_384


def next_by_header(answer: Answer, longest: int) -> str | None:
    """Return the URL of the next page on this host; None where no header states one."""
    stated = next((value for name, value in answer.headers.items() if name.lower() == "link"), "")
    here = clean_url(answer.url, longest)
    for link in _LINK.finditer(stated[:_LONGEST]):
        rel = _REL.search(link[2])
        if rel is None or "next" not in (rel[1] or rel[2] or "").lower().split():
            continue
        there = clean_url(web_url(answer.url, link[1], longest) or "", longest)
        if there and there != here and _host(there) == _host(here):
            return there
    return None


def _host(url: str) -> str:
    return bare_host(urlsplit(url).netloc)
