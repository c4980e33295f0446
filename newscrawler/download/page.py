"""Page: what came over the network, as discovery and extraction read it, without Scrapy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Response


@dataclass(frozen=True, slots=True)
class Page:
    """The body of a response, and what belongs to it."""

    url: str
    """After redirects."""
    requested_url: str
    """As it was asked for."""
    headers: dict[str, str]
    """Several of one name are joined by a comma, as RFC 9110 says."""
    body: bytes


def page_of(response: Response) -> Page:
    """Return the page of a Scrapy response."""
    request = response.request
    asked = [] if request is None else [*request.meta.get("redirect_urls", ()), request.url]
    headers = {
        name.decode("latin-1"): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    return Page(response.url, asked[0] if asked else response.url, headers, response.body)
