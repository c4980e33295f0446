"""The few parts of HTTP that the newsroom speaks: request, response, scripted fault."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tests.newsroom.story import Story

REASONS = {
    200: "OK",
    301: "Moved Permanently",
    302: "Found",
    304: "Not Modified",
    404: "Not Found",
    410: "Gone",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came in."""

    time: float
    """Seconds of the monotonic clock."""
    host: str
    method: str
    target: str
    """Path with query."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes = b""

    @property
    def sent(self) -> float:
        """When it was sent, where it says so (``tests.hostile.stamped``), else when it came in."""
        return float(self.headers.get("x-sent", self.time))

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query))

    def query_list(self, name: str) -> list[str]:
        return [value for key, value in parse_qsl(urlsplit(self.target).query) if key == name]

    def asked(self) -> dict[str, Any]:
        """The JSON object of the body; empty if there is none."""
        try:
            data = json.loads(self.body or b"{}")
        except ValueError:
            return {}
        return data if isinstance(data, dict) else {}


@dataclass(slots=True)
class Response:
    """An answer before validators and framing are added."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


def html(text: str, status: int = 200) -> Response:
    return Response(text.encode(), status)


def xml(text: str, content_type: str = "application/xml; charset=utf-8") -> Response:
    return Response(text.encode(), content_type=content_type)


def json_response(data: object) -> Response:
    return Response(
        json.dumps(data, ensure_ascii=False).encode(), content_type="application/json; charset=utf-8"
    )


def plain(text: str) -> Response:
    return Response(text.encode(), content_type="text/plain; charset=utf-8")


class Publication(Protocol):
    """What the server serves: one publication in one markup."""

    base: str
    """Address that links, feeds and metadata state; set when the port is known."""

    def address(self, story: Story) -> str:
        """The address that the site states as the story's own."""

    def holds(self, story: Story) -> bool:
        """Whether the site serves that story."""

    def offered(self, story: Story) -> list[Story]:
        """The stories that the page offers beside it, in its order."""

    def times(self, story: Story) -> tuple[datetime | None, datetime | None]:
        """Publication and last change, as exactly as the site's article pages state them."""

    def respond(self, request: Request, epoch: int) -> Response | None:
        """The answer in that epoch; ``None`` where there is no such page."""


@dataclass(slots=True)
class Fault:
    """A scripted misbehaviour of one address, consumed by the requests that meet it."""

    kind: Literal["status", "redirect", "reset", "stall", "cut", "challenge", "body"] = "status"
    status: int = 503
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    """With ``body``."""
    seconds: float = 3600.0
    """How long a stalled answer keeps silent."""
    times: int | None = None
    """For how many requests; ``None``: always."""


CHALLENGE = b"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Just a moment...</title>
<meta http-equiv="refresh" content="5"></head>
<body><noscript>Please enable JavaScript and cookies to continue.</noscript>
<script>document.cookie = "__js_p_=874,1800,0,0,0; path=/"; document.cookie = "__jhash_=412; path=/";
document.cookie = "__jua_=" + encodeURIComponent(navigator.userAgent); location.reload();</script>
</body></html>
"""
"""A page that stands before all others, with status 200."""
